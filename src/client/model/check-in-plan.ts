import * as z from 'zod/mini';
import { CheckInSchedule } from './check-in-schedule.js';
import { Instant, LocalDate } from './date-time.js';
import { Person } from './person.js';

/** What a clinic asks its participants for, and when it could not be reached itself. */
export const CheckInPlan = z.object({
  schedules: z.array(CheckInSchedule),
  /** No day of these counts as missed. Instants, `to` exclusive; absent while it lasts. */
  outages: z.array(z.object({ from: Instant, to: z.optional(Instant) })),
});
export type CheckInPlan = z.infer<typeof CheckInPlan>;

/** Somebody who has gone quiet, for whoever is to reach out to them, kindly. */
export const CheckInFollowUp = z.object({
  /** As the reader sees them: an alias until the name is shared. */
  person: Person,
  /** Canonical address of the daily questionnaire. */
  questionnaire: z.string(),
  /** First of the missed days, on the person's calendar: the same silence has the same. */
  since: LocalDate,
  /** Missed days up to yesterday: 2 or more for a mentor, 3 or more for a clinician. */
  days: z.int(),
});
export type CheckInFollowUp = z.infer<typeof CheckInFollowUp>;
