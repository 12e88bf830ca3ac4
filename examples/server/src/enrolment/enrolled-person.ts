import * as z from 'zod/mini';
import { TimeZone } from '../../../../src/client/model/date-time.js';
import { Id } from '../../../../src/client/model/id.js';
import { MatchPreferences } from '../../../../src/client/model/matching.js';
import { Mentor } from '../../../../src/client/model/mentor.js';
import { Role } from '../../../../src/client/model/person.js';
import { Programme } from '../../../../src/client/model/session.js';

/** What a clinic says of somebody so that they can sign in. */
export const EnrolledPerson = z
  .object({
    /** The `sub` of their tokens: an id that says nothing. */
    id: Id,
    role: Role,
    /** First name, as they want to be called. */
    name: z.string().check(z.minLength(1), z.maxLength(200)),
    /** How those see a participant to whom the name is not shown. */
    alias: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
    timeZone: TimeZone,
    locale: z.optional(z.string()),
    /** Country, for crisis lines; absent: the person is asked. */
    region: z.optional(z.string()),
    programme: z.optional(Programme),
    /** What a participant looks for in a mentor. */
    preferences: z.optional(MatchPreferences),
    /** What a mentor agreed to tell of themselves. */
    mentor: z.optional(
      z.omit(Mentor, { id: true, name: true, timeZone: true, openPlaces: true, nextOpening: true }),
    ),
  })
  .check(z.refine(({ role, mentor }) => (role === 'mentor') === (mentor !== undefined), 'mentor'));
export type EnrolledPerson = z.infer<typeof EnrolledPerson>;
