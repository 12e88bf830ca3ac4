/** Answers that are kept, so that they need not be sent again. */
const MOST_KEPT = 32;

interface Kept {
  readonly tag: string;
  readonly value: unknown;
}

/**
 * Which version of a thing each answer was: in memory alone, and no longer than the session.
 * @see RFC 9110, section 8.8.3
 */
export class EntityTags {
  /** By address, in the order of their last use. */
  readonly #kept = new Map<string, Kept>();
  #tags = new WeakMap<object, string>();

  /** The tag of an answer that this backend gave; undefined for what is from elsewhere. */
  of(answer: object | string | undefined): string | undefined {
    if (typeof answer === 'string') return `W/"${answer}"`;
    return answer && this.#tags.get(answer);
  }

  /** The last answer from an address. */
  at(url: string): Kept | undefined {
    return this.#kept.get(url);
  }

  /** @param url Where it can be read again; absent for the answer of a change */
  keep(value: unknown, tag: string | null, url?: string): void {
    if (tag === null) return;
    if (typeof value === 'object' && value) this.#tags.set(value, tag);
    if (url === undefined) return;
    this.#kept.delete(url);
    this.#kept.set(url, { tag, value });
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) break;
      this.#kept.delete(oldest);
    }
  }

  /** The session has ended: nothing of it stays. */
  forget(): void {
    this.#kept.clear();
    this.#tags = new WeakMap();
  }
}
