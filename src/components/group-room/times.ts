import { DOORS_OPEN_MS, type Meeting } from '../../client/model/meeting.js';
import type { LocalizeController } from '../shared/controllers/localize-controller.js';
import { fill } from '../shared/fill.js';
import type { GroupRoomStrings } from './group-room.strings.js';

/** What the words about a meeting need to know about their reader. */
export interface Reader {
  readonly localize: LocalizeController<GroupRoomStrings>;
  readonly now: Date;
  /** IANA zone that times are told in. */
  readonly timeZone: string;
  update(): void;
}

const CLOCK = { hour: 'numeric', minute: '2-digit' } as const;

/** "Tuesday, November 24, 6:00 – 7:15 PM"; names the zone when the device is in another one. */
export function when(
  { localize, timeZone }: Reader,
  meeting: Meeting,
  style: 'long' | 'short' = 'long',
): string {
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return new Intl.DateTimeFormat(localize.locale, {
    timeZone,
    weekday: style,
    month: style,
    day: 'numeric',
    ...CLOCK,
    ...(timeZone !== here && { timeZoneName: 'short' }),
  }).formatRange(new Date(meeting.startsAt), new Date(meeting.endsAt));
}

/** "Doors open at 6:50 PM"; the day stands beside it. */
export function doorsOpen({ localize, timeZone }: Reader, meeting: Meeting): string {
  const at = new Date(Date.parse(meeting.startsAt) - DOORS_OPEN_MS);
  return fill(localize.t.doorsAt, { time: localize.dateTime(at, { timeZone, ...CLOCK }) });
}

/** "With Luis, facilitator" and "4 people expected". */
export function who({ localize }: Reader, { kind, facilitator, expected }: Meeting): string[] {
  const { t } = localize;
  return [
    fill(t.with[kind], { name: facilitator.name }),
    ...(kind === 'group' ? [localize.plural(expected, t.expected)] : []),
  ];
}

/** When what a meeting's doors say becomes another. */
export function doorMarks(meeting: Pick<Meeting, 'startsAt' | 'endsAt'>): number[] {
  return [Date.parse(meeting.startsAt) - DOORS_OPEN_MS, Date.parse(meeting.endsAt)];
}
