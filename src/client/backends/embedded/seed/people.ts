import type { CheckInPlan } from '../../../model/check-in-plan.js';
import type { Person } from '../../../model/person.js';
import type { EscalationPolicy } from '../../../model/safety.js';
import type { Profile } from '../collections.js';
import { experience } from './experiences.js';
import { mentorTable } from './mentors.js';
import { PERSONAS, type PersonRow } from './personas.js';
import { t, ZONE } from './times.js';

const clinic = { id: 'harbor', name: 'Harbor Behavioral Health' };

const OTHERS: readonly PersonRow[] = [
  ['kim', 'Kim', 'participant', 'Wren'],
  ['lee', 'Lee', 'participant', 'Cedar'],
];

/** Somebody of the clinic by id. */
export function person(id: string): Person {
  const [, name, role] = [...PERSONAS, ...OTHERS].find((row) => row[0] === id) ?? [];
  return {
    id,
    name: name ?? mentorTable.find((m) => m[0] === id)?.[1] ?? id,
    role: role ?? 'mentor',
  };
}

/** Everybody who can sign in, or who can be shared with. */
export function clinicPeople(programmeStart?: string): Profile[] {
  const mentors = mentorTable.map(([id]): PersonRow => [id, person(id).name, 'mentor']);
  const rows = [...PERSONAS, ...OTHERS, ...mentors];
  return [...new Map(rows.map((row) => [row[0], row])).values()].map(([id, name, role, alias]) => ({
    id,
    session: {
      person: { id, name, role },
      clinic,
      timeZone: mentorTable.find((m) => m[0] === id)?.[3] ?? ZONE,
      locale: 'en',
      region: 'US',
      ...(role === 'participant' && programmeStart
        ? { programme: { name: 'Virtual IOP', startedOn: programmeStart, weeks: 10 } }
        : {}),
    },
    ...(alias ? { alias } : {}),
    ...(role === 'participant' ? { preferences: preferences(id) } : {}),
  }));
}

/** Jordan wants somebody who knows anxiety, and is free in the evening. */
function preferences(id: string): NonNullable<Profile['preferences']> {
  const codes = id === 'jordan' ? ['mutual-aid', 'parent', 'anxiety', 'alcohol'] : ['mutual-aid'];
  return {
    languages: ['en'],
    timeZone: ZONE,
    availability: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 1050, to: 1260 })),
    experiences: codes.map(experience),
    mustShare: codes.slice(2, 3),
    excludedMentors: [],
  };
}

/** What Harbor asks for. */
export const plan: CheckInPlan & { id: string } = {
  id: 'plan',
  schedules: [
    { questionnaire: 'https://wayfellow.dev/fhir/Questionnaire/daily-check-in', rhythm: 'daily' },
    { questionnaire: 'https://wayfellow.dev/fhir/Questionnaire/phq-9', rhythm: 'every-two-weeks' },
  ],
  outages: [],
};

/** Who looks at safety alerts, and when. */
export const policy: EscalationPolicy & { id: string } = {
  id: 'policy',
  recipient: t('your care team', 'tu equipo de atención'),
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 540, to: 1020 })),
  timeZone: ZONE,
};
