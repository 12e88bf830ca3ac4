import * as z from 'zod/mini';
import { addDays, instantOf, localDateAt, wallClockAt } from './date-time.js';

const DAY = 86_400_000;

/** A stretch of every week on the wall clock of its owner's zone. */
export const WeeklyHours = /* @__PURE__ */ z
  .object({
    /** 0 is Sunday, as `Date.prototype.getDay`. */
    weekday: /* @__PURE__ */ z.int().check(z.gte(0), z.lte(6)),
    /** Minutes since local midnight. */
    from: /* @__PURE__ */ z.int().check(z.gte(0), z.lt(1440)),
    /** Minutes since local midnight, after `from`; 1440 is the end of the day. */
    to: /* @__PURE__ */ z.int().check(z.gt(0), z.lte(1440)),
  })
  .check(z.refine(({ from, to }) => from < to, { path: ['to'] }));
export type WeeklyHours = z.infer<typeof WeeklyHours>;

/** Weekly hours and the IANA zone they are meant in. */
export interface Hours {
  readonly hours: readonly WeeklyHours[];
  readonly timeZone: string;
}

/** Whether `at` falls within the hours; the start counts, the end does not. */
export function isWithin({ hours, timeZone }: Hours, at: Date): boolean {
  const { weekday, minutes } = wallClockAt(at, timeZone);
  return hours.some((h) => h.weekday === weekday && h.from <= minutes && minutes < h.to);
}

/**
 * The stretches that begin or go on within `days` days from `from`, in order, as instants. Those
 * that touch are one, also across midnight.
 */
export function occurrences(
  { hours, timeZone }: Hours,
  from: Date,
  days = 14,
): { start: Date; end: Date }[] {
  const today = localDateAt(from, timeZone);
  const until = +from + days * DAY;
  const found: { start: Date; end: Date }[] = [];
  for (let day = 0; day <= days; day++) {
    const date = addDays(today, day);
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    for (const h of hours) {
      if (h.weekday !== weekday) continue;
      const begin = instantOf(date, h.from, timeZone);
      const start = begin > from ? begin : from;
      const end = instantOf(date, h.to, timeZone);
      // Where the change to summer time skips the hour, nothing is left of it.
      if (end > start && +start < until) found.push({ start, end });
    }
  }
  return joined(found.sort((a, b) => +a.start - +b.start));
}

function joined(stretches: { start: Date; end: Date }[]): { start: Date; end: Date }[] {
  const apart: { start: Date; end: Date }[] = [];
  for (const next of stretches) {
    const last = apart.at(-1);
    if (!last || next.start > last.end) apart.push(next);
    else if (next.end > last.end) last.end = next.end;
  }
  return apart;
}

/** Minutes a week in which both are free, measured over the two weeks from `from`. */
export function sharedMinutesPerWeek(a: Hours, b: Hours, from: Date): number {
  const mine = occurrences(a, from, 14);
  const theirs = occurrences(b, from, 14);
  const until = +from + 14 * DAY;
  let shared = 0;
  for (const x of mine)
    for (const y of theirs)
      shared += Math.max(0, Math.min(+x.end, +y.end, until) - Math.max(+x.start, +y.start));
  return Math.round(shared / 60_000 / 2);
}
