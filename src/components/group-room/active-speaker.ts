import type { RoomPerson } from '../../client/video/video-room.js';

/** A new voice must last this long, so that a cough does not turn the view. */
const BEGIN_MS = 600;
/** And whoever has the large place keeps it for so long. */
const HOLD_MS = 2500;

/** Who of the others has the large place: whoever speaks, without flicker. */
export class ActiveSpeaker {
  #current: string | undefined;
  #since = 0;
  readonly #began = new Map<string, number>();

  /**
   * @param now Milliseconds, of any clock that only goes forward.
   * @returns who it is, and in how many milliseconds it may be another though nothing changes
   */
  read(people: readonly RoomPerson[], now: number): { id: string | undefined; due?: number } {
    const others = people.filter(({ self }) => !self);
    for (const { id, speaking } of others)
      if (!speaking) this.#began.delete(id);
      else if (!this.#began.has(id)) this.#began.set(id, now);
    const current = others.find(({ id }) => id === this.#current);
    for (const id of this.#began.keys())
      if (!others.some((person) => person.id === id)) this.#began.delete(id);
    if (!current) return { id: this.#turnTo(this.#longest() ?? others[0]?.id, now) };
    const next = current.speaking ? undefined : this.#longest();
    if (!next) return { id: this.#current };
    const due = Math.max(
      this.#since + HOLD_MS - now,
      (this.#began.get(next) ?? now) + BEGIN_MS - now,
    );
    return due > 0 ? { id: this.#current, due } : { id: this.#turnTo(next, now) };
  }

  /** Who has been speaking for the longest time. */
  #longest(): string | undefined {
    return [...this.#began].sort(([, a], [, b]) => a - b)[0]?.[0];
  }

  #turnTo(id: string | undefined, now: number): string | undefined {
    this.#current = id;
    this.#since = now;
    return id;
  }
}
