import * as z from 'zod/mini';
import { addDays, Instant, LocalDate, TimeZone } from './date-time.js';
import { Id } from './id.js';
import { Score } from './scoring.js';
import { answerTo, plainAnswer, QuestionnaireResponse } from './questionnaire-response.js';

/** Answers on their way to the backend. */
export const NewCheckIn = z.object({
  response: QuestionnaireResponse,
  /** The person's calendar day that it is about. */
  on: LocalDate,
  timeZone: TimeZone,
  score: z.optional(Score),
});
export type NewCheckIn = z.infer<typeof NewCheckIn>;

/** A check-in on record. For a reader without the grant, answers and free text are left out. */
export const CheckIn = z.extend(NewCheckIn, {
  id: Id,
  personId: Id,
  receivedAt: Instant,
});
export type CheckIn = z.infer<typeof CheckIn>;

/** What a submission is answered with. */
export const CheckInReceipt = z.object({
  /** `queued`: kept on this device, sent as soon as it can be. */
  status: z.enum(['received', 'queued']),
  checkInId: Id,
  at: Instant,
});
export type CheckInReceipt = z.infer<typeof CheckInReceipt>;

/** linkIds of the daily check-in that are plotted. 0–10 each; `sleep` in hours. */
export const MEASURES = ['mood', 'craving', 'sleep', 'confidence'] as const;
export type Measure = (typeof MEASURES)[number];

/** A day of the daily check-in as numbers; what was not answered is absent. */
export type DayMeasures = { on: string } & { [M in Measure]?: number };

/** The numbers of a daily check-in. */
export function measuresOf(checkIn: CheckIn): DayMeasures {
  const day: DayMeasures = { on: checkIn.on };
  for (const measure of MEASURES) {
    const value = plainAnswer(answerTo(checkIn.response, measure));
    if (typeof value === 'number') day[measure] = value;
  }
  return day;
}

/** The numbers day by day. Newest first in, so what was answered last counts for its day. */
export function measuresByDay(checkIns: readonly CheckIn[]): Map<string, DayMeasures> {
  const byDay = new Map<string, DayMeasures>();
  for (const checkIn of checkIns) {
    const measures = measuresOf(checkIn);
    if (Object.keys(measures).length > 1)
      byDay.set(checkIn.on, { ...measures, ...byDay.get(checkIn.on) });
  }
  return byDay;
}

/** "5 of the last 7 days": distinct days with a check-in, today included. Never a chain. */
export function daysAnswered(
  checkIns: readonly { on: string }[],
  today: string,
  days = 7,
): { answered: number; of: number } {
  const first = addDays(today, 1 - days);
  const answered = new Set(checkIns.map((c) => c.on).filter((on) => on >= first && on <= today));
  return { answered: answered.size, of: days };
}
