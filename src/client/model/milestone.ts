import * as z from 'zod/mini';
import { Celebration } from './celebration.js';
import { Instant, LocalDate, TimeZone } from './date-time.js';
import { Id } from './id.js';
import { LocalizedText } from './localized-text.js';

/**
 * `chip`: recovery time. `programme`: set by the clinic (week 4, first group, graduation).
 * `personal`: the person's own. `connection`: reached out, attended, celebrated others.
 */
export const MilestoneKind = z.enum(['chip', 'programme', 'personal', 'connection']);
export type MilestoneKind = z.infer<typeof MilestoneKind>;

/** Something reached, or in sight. */
export const Milestone = z.object({
  id: Id,
  personId: Id,
  kind: MilestoneKind,
  title: LocalizedText,
  /** For a chip, its code (see `Chip`); the element says it in the reader's language. */
  chip: z.optional(z.string()),
  /** The person's local date on which it was, or is expected to be, reached. */
  on: LocalDate,
  timeZone: TimeZone,
  /** False while it is still to come. */
  reached: z.boolean(),
  note: z.optional(z.string()),
  recordedAt: Instant,
  celebrations: z.array(Celebration),
});
export type Milestone = z.infer<typeof Milestone>;

/** A milestone that a person adds themselves. A date in the future makes it one to come. */
export const NewMilestone = z.object({
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
  on: LocalDate,
  timeZone: TimeZone,
  note: z.optional(z.string().check(z.maxLength(1000))),
});
export type NewMilestone = z.infer<typeof NewMilestone>;
