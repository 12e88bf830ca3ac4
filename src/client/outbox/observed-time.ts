/** What an outbox knows of time. */
export interface Observed {
  /** Device time of the last look, in milliseconds since the epoch. */
  readonly seenAt: number;
  /** Milliseconds that were seen to pass. */
  readonly elapsed: number;
}

/** The longest step between two looks. */
const STEP = 86_400_000;

/**
 * Time by which writes grow old. A device's clock may jump by years, and a write must not be lost
 * for it: between two looks at most a day is believed, and none backwards.
 */
export function observe(before: Observed | undefined, now: number): Observed {
  const step = before ? Math.min(Math.max(now - before.seenAt, 0), STEP) : 0;
  return { seenAt: now, elapsed: (before?.elapsed ?? 0) + step };
}
