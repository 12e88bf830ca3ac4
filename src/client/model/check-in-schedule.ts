import * as z from 'zod/mini';
import { addDays, daysBetween, localDateAt } from './date-time.js';
import type { Programme } from './session.js';

/** How often a questionnaire is asked for, or at which end of the programme. */
export const CheckInRhythm = z.enum([
  'daily',
  'weekly',
  'every-two-weeks',
  'at-intake',
  'at-discharge',
]);
export type CheckInRhythm = z.infer<typeof CheckInRhythm>;

/** That a questionnaire is to be answered again and again, or once. */
export const CheckInSchedule = z.object({
  /** Canonical address; with or without `|version`, every version of it counts. */
  questionnaire: /* @__PURE__ */ z.string().check(z.minLength(1)),
  rhythm: CheckInRhythm,
});
export type CheckInSchedule = z.infer<typeof CheckInSchedule>;

/** Calendar days of the person, both inclusive, of which one answer covers all. */
export interface CheckInPeriod {
  readonly from: string;
  readonly to: string;
}

/** A check-in that can be answered today and has not been. */
export interface DueCheckIn extends CheckInPeriod {
  readonly questionnaire: string;
}

/** That a questionnaire was answered about a day; queued on the device counts as well. */
export interface AnsweredCheckIn {
  readonly questionnaire: string;
  /** Local date. */
  readonly on: string;
}

/** What the rules need to know of a person. */
export interface CheckInHistory {
  /** Absent: not in a programme, so nothing is due and nothing is missed. */
  readonly programme: Pick<Programme, 'startedOn' | 'dischargedOn'> | undefined;
  /** IANA zone of the person; it decides which day it is for them. */
  readonly timeZone: string;
  readonly answered: readonly AnsweredCheckIn[];
}

const DAYS = { daily: 1, weekly: 7, 'every-two-weeks': 14 } as const;

/**
 * Days for which intake and discharge can be answered, the first included. PHQ-9 and GAD-7 ask
 * about the last two weeks: later, an answer would no longer speak of the beginning or the end.
 */
export const EDGE_DAYS = 14;

/**
 * The period of a schedule into which a local date falls. Weeks are counted from the person's own
 * first day, so that no one begins with a short one; discharge ends the last one early.
 * @returns undefined when the questionnaire is not asked for on that date
 */
export function periodOf(
  rhythm: CheckInRhythm,
  { startedOn, dischargedOn }: Pick<Programme, 'startedOn' | 'dischargedOn'>,
  date: string,
): CheckInPeriod | undefined {
  if (rhythm === 'at-discharge')
    return dischargedOn
      ? within(date, dischargedOn, addDays(dischargedOn, EDGE_DAYS - 1))
      : undefined;
  const lastDay = (to: string) => (dischargedOn && dischargedOn < to ? dischargedOn : to);
  if (rhythm === 'at-intake')
    return within(date, startedOn, lastDay(addDays(startedOn, EDGE_DAYS - 1)));
  const length = DAYS[rhythm];
  const before = Math.floor(daysBetween(startedOn, date) / length) * length;
  const from = addDays(startedOn, before);
  return before < 0 ? undefined : within(date, from, lastDay(addDays(from, length - 1)));
}

/**
 * What can be answered now, what closes first at the front; of those that close together, in the
 * order of the schedules. One answer about any day of a period is enough.
 */
export function due(
  schedules: readonly CheckInSchedule[],
  { programme, timeZone, answered }: CheckInHistory,
  now: Date,
): DueCheckIn[] {
  if (!programme) return [];
  const today = localDateAt(now, timeZone);
  return schedules
    .flatMap(({ questionnaire, rhythm }) => {
      const period = periodOf(rhythm, programme, today);
      const isDone = answered.some(
        (each) =>
          sameQuestionnaire(each.questionnaire, questionnaire) &&
          period !== undefined &&
          within(each.on, period.from, period.to),
      );
      return period && !isDone ? [{ questionnaire, ...period }] : [];
    })
    .sort((a, b) => a.to.localeCompare(b.to));
}

/** Whether two canonicals name the same questionnaire, in whichever version. */
export function sameQuestionnaire(one: string, other: string): boolean {
  return one.split('|', 1)[0] === other.split('|', 1)[0];
}

function within(date: string, from: string, to: string): CheckInPeriod | undefined {
  return from <= date && date <= to ? { from, to } : undefined;
}
