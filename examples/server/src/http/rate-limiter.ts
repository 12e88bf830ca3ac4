/** A bucket of tokens for each person: one a request. */
export interface RateLimit {
  /** How many fit: so many requests may come at once. Default 120. */
  readonly burst?: number;
  /** How many are put back in a second. Default 10. */
  readonly perSecond?: number;
}

/** Counts requests. Several instances share one that keeps its buckets where all of them reach. */
export interface RateLimits {
  /** Takes a token. Resolves with the seconds until there is one, 0 when it was taken. */
  take(key: string): number | Promise<number>;
}

/** Most people that are kept in mind; a full bucket is no different from a forgotten one. */
const MOST_BUCKETS = 50_000;

/** Limits each person's requests to this process. */
export class RateLimiter implements RateLimits {
  readonly #burst: number;
  readonly #perSecond: number;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  constructor({ burst = 120, perSecond = 10 }: RateLimit = {}) {
    this.#burst = burst;
    this.#perSecond = perSecond;
  }

  /** Takes a token. Returns the seconds until there is one, 0 when it was taken. */
  take(key: string, now = Date.now()): number {
    const { tokens, at } = this.#buckets.get(key) ?? { tokens: this.#burst, at: now };
    const filled = Math.min(this.#burst, tokens + ((now - at) / 1000) * this.#perSecond);
    const isAllowed = filled >= 1;
    // Put at the end, so that the map is ordered by last use.
    this.#buckets.delete(key);
    this.#buckets.set(key, { tokens: isAllowed ? filled - 1 : filled, at: now });
    for (const oldest of this.#buckets.keys()) {
      if (this.#buckets.size <= MOST_BUCKETS) break;
      this.#buckets.delete(oldest);
    }
    return isAllowed ? 0 : (1 - filled) / this.#perSecond;
  }
}
