import { addDays } from './date-time.js';

/** A number that belongs to a day. */
export interface DayValue {
  readonly on: string;
  readonly value: number;
}

/** How the last seven days compare with the seven before. */
export type TrendChange = 'higher' | 'a-little-higher' | 'same' | 'a-little-lower' | 'lower';

/** What can be said truthfully about a person's own numbers over some days. */
export interface Trend {
  /** Days with an answer. */
  readonly answered: number;
  readonly low: number;
  readonly high: number;
  readonly latest: DayValue;
  /** Within one of it on more than half of the days that were answered; absent when there is none. */
  readonly usual?: number;
  /** Absent when either week has too few answers to compare. */
  readonly change?: TrendChange;
}

/** Below this many answers a week's mean says more about chance than about the week. */
const ENOUGH = 3;
/** "A little" begins at half a step of the scale, more than a little at two steps. */
const NOTICEABLE = 0.5;
const CLEAR = 2;

/** The days that a span covers, `today` included. */
export function within<T extends { readonly on: string }>(
  items: readonly T[],
  today: string,
  days: number,
): T[] {
  const first = addDays(today, 1 - days);
  return items.filter(({ on }) => on >= first && on <= today);
}

/**
 * The trend over the last `days`, one value a day; undefined when nothing was answered. Days
 * without an answer count for nothing, neither as zero nor as what stood before them.
 */
export function trendOf(
  values: readonly DayValue[],
  today: string,
  days: number,
): Trend | undefined {
  const shown = within(values, today, days);
  const [first] = shown;
  if (!first) return undefined;
  const sorted = shown.map(({ value }) => value).sort((a, b) => a - b);
  const usual = usualOf(sorted);
  const change = changeOf(values, today);
  return {
    answered: shown.length,
    low: sorted[0] ?? first.value,
    high: sorted.at(-1) ?? first.value,
    latest: shown.reduce((a, b) => (a.on > b.on ? a : b)),
    ...(usual === undefined ? {} : { usual }),
    ...(change ? { change } : {}),
  };
}

function usualOf(sorted: readonly number[]): number | undefined {
  if (sorted.length < ENOUGH) return undefined;
  const median = Math.round(sorted[sorted.length >> 1] ?? 0);
  const near = sorted.filter((value) => Math.abs(value - median) <= 1);
  return near.length * 2 > sorted.length ? median : undefined;
}

function changeOf(values: readonly DayValue[], today: string): TrendChange | undefined {
  const week = within(values, today, 7);
  const before = within(values, addDays(today, -7), 7);
  if (week.length < ENOUGH || before.length < ENOUGH) return undefined;
  const by = mean(week) - mean(before);
  if (Math.abs(by) < NOTICEABLE) return 'same';
  if (Math.abs(by) < CLEAR) return by > 0 ? 'a-little-higher' : 'a-little-lower';
  return by > 0 ? 'higher' : 'lower';
}

const mean = (values: readonly DayValue[]): number =>
  values.reduce((sum, { value }) => sum + value, 0) / values.length;
