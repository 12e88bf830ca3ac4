import { svg, type SVGTemplateResult } from 'lit';
import { addDays } from '../../client/model/date-time.js';
import type { DayMeasures, Measure } from '../../client/model/check-in.js';

/** Days that a chart spans, today included. */
export const DAYS = 30;

/** Largest value of each scale; the smallest is 0. */
const TOP: Readonly<Record<Measure, number>> = { mood: 10, craving: 10, sleep: 14, confidence: 10 };

const WIDTH = 100;
const HEIGHT = 100;

/**
 * One measure over the days: a dot for each day that was answered, joined only where two days follow
 * each other. A day without an answer is a gap and nothing else.
 */
export function daysChart(
  byDay: ReadonlyMap<string, DayMeasures>,
  measure: Measure,
  today: string,
): SVGTemplateResult {
  let line = '';
  let dots = '';
  let joined = false;
  for (let i = 0; i < DAYS; i++) {
    const value = byDay.get(addDays(today, i + 1 - DAYS))?.[measure];
    if (value !== undefined) {
      const x = (((i + 0.5) * WIDTH) / DAYS).toFixed(2);
      const y = (HEIGHT * (0.94 - (0.88 * Math.min(value, TOP[measure])) / TOP[measure])).toFixed(
        1,
      );
      line += `${joined ? 'L' : 'M'}${x} ${y}`;
      // A line of no length with round ends is a dot that stays round when the chart is stretched.
      dots += `M${x} ${y}h0`;
    }
    joined = value !== undefined;
  }
  return svg`<path d=${line} /><path class="days" d=${dots} />`;
}
