import * as z from 'zod/mini';
import { Id } from '../../../model/id.js';

/** Fields of every list's options. */
export const pageFields = {
  cursor: z.optional(z.string()),
  limit: z.optional(z.int().check(z.gte(1))),
};

/** Whose data, in the query. */
export const ofPerson = { personId: z.optional(Id) };
