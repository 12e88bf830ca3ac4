import * as z from 'zod/mini';
import { Instant, LocalDate } from './date-time.js';
import { Id } from './id.js';
import { LocalizedText } from './localized-text.js';
import { Person } from './person.js';

/** FHIR R4 Goal lifecycle, as far as a participant meets it. */
export const GoalStatus = z.enum(['active', 'on-hold', 'completed', 'cancelled']);
export type GoalStatus = z.infer<typeof GoalStatus>;

/** A treatment goal or an assignment. */
export const Goal = z.object({
  id: Id,
  personId: Id,
  kind: z.enum(['goal', 'assignment']),
  title: LocalizedText,
  status: GoalStatus,
  dueOn: z.optional(LocalDate),
  setBy: Person,
  changedAt: Instant,
});
export type Goal = z.infer<typeof Goal>;

export const NewGoal = z.object({
  kind: z.enum(['goal', 'assignment']),
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  dueOn: z.optional(LocalDate),
});
export type NewGoal = z.infer<typeof NewGoal>;
