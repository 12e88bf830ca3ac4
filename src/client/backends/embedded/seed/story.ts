import type { SeedData, SeedScenario } from './seed.js';
import { dailyCheckIns } from './check-ins.js';
import { conversations } from './conversations.js';
import { journeys } from './journeys.js';
import { comingMeetings } from './meetings.js';
import { clinicMentors } from './mentors.js';
import { clinicPeople, plan, policy } from './people.js';
import { timesAt } from './times.js';

/** Week 4 of Jordan's programme at Harbor Behavioral Health, and the people around it. */
export function story(now: Date, scenario: SeedScenario): SeedData {
  const times = timesAt(now);
  const paired = scenario === 'paired';
  const people = { people: clinicPeople(times.day(-24)), policies: [policy], plans: [plan] };
  if (scenario === 'empty') return people;
  return {
    ...people,
    mentors: clinicMentors(),
    meetings: comingMeetings(times, paired),
    checkIns: [...dailyCheckIns(times, 'jordan', 30, 4), ...dailyCheckIns(times, 'sam', 12, 9, 4)],
    ...journeys(times, paired),
    ...conversations(times, paired),
  };
}
