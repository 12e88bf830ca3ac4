import { occurrences } from '../../client/model/availability.js';
import { daysBetween, localDateAt, wallClockAt } from '../../client/model/date-time.js';
import type { Mentor } from '../../client/model/mentor.js';
import type { LocalizeController } from '../shared/controllers/localize-controller.js';
import { fill } from '../shared/fill.js';
import { groupByTime, zoneName, type DayGroup } from '../shared/weekly-hours.js';
import type { MentorCardStrings } from './mentor-card.strings.js';

/** The zone of this browser. */
export const browserZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** "Tomorrow, 5:30 PM", "Thursday, 5:30 PM", "December 4, 5:30 PM"; with the zone when it is another. */
export function whenWords(
  localize: LocalizeController<MentorCardStrings>,
  at: Date,
  timeZone: string,
  now: Date,
): string {
  const { locale, t } = localize;
  const days = daysBetween(localDateAt(now, timeZone), localDateAt(at, timeZone));
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

/** A mentor's usual hours on the wall clock of `timeZone`, as they fall in the week from `now`. */
export function weeklyIn(mentor: Mentor, timeZone: string, now: Date): DayGroup[] {
  const hours = occurrences({ hours: mentor.availability, timeZone: mentor.timeZone }, now, 7)
    // One that is going on is cut at now; it comes again, whole, in seven days.
    .filter(({ start }) => +start > +now)
    .map(({ start, end }) => {
      const { weekday, minutes } = wallClockAt(start, timeZone);
      return { weekday, from: minutes, to: minutes + (+end - +start) / 60_000 };
    });
  return groupByTime(hours);
}
