import type { CrisisRegion } from './crisis-line.js';
import { firstLines } from './first-lines.js';
import { furtherLines } from './further-lines.js';

/** Help in a crisis, bundled: no network is needed to show it. */
export const crisisRegions: readonly CrisisRegion[] = Object.entries(firstLines).map(
  ([region, { emergency, overdose, contacts }]) => ({
    region,
    emergency,
    overdose,
    lines: (furtherLines[region] ?? []).map((line, i) => (i === 0 ? { ...line, contacts } : line)),
  }),
);

/** Help in a country, by ISO 3166-1 alpha-2; undefined when unknown: then ask, never guess. */
export function crisisRegion(code: string | undefined): CrisisRegion | undefined {
  return crisisRegions.find((r) => r.region === code?.toUpperCase());
}
