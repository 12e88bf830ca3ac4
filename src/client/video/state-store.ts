import type { RoomPerson, RoomState } from './video-room.js';

const KEYS = [
  'connection',
  'people',
  'error',
  'reduced',
  'messages',
  'mutedByHost',
  'support',
  'supportCalls',
  'waiting',
  'removed',
  'locked',
  'captions',
  'recording',
] as const satisfies (keyof RoomState)[];

/** What is over is over for everything that a visit gathered. */
export const NOTHING_LEFT = {
  people: [],
  reduced: undefined,
  messages: undefined,
  mutedByHost: undefined,
  support: undefined,
  supportCalls: undefined,
  waiting: undefined,
  removed: undefined,
  locked: undefined,
  captions: undefined,
  recording: undefined,
} satisfies Partial<RoomState>;

/** Holds a room's state. Whatever did not change stays the same object, so that `===` tells. */
export class StateStore {
  #state: RoomState = { connection: 'idle', people: [] };
  readonly #listeners = new Set<(state: RoomState) => void>();

  get state(): RoomState {
    return this.#state;
  }

  subscribe(listener: (state: RoomState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Changes the state and tells, when anything in it is another. */
  set(change: Partial<RoomState>): void {
    const before = this.#state;
    const next = { ...before, ...change };
    next.people = reconcile(before.people, next.people);
    if (KEYS.every((key) => next[key] === before[key])) return;
    this.#state = next;
    for (const listener of this.#listeners) listener(next);
  }
}

function reconcile(
  before: readonly RoomPerson[],
  next: readonly RoomPerson[],
): readonly RoomPerson[] {
  const known = new Map(before.map((person) => [person.id, person]));
  const people = next.map((person) => {
    const same = known.get(person.id);
    return same && equal(same, person) ? same : person;
  });
  const unchanged = people.length === before.length && people.every((p, i) => p === before[i]);
  return unchanged ? before : people;
}

function equal(a: RoomPerson, b: RoomPerson): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof RoomPerson>;
  return [...keys].every((key) => a[key] === b[key]);
}
