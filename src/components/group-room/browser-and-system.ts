/** Where a browser keeps its permissions differs by these. */
export type Browser = 'chrome' | 'edge' | 'firefox' | 'safari' | 'android' | 'ios';
export type System = 'windows' | 'macos' | 'ios' | 'android' | 'chromeos' | 'linux';

/** By what a browser says of itself: a guess, good enough for a hint and for nothing else. */
export function browserAndSystem({ userAgent, maxTouchPoints } = navigator): [Browser, System] {
  const is = (pattern: RegExp) => pattern.test(userAgent);
  // An iPad says that it is a Mac.
  const ios = is(/iPhone|iPad|iPod/) || (is(/Macintosh/) && maxTouchPoints > 1);
  if (ios) return ['ios', 'ios'];
  if (is(/Android/)) return [is(/Firefox/) ? 'firefox' : 'android', 'android'];
  const system = is(/Windows/)
    ? 'windows'
    : is(/Macintosh/)
      ? 'macos'
      : is(/CrOS/)
        ? 'chromeos'
        : 'linux';
  if (is(/Edg\//)) return ['edge', system];
  if (is(/Firefox\//)) return ['firefox', system];
  return [is(/Chrom(?:e|ium)\//) ? 'chrome' : 'safari', system];
}
