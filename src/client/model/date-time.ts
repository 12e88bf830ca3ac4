import * as z from 'zod/mini';
import { isTimeZone } from './time-zone.js';

export { isTimeZone };

const DAY = 86_400_000;

/** A point on the world's clock: ISO 8601 with an offset or `Z`, as FHIR `instant`. */
export const Instant = z.iso.datetime({ offset: true });

/** A day on somebody's calendar, `YYYY-MM-DD`, proleptic Gregorian, with no time and no zone. */
export const LocalDate = z.iso.date();

/** An IANA time-zone name that this runtime knows, for example `America/Chicago`. */
export const TimeZone = /* @__PURE__ */ z.string().check(z.refine(isTimeZone));

/** Building a formatter costs about 50 µs and a record needs thousands of days, so they are kept. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function fieldsIn(zone: string, at: Date): Record<string, string> {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23',
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(zone, formatter);
  }
  return Object.fromEntries(formatter.formatToParts(at).map(({ type, value }) => [type, value]));
}

/** The local date on the wall in `zone` at `at`. */
export function localDateAt(at: Date, zone: string): string {
  const { year, month, day } = fieldsIn(zone, at);
  return `${year?.padStart(4, '0')}-${month}-${day}`;
}

/** The wall clock in `zone` at `at`: weekday (0 is Sunday) and minutes since midnight. */
export function wallClockAt(at: Date, zone: string): { weekday: number; minutes: number } {
  const { weekday, hour, minute } = fieldsIn(zone, at);
  return {
    weekday: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].indexOf(weekday ?? ''),
    minutes: Number(hour) * 60 + Number(minute),
  };
}

/**
 * The instant at which the wall clock in `zone` shows `date` and `minutes` past midnight. In the
 * hour that a change to summer time skips, the later instant; in one that repeats, the earlier.
 */
export function instantOf(date: string, minutes: number, zone: string): Date {
  const wanted = toUtc(date) + minutes * 60_000;
  const offsetAt = (at: number) => {
    const f = fieldsIn(zone, new Date(at));
    const shown = Date.UTC(
      Number(f['year']),
      Number(f['month']) - 1,
      Number(f['day']),
      Number(f['hour']),
      Number(f['minute']),
      Number(f['second']),
    );
    return shown - Math.floor(at / 1000) * 1000;
  };
  const before = wanted - offsetAt(wanted - DAY);
  const after = wanted - offsetAt(wanted + DAY);
  const fits = [before, after].filter((at) => at + offsetAt(at) === wanted);
  return new Date(fits.length ? Math.min(...fits) : before);
}

function toUtc(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** `date` moved by whole calendar days. */
export function addDays(date: string, days: number): string {
  return new Date(toUtc(date) + days * DAY).toISOString().slice(0, 10);
}

/**
 * `date` moved by calendar months. A day that the month lacks becomes its last one, so a year after
 * 29 February is 28 February (and four years after it is the 29th again).
 */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const moved = new Date(0);
  // Not `Date.UTC`, which takes the years 0–99 for 1900–1999; day 0 is the last of the month before.
  moved.setUTCFullYear(year, month + months, 0);
  moved.setUTCDate(Math.min(day, moved.getUTCDate()));
  return moved.toISOString().slice(0, 10);
}

/** Whole calendar days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((toUtc(to) - toUtc(from)) / DAY);
}
