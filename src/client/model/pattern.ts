/** The pattern of a `regex` extension, over the whole of what is written; undefined when it is none. */
export function patternOf(source: unknown): RegExp | undefined {
  if (typeof source !== 'string') return undefined;
  // Many are written in the older, laxer grammar: `\d{3}\-\d{4}`.
  for (const flags of ['u', ''])
    try {
      return new RegExp(`^(?:${source})$`, flags);
    } catch {
      // The next may do.
    }
  return undefined;
}

/** Milliseconds after which a pattern is taken for one that would not come to an end. */
const PATIENCE = 20;

/**
 * Whether what was written fits a pattern. Some patterns, `(a+)+`, take twice as long for each
 * further character, and nothing can stop one that runs. It shows on beginnings that do not fit:
 * where one of those takes its time the whole is not tried, and passes.
 */
export function fitsPattern(pattern: RegExp, written: string): boolean {
  for (let length = 1; length < written.length; length++) {
    const began = performance.now();
    pattern.test(`${written.slice(0, length)}\n\0`);
    if (performance.now() - began > PATIENCE) return true;
  }
  return pattern.test(written);
}
