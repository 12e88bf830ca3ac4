const FIRST_MS = 2000;
const LONGEST_MS = 5 * 60_000;

/**
 * How long to wait before the next try: up to twice as long each time, and at random within that,
 * so that the devices of a clinic do not all come back at once after an outage ("full jitter").
 */
export class BackOff {
  #failures = 0;

  constructor(private readonly random: () => number) {}

  /** @param retryAfter Seconds, when the backend said so. */
  next(retryAfter = 0): number {
    const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** this.#failures++);
    return retryAfter * 1000 + longest / 4 + this.random() * longest * 0.75;
  }

  reset(): void {
    this.#failures = 0;
  }
}
