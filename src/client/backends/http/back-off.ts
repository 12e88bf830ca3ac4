const FIRST_MS = 400;
const MOST_MS = 30_000;

/**
 * Milliseconds to wait after so many failed tries, from 1: "full jitter", a random share of a limit
 * that doubles, so that a thousand clients do not come back in one moment.
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function backOff(tries: number): number {
  return Math.random() * Math.min(MOST_MS, FIRST_MS * 2 ** (tries - 1));
}
