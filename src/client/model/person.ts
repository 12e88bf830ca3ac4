import * as z from 'zod/mini';
import { Id } from './id.js';

/** What somebody is here as. A person may hold several roles; a session has one. */
export const Role = z.enum(['participant', 'mentor', 'facilitator', 'clinician']);
export type Role = z.infer<typeof Role>;

/** Somebody as others see them: the name or alias that they chose to be called by. */
export const Person = z.object({
  id: Id,
  /** First name or alias. Never a legal name that the person did not choose to show. */
  name: z.string(),
  role: Role,
});
export type Person = z.infer<typeof Person>;
