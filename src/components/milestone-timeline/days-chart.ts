import { svg, type SVGTemplateResult } from 'lit';
import type { DayMeasures, Measure } from '../../client/model/check-in.js';
import { dayPaths } from '../shared/day-paths.js';

/** Days that a chart spans, today included. */
export const DAYS = 30;

/** Largest value of each scale; the smallest is 0. */
const TOP: Readonly<Record<Measure, number>> = { mood: 10, craving: 10, sleep: 14, confidence: 10 };

/** One measure over the days. */
export function daysChart(
  byDay: ReadonlyMap<string, DayMeasures>,
  measure: Measure,
  today: string,
): SVGTemplateResult {
  const scale = { today, days: DAYS, top: TOP[measure] };
  const { line, dots } = dayPaths((day) => byDay.get(day)?.[measure], scale);
  return svg`<path d=${line} /><path class="days" d=${dots} />`;
}
