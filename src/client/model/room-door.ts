import * as z from 'zod/mini';
import { Instant } from './date-time.js';
import { Id } from './id.js';
import { ROOM_REMOVALS } from './room-removal.js';

/** What a person is called at the door, as they wrote it. */
export const GuestName = z.string().check(z.maxLength(80));

/** Who was declined may ask again after so long: it is "not now", and no verdict. */
export const DECLINED_MS = 5 * 60_000;

/** Somebody waits at the door, or goes away from it. */
export const Knock = z.object({ name: GuestName, leaving: z.optional(z.boolean()) });
export type Knock = z.infer<typeof Knock>;

/** What became of a knock; `left` answers `leaving`. */
export const Admission = z.object({ state: z.enum(['waiting', 'admitted', 'declined', 'left']) });
export type Admission = z.infer<typeof Admission>;

/** Somebody at the door. `guest` is good within this room only, and is no id of the clinic's. */
export const DoorGuest = z.object({ guest: Id, name: GuestName, since: Instant });
export type DoorGuest = z.infer<typeof DoorGuest>;

/** The door of a meeting's room, as its host sees it. */
export const RoomDoor = z.object({
  /** Who is not in yet stays out. */
  locked: z.boolean(),
  /** Whoever asks to be let in, first come first. */
  waiting: z.array(DoorGuest),
  /** Whose visit a host has ended; they stay out of this meeting until they are admitted again. */
  removed: z.array(DoorGuest),
  /** Everybody who is expected, by what they are called within this room only. */
  expected: z.array(Id),
});
export type RoomDoor = z.infer<typeof RoomDoor>;

const guests = z.array(Id).check(z.maxLength(200));

/** What a host does with the door. Each holds from then on, whatever a browser says. */
export const DoorChange = z.discriminatedUnion('type', [
  /** `present` are those who are in and may come back; whoever was noted as there may too. */
  z.object({ type: z.literal('lock'), present: guests }),
  z.object({ type: z.literal('unlock') }),
  /** Lets in who waits, or who was removed. */
  z.object({ type: z.literal('admit'), guests }),
  z.object({ type: z.literal('decline'), guests }),
  z.object({
    type: z.literal('remove'),
    guest: Id,
    name: GuestName,
    reason: z.enum(ROOM_REMOVALS),
  }),
]);
export type DoorChange = z.infer<typeof DoorChange>;
