import {
  EmbeddedBackend,
  type EmbeddedOptions,
  type SeedData,
} from '../../../../src/client/backends/embedded/embedded-backend.js';
import type {
  ConformanceHarness,
  ConformanceWorld,
} from '../../../../src/client/conformance/index.js';
import type { CheckInPlan } from '../../../../src/client/model/check-in-plan.js';
import { addDays, localDateAt } from '../../../../src/client/model/date-time.js';
import type { Role } from '../../../../src/client/model/person.js';

const zone = 'America/Chicago';
const people = { participant: 'p-1', peer: 'p-2', mentor: 'm-open', clinician: 'c-1' };
const mentors = { open: 'm-open', lastPlace: 'm-last', full: 'm-full', paused: 'm-paused' };
const meetings = { open: 'g-open', early: 'g-early', over: 'g-over', cancelled: 'g-off' };
const HOUR = 3_600_000;

/** What that clinic asks for. */
export const plan: CheckInPlan = {
  schedules: [
    { questionnaire: 'https://wayfellow.dev/fhir/Questionnaire/daily-check-in', rhythm: 'daily' },
  ],
  outages: [],
};

let databases = 0;
export const newName = (): string => `test-${++databases}-${Math.random()}`;

/** The clinic that the conformance cases expect. */
export function clinic(now: Date): SeedData {
  const startedOn = addDays(localDateAt(now, zone), -10);
  const programme = { name: 'IOP', startedOn, weeks: 10 };
  const profile = (id: string, name: string, role: Role) => ({
    id,
    session: {
      person: { id, name, role },
      clinic: { id: 'clinic', name: 'Clinic' },
      timeZone: zone,
      locale: 'en',
      ...(role === 'participant' ? { programme } : {}),
    },
    ...(role === 'participant' ? { alias: `Alias of ${id}` } : {}),
  });
  const mentor = (id: string, capacity: number, paused = false) => ({
    id,
    name: `Mentor ${id}`,
    credentials: [],
    headline: { en: 'Hello' },
    experiences: [],
    languages: ['en'],
    timeZone: zone,
    availability: [1, 3, 5].map((weekday) => ({ weekday, from: 600, to: 780 })),
    capacity,
    paused,
  });
  const at = (hours: number) => new Date(+now + hours * HOUR).toISOString();
  const group = (id: string, from: number, status: 'scheduled' | 'cancelled' = 'scheduled') => ({
    id,
    kind: 'group' as const,
    title: { en: 'Group' },
    startsAt: at(from),
    endsAt: at(from + 1),
    facilitator: { id: 'f-1', name: 'Luis', role: 'facilitator' as const },
    agreements: { version: '3', items: [{ en: 'What is said here stays here.' }] },
    status,
    members: ['p-1', 'p-2', 'f-1'],
    room: `room-${id}`,
  });
  return {
    plans: [{ ...plan, id: 'plan' }],
    people: [
      profile('p-1', 'Jordan', 'participant'),
      profile('p-2', 'Sam', 'participant'),
      profile('c-1', 'Dr. Okafor', 'clinician'),
      profile('f-1', 'Luis', 'facilitator'),
      ...Object.values(mentors).map((id) => profile(id, `Mentor ${id}`, 'mentor')),
    ],
    mentors: [
      mentor('m-open', 2),
      mentor('m-last', 1),
      mentor('m-full', 0),
      mentor('m-paused', 2, true),
    ],
    meetings: [
      group('g-open', -0.2),
      group('g-early', 3),
      group('g-over', -5),
      group('g-off', 0, 'cancelled'),
      { ...group('g-wait', -0.1), waitingRoom: true },
      { ...group('g-pairs', -0.15), members: ['p-1', 'p-2', 'm-open', 'f-1'] },
    ],
  };
}

/** Worlds over the embedded backend, each in a database of its own. */
export function embeddedHarness(options: EmbeddedOptions = {}): ConformanceHarness {
  return { open: () => Promise.resolve(embeddedWorld(options)) };
}

export function embeddedWorld(options: EmbeddedOptions = {}): ConformanceWorld {
  const name = newName();
  let ahead = 0;
  const clock = () => new Date(Date.now() + ahead);
  const open: EmbeddedBackend[] = [];
  const connect = (persona: string) => {
    const backend = new EmbeddedBackend({ name, clock, seed: clinic, persona, ...options });
    open.push(backend);
    return Promise.resolve(backend);
  };
  return {
    people,
    mentors,
    meetings,
    waitingRoom: 'g-wait',
    pairs: 'g-pairs',
    timeZone: zone,
    plan,
    settle: 100,
    now: clock,
    connect: (persona) => connect(people[persona]),
    host: () => connect('f-1'),
    advance(ms) {
      ahead += ms;
      return Promise.resolve();
    },
    async close() {
      await Promise.all(open.map((backend) => backend.close()));
      if (options.storage !== 'memory') indexedDB.deleteDatabase(name);
    },
  };
}
