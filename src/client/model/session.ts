import * as z from 'zod/mini';
import { Instant, LocalDate, TimeZone } from './date-time.js';
import { Id } from './id.js';
import { Person } from './person.js';

/** A stay in the programme. */
export const Programme = z.object({
  name: z.string(),
  startedOn: LocalDate,
  /** Planned length in weeks. */
  weeks: z.number(),
  /** Absent while the person is in the programme. */
  dischargedOn: z.optional(LocalDate),
});
export type Programme = z.infer<typeof Programme>;

/** Who is signed in, and where and when they live. */
export const Session = z.object({
  person: Person,
  clinic: z.object({ id: Id, name: z.string() }),
  timeZone: TimeZone,
  /** BCP 47 tag that the person prefers; the page's `lang` wins. */
  locale: z.optional(z.string()),
  /** ISO 3166-1 alpha-2 country, for crisis lines. Absent when unknown: it is asked, never guessed. */
  region: z.optional(z.string()),
  programme: z.optional(Programme),
  expiresAt: z.optional(Instant),
});
export type Session = z.infer<typeof Session>;
