import { openDB } from 'idb';
import { EmbeddedBackend } from '../../../src/client/backends/embedded/embedded-backend.js';
import { BackendError } from '../../../src/client/errors.js';
import { IndexedDbEntries } from '../../../src/client/outbox/indexed-db-entries.js';
import { clinic, newName } from '../../client/backends/embedded/world.js';
import type { Schedule, Step } from './schedule.js';
import { Tab, type Sabotage } from './tab.js';
import { Wire } from './wire.js';

/** Something a person told the elements, and what they were told. */
export interface Told {
  readonly kind: 'check-in' | 'alert' | 'attend' | 'draft';
  readonly n: number;
  readonly personId: string;
  readonly authored: string;
  readonly startedAt: number;
  /** When it was answered or its tab was killed; a count, no time. */
  endedAt: number;
  /** Received, or kept to be sent. */
  isAcknowledged: boolean;
  /** The outbox had said that nothing outlives this page, and the page was killed. */
  mayBeLost: boolean;
  /** Kept in memory at some time, so that other tabs could not know its place. */
  wasInMemory: boolean;
}

/** What a run leaves behind. */
export interface Aftermath {
  readonly schedule: Schedule;
  readonly told: readonly Told[];
  readonly server: EmbeddedBackend;
  readonly overlaps: readonly string[];
  readonly waiting: number;
  readonly failed: number;
  /** What lay in the database before the end, as text. */
  readonly atRest: string;
}

export const PEOPLE = ['p-1', 'p-2'] as const;
/** In everything that a person writes, and nowhere else. */
export const SECRET = 'Nobody else may read this';

/** Plays a schedule, heals everything, sends what is left, and says what is to be seen then. */
export async function run(schedule: Schedule, sabotage: Sabotage = {}): Promise<Aftermath> {
  const name = newName();
  const wire = new Wire(schedule.wire);
  const people: [string, string] = ['p-1', 'p-1'];
  const servers: EmbeddedBackend[] = [];
  const told: Told[] = [];
  const pending: Promise<unknown>[] = [];
  let count = 0;
  let isDiskFull = false;
  let jump = 0;
  const serverAs = (persona: string) => {
    const server = new EmbeddedBackend({ name, persona, storage: 'memory', seed: clinic });
    servers.push(server);
    return server;
  };
  const open = async (database: string) => {
    const store = await IndexedDbEntries.open(database);
    const add = store.add.bind(store);
    store.add = (...args) =>
      isDiskFull ? Promise.reject(new DOMException('Full', 'QuotaExceededError')) : add(...args);
    return store;
  };
  const newTab = (index: 0 | 1) => {
    const server = serverAs(people[index]);
    // Half of the hosts know who is signed in without asking.
    const personId = () => (schedule.seed % 2 ? people[index] : undefined);
    const clock = () => new Date(Date.now() + jump);
    const options = { name: `${name}-outbox`, clock, open, personId };
    return { server, tab: new Tab((tab) => wire.connect(tab, server), options, sabotage) };
  };
  const tabs = [newTab(0), newTab(1)] as const;
  const current: ReturnType<typeof newTab>[] = [...tabs];
  const tabAt = (index: 0 | 1) => {
    if (current[index]!.tab.isDead) current[index] = newTab(index);
    return current[index]!.tab;
  };

  const tell = async (kind: Told['kind'], index: 0 | 1, tab: Tab): Promise<void> => {
    const n = count++;
    const personId = people[index];
    // Answered at different times of the past, each unlike every other.
    const authored = new Date(Date.UTC(2026, 0, 1, 0, 0, n)).toISOString();
    const each: Told = {
      ...{ kind, n, personId, authored, startedAt: count++, endedAt: Infinity },
      ...{ isAcknowledged: false, mayBeLost: false, wasInMemory: false },
    };
    told.push(each);
    const options = { idempotencyKey: `key-${schedule.seed}-${n}` };
    const { checkIns, safety, sessions, drafts } = tab.backend;
    const say = {
      'check-in': () => checkIns!.submit(checkInOf(n, authored), options),
      alert: () =>
        safety!.raise({ triggers: [{ type: 'not-safe-now' }], raisedAt: authored }, options),
      attend: () => sessions!.attend({ meetingId: 'g-open', joinedAt: authored }, options),
      draft: () => drafts!.put('draft', { text: SECRET, n }),
    };
    const answer = say[kind]().then(
      () => true,
      (error: unknown) => error instanceof BackendError && error.detail === 'queued',
    );
    const acknowledged = await Promise.race([answer, tab.died.then(() => false)]);
    each.endedAt = count++;
    each.isAcknowledged = acknowledged;
    if (tab.isDead) return;
    if (await Promise.race([tab.backend.durable, tab.died.then(() => true)])) return;
    each.wasInMemory = true;
    void tab.died.then(() => (each.mayBeLost = true));
  };

  const play = async (step: Step): Promise<void> => {
    switch (step.do) {
      case 'check-in':
      case 'alert':
      case 'attend':
      case 'draft':
      case 'flush': {
        const tab = tabAt(step.tab);
        if (step.killAfter !== undefined) tab.stepsLeft = step.killAfter;
        const doing =
          step.do === 'flush'
            ? Promise.race([tab.backend.outbox.flush(), tab.died])
            : tell(step.do, step.tab, tab);
        pending.push(doing);
        if (step.awaited) await doing;
        return;
      }
      case 'kill':
        return tabAt(step.tab).kill();
      case 'switch-person': {
        people[step.tab] = people[step.tab] === 'p-1' ? 'p-2' : 'p-1';
        tabAt(step.tab);
        current[step.tab]!.server.setPersona(people[step.tab]);
        return;
      }
      case 'jump-clock':
        jump += step.days * 86_400_000;
        return;
      case 'fill-disk':
      case 'free-disk':
        isDiskFull = step.do === 'fill-disk';
        return;
      case 'offline':
      case 'online':
        wire.isOffline = step.do === 'offline';
        return;
      case 'expire-token':
      case 'renew-token':
        wire.isTokenExpired = step.do === 'expire-token';
        if (!wire.isTokenExpired) wire.sessionChanged();
    }
  };

  for (const step of schedule.steps) await play(step);
  const atRest = await textOf(`${name}-outbox`);
  await Promise.all(pending);
  isDiskFull = false;
  jump = 0;
  for (const { tab } of current) tab.stepsLeft = Infinity;
  wire.heal();

  // Everybody comes back, in every tab, until nothing changes any more.
  let [waiting, failed] = [0, 0];
  for (const personId of PEOPLE) {
    people.fill(personId);
    for (const index of [0, 1, 0] as const) {
      const tab = tabAt(index);
      current[index]!.server.setPersona(personId);
      const { outbox } = tab.backend;
      await outbox.flush();
      const state = await outbox.flush();
      if (index === 0) [waiting, failed] = [waiting + state.waiting, failed + state.failed.length];
    }
  }
  for (const { tab } of current) await tab.backend.outbox.close();
  indexedDB.deleteDatabase(`${name}-outbox`);
  const server = serverAs('p-1');
  return { schedule, told, server, overlaps: wire.overlaps, waiting, failed, atRest };
}

function checkInOf(n: number, authored: string) {
  return {
    on: '2026-01-01',
    timeZone: 'America/Chicago',
    response: {
      resourceType: 'QuestionnaireResponse' as const,
      questionnaire: 'https://wayfellow.dev/fhir/Questionnaire/daily-check-in|1.0.0',
      status: 'completed' as const,
      authored,
      item: [{ linkId: 'reflection', answer: [{ valueString: `${SECRET} ${n}` }] }],
    },
  };
}

/** Everything in a database, with bytes as the characters that they would be. */
async function textOf(database: string): Promise<string> {
  const db = await openDB(database);
  const parts: string[] = [];
  for (const store of db.objectStoreNames)
    for (const record of await db.getAll(store))
      parts.push(
        JSON.stringify(record, (_, value: unknown) => {
          const isBytes = value instanceof ArrayBuffer || ArrayBuffer.isView(value);
          return isBytes ? new TextDecoder('latin1').decode(value) : value;
        }),
      );
  db.close();
  return parts.join('\n');
}
