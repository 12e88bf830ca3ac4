import * as z from 'zod/mini';
import { Instant } from './date-time.js';
import { Id } from './id.js';
import { Person } from './person.js';

/** The ways to cheer without words. */
export const Reaction = z.enum(['heart', 'applause', 'strength', 'sunrise']);
export type Reaction = z.infer<typeof Reaction>;

/** What somebody sends for another's milestone. */
export const NewCelebration = z.object({
  reaction: Reaction,
  words: z.optional(z.string().check(z.maxLength(280))),
});
export type NewCelebration = z.infer<typeof NewCelebration>;

/** A celebration that arrived. A person has at most one a milestone; a new one replaces it. */
export const Celebration = z.extend(NewCelebration, { id: Id, from: Person, at: Instant });
export type Celebration = z.infer<typeof Celebration>;
