import {
  periodOf,
  sameQuestionnaire,
  type CheckInHistory,
  type CheckInPeriod,
} from './check-in-schedule.js';
import { addDays, instantOf, localDateAt } from './date-time.js';

/** A time in which our service could not be reached. */
export interface Outage {
  /** Instant. */
  readonly from: string;
  /** Instant, exclusive; absent while it lasts. */
  readonly to?: string | undefined;
}

/** Who is asked to look after somebody who has gone quiet, kindly, and why. */
export interface FollowUp {
  readonly who: 'mentor' | 'clinician';
  /** First of the missed days: the same silence has the same, so that it is followed up once. */
  readonly since: string;
  /** Missed days up to yesterday, at least {@link FOLLOW_UP_AFTER} of `who`. */
  readonly days: number;
}

/** Missed days after which somebody is asked to follow up. */
export const FOLLOW_UP_AFTER = { mentor: 2, clinician: 3 } as const;

const NOON = 12 * 60;

/**
 * Local dates without an answer to a daily questionnaire, oldest first, since the programme began.
 * Today is not missed before it is over, nor is the day of intake, which may have begun at night.
 * A day of which an outage took any part is not missed, whatever the person would have done.
 * @param questionnaire canonical of the one that is asked for daily
 */
export function missedDays(
  questionnaire: string,
  { programme, timeZone, answered }: CheckInHistory,
  now: Date,
  outages: readonly Outage[] = [],
): string[] {
  if (!programme) return [];
  const today = localDateAt(now, timeZone);
  const excused = outages.flatMap((outage) => daysOf(outage, timeZone, now));
  const done = new Set(
    answered.flatMap((c) => (sameQuestionnaire(c.questionnaire, questionnaire) ? c.on : [])),
  );
  const missed: string[] = [];
  for (let day = addDays(programme.startedOn, 1); day < today; day = addDays(day, 1)) {
    if (!periodOf('daily', programme, day)) break;
    const isExcused = excused.some(({ from, to }) => from <= day && day <= to);
    if (!done.has(day) && !isExcused && existed(day, timeZone)) missed.push(day);
  }
  return missed;
}

/**
 * Who follows up the present silence: the mentor after 2 missed days, the clinician as well after
 * 3. Any answer since, today's included, ends it. A day that an outage excuses neither counts nor
 * ends it. After discharge nobody follows up by this rule.
 */
export function followUps(
  questionnaire: string,
  history: CheckInHistory,
  now: Date,
  outages: readonly Outage[] = [],
): FollowUp[] {
  const { programme, timeZone, answered } = history;
  const today = localDateAt(now, timeZone);
  if (!programme || !periodOf('daily', programme, today)) return [];
  // An answer given east of here may be about tomorrow; one further ahead is a wrong clock's.
  const latest = addDays(today, 1);
  const lastHeard = answered.reduce(
    (last, { questionnaire: of, on }) =>
      sameQuestionnaire(of, questionnaire) && on > last && on <= latest ? on : last,
    '',
  );
  const silent = missedDays(questionnaire, history, now, outages).filter((day) => day > lastHeard);
  const [since] = silent;
  return (['mentor', 'clinician'] as const).flatMap((who) =>
    since !== undefined && silent.length >= FOLLOW_UP_AFTER[who]
      ? [{ who, since, days: silent.length }]
      : [],
  );
}

/** The local dates that an outage touched, none if it took no time. */
function daysOf({ from, to }: Outage, zone: string, now: Date): CheckInPeriod[] {
  const [start, end] = [Date.parse(from), to === undefined ? +now : Date.parse(to)];
  if (end <= start) return [];
  return [{ from: localDateAt(new Date(start), zone), to: localDateAt(new Date(end - 1), zone) }];
}

/** A zone that moves across the date line skips a day: Samoa had no 30 December 2011. */
function existed(day: string, zone: string): boolean {
  return localDateAt(instantOf(day, NOON, zone), zone) === day;
}
