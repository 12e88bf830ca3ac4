import type { WeeklyHours } from '../../client/model/availability.js';

export { zoneName } from './zone-name.js';

/** Hours that several days have in common. */
export interface DayGroup {
  /** 0 is Sunday. In the order of a week that begins on Monday. */
  readonly days: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** Weekly hours grouped by time of day: Monday to Friday from nine to five is one group. */
export function groupByTime(hours: readonly WeeklyHours[]): DayGroup[] {
  const groups = new Map<string, { days: number[]; from: number; to: number }>();
  for (const { weekday, from, to } of hours) {
    const group = groups.get(`${from}-${to}`) ?? { days: [], from, to };
    if (!group.days.includes(weekday)) group.days.push(weekday);
    groups.set(`${from}-${to}`, group);
  }
  const week = (day: number) => (day + 6) % 7;
  for (const { days } of groups.values()) days.sort((a, b) => week(a) - week(b));
  return [...groups.values()].sort(
    (a, b) => week(a.days[0] ?? 0) - week(b.days[0] ?? 0) || a.from - b.from,
  );
}

/** "9 AM – 5 PM", "17:30–19:00". Minutes since midnight. */
export function timeRange(locale: string, from: number, to: number): string {
  const minute = from % 60 || to % 60 ? '2-digit' : undefined;
  const format = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute, timeZone: 'UTC' });
  const at = (minutes: number) => new Date(minutes * 60_000);
  // A range that ends at midnight ends on another day, which `formatRange` would spell out.
  return to < 1440
    ? format.formatRange(at(from), at(to))
    : `${format.format(at(from))} – ${format.format(at(to))}`;
}

/** "Monday", "Monday and Thursday", "Monday – Friday". */
export function dayNames(
  locale: string,
  days: readonly number[],
  weekday: 'long' | 'short' = 'long',
): string {
  const format = new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' });
  // 1 January 2023 was a Sunday.
  const names = days.map((day) => format.format(Date.UTC(2023, 0, 1 + day)));
  const inRow = days.every((day, i) => i === 0 || day === ((days[i - 1] ?? 0) + 1) % 7);
  return names.length > 2 && inRow
    ? `${names[0]} – ${names.at(-1)}`
    : new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}
