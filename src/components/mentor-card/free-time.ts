import type { LocalizeController } from '../shared/controllers/localize-controller.js';
import { fill } from '../shared/fill.js';
import { zoneName } from '../shared/zone-name.js';

/** The zone of this browser. */
export const browserZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** "Tomorrow, 5:30 PM", "Thursday, 5:30 PM", "December 4, 5:30 PM"; with the zone when it is another. */
export function whenWords(
  localize: LocalizeController<{ readonly inZone: string }>,
  at: Date,
  timeZone: string,
  now: Date,
): string {
  const { locale, t } = localize;
  const days = midnights(now, at, timeZone);
  const day =
    days < 2
      ? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')
      : localize.dateTime(at, {
          timeZone,
          ...(days < 7 ? { weekday: 'long' } : { month: 'long', day: 'numeric' }),
        });
  const time = localize.dateTime(at, { timeZone, hour: 'numeric', minute: '2-digit' });
  const when = `${day}, ${time}`;
  return timeZone === browserZone()
    ? when
    : fill(t.inZone, { when, zone: zoneName(locale, timeZone, at) });
}

/** How often a clock in `timeZone` strikes midnight on the way. */
function midnights(from: Date, to: Date, timeZone: string): number {
  // A day of a clock, read as one of this browser's: the model's calendar would be 1 kB here.
  const format = new Intl.DateTimeFormat('en-US', { timeZone });
  const day = (at: Date) => Date.parse(format.format(at));
  return Math.round((day(to) - day(from)) / 86_400_000);
}
