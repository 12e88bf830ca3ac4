import * as z from 'zod/mini';
import { Instant } from './date-time.js';
import { Id } from './id.js';
import { Person } from './person.js';

/** `note`: a coping skill, strategy or lesson learned that the mentee can keep. */
export const MessageKind = z.enum(['message', 'encouragement', 'note']);
export type MessageKind = z.infer<typeof MessageKind>;

export const NewMessage = z.object({
  kind: MessageKind,
  text: z.string().check(z.trim(), z.minLength(1), z.maxLength(4000)),
});
export type NewMessage = z.infer<typeof NewMessage>;

/** Something written between mentor and mentee. */
export const Message = z.extend(NewMessage, {
  id: Id,
  pairingId: Id,
  from: Person,
  sentAt: Instant,
  readAt: z.optional(Instant),
  /** The reader kept it to find it again. */
  kept: z.boolean(),
});
export type Message = z.infer<typeof Message>;
