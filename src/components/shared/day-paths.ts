import { addDays } from '../../client/model/date-time.js';

/** How a plot of days is laid out; it is a square of 100 by 100 that its SVG stretches. */
export interface DayScale {
  readonly today: string;
  /** Days that it spans, today included. */
  readonly days: number;
  /** Largest value; the smallest is 0. */
  readonly top: number;
}

/** Room above and below, so that a dot at an end is whole. */
const INSET = 6;
const INNER = 100 - 2 * INSET;

/** Percent from the top at which a value stands. */
export const heightOf = (value: number, top: number): number =>
  100 - INSET - (INNER * Math.min(value, top)) / top;

/**
 * Values over days: a dot for each day that has one, joined only where two days follow each other.
 * A day without an answer is a gap and nothing else.
 */
export function dayPaths(
  valueOn: (day: string) => number | undefined,
  { today, days, top }: DayScale,
): { line: string; dots: string; stems: string } {
  let [line, dots, stems] = ['', '', ''];
  let joined = false;
  for (let i = 0; i < days; i++) {
    const value = valueOn(addDays(today, i + 1 - days));
    if (value !== undefined) {
      const x = (((i + 0.5) * 100) / days).toFixed(2);
      const y = heightOf(value, top).toFixed(1);
      line += `${joined ? 'L' : 'M'}${x} ${y}`;
      // A line of no length with round ends is a dot that stays round when the plot is stretched.
      dots += `M${x} ${y}h0`;
      stems += `M${x} ${100 - INSET}V${y}`;
    }
    joined = value !== undefined;
  }
  return { line, dots, stems };
}
