import type { CheckIn } from './check-in.js';
import type { Score } from './scoring.js';
import type { DayValue } from './trend.js';

/** An instrument's scores over time, one a day, in order of days. */
export interface ScoreSeries {
  /** LOINC code of the total, else the questionnaire's canonical without its version. */
  readonly key: string;
  readonly max: number;
  readonly scores: readonly (DayValue & { readonly band: Score['band'] })[];
}

/**
 * Names and the scores at which bands begin, for an axis. Known here by LOINC code, because the
 * instruments themselves are far heavier than a plot; a test holds the two together.
 */
export const SCORE_SCALES: Readonly<
  Record<string, { readonly name: string; readonly bands: readonly number[] }>
> = {
  '44261-6': { name: 'PHQ-9', bands: [0, 5, 10, 15, 20] },
  '70274-6': { name: 'GAD-7', bands: [0, 5, 10, 15] },
  '55758-7': { name: 'PHQ-2', bands: [0, 3] },
};

/** The scored check-ins, instrument by instrument; of one day the first in the list counts. */
export function scoreSeries(
  checkIns: readonly Pick<CheckIn, 'on' | 'score' | 'response'>[],
): ScoreSeries[] {
  const byKey = new Map<
    string,
    { max: number; days: Map<string, ScoreSeries['scores'][number]> }
  >();
  for (const { on, score, response } of checkIns) {
    if (!score) continue;
    const key = score.loinc ?? response.questionnaire?.split('|', 1)[0] ?? '';
    const series = byKey.get(key) ?? { max: score.max, days: new Map() };
    byKey.set(key, series);
    if (!series.days.has(on)) series.days.set(on, { on, value: score.total, band: score.band });
  }
  return [...byKey]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([key, { max, days }]) => ({
      key,
      max,
      scores: [...days.values()].sort((a, b) => a.on.localeCompare(b.on)),
    }));
}
