import * as z from 'zod/mini';
import { Instant } from './date-time.js';
import { Id } from './id.js';

/** What somebody says to being recorded in a meeting. */
export const NewRecordingAnswer = z.object({
  meetingId: Id,
  yes: z.boolean(),
  /** Which words they answered; other words have another. */
  version: z.string().check(z.minLength(1), z.maxLength(40)),
});
export type NewRecordingAnswer = z.infer<typeof NewRecordingAnswer>;

/** The same, and when. Every answer is kept beside those before it. */
export const RecordingAnswer = z.extend(NewRecordingAnswer, { at: Instant });
export type RecordingAnswer = z.infer<typeof RecordingAnswer>;
