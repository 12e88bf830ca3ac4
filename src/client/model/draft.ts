import * as z from 'zod/mini';
import { Instant } from './date-time.js';

/** Something half-written, kept for its writer alone. */
export const Draft = z.object({
  /** What it is a draft of, for example a questionnaire's canonical. */
  key: z.string(),
  value: z.unknown(),
  savedAt: Instant,
});
export type Draft = z.infer<typeof Draft>;
