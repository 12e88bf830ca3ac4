import * as z from 'zod/mini';
import { LONGEST_BREAKOUT, MOST_IN_A_BREAKOUT } from './breakout-groups.js';
import { Instant } from './date-time.js';
import { Id } from './id.js';
import { GuestName } from './room-door.js';

const guest = { guest: Id, name: GuestName };

/**
 * Somebody who is asked into a small room, by what they are called within the meeting's room only:
 * whoever joined under an alias keeps it.
 */
export const BreakoutPerson = z.object({
  ...guest,
  /** Where they said that they are: in the small room, or still (or again) in the group. */
  at: z.optional(z.enum(['pair', 'group'])),
  /** They ask the host for support since then, and the host has not answered. For hosts and themselves. */
  callsSince: z.optional(Instant),
  /** The host has seen their last call. For themselves. */
  seen: z.optional(z.boolean()),
});
export type BreakoutPerson = z.infer<typeof BreakoutPerson>;

/** A small room beside the meeting's: mostly a mentor and a mentee. */
export const Breakout = z.object({ id: Id, people: z.array(BreakoutPerson) });
export type Breakout = z.infer<typeof Breakout>;

/** The small rooms of a meeting, as the reader may know of them. */
export const RoomBreakouts = z.object({
  /** What the reader is called in all rooms of this meeting. */
  you: Id,
  /** Null while there are none. */
  running: z.nullable(
    z.object({
      startedAt: Instant,
      endsAt: Instant,
      /** For a host all of them; for others the one that they are asked into, if any. */
      pairs: z.array(Breakout),
    }),
  ),
  /** For hosts: who among those expected is whose mentor, as far as their pairing is active. */
  pairings: z.optional(z.array(z.object({ mentor: Id, mentee: Id }))),
});
export type RoomBreakouts = z.infer<typeof RoomBreakouts>;

const group = z.array(z.object(guest)).check(z.minLength(2), z.maxLength(MOST_IN_A_BREAKOUT));

/** What a host does with them. */
export const BreakoutChange = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('start'),
    /** Names as these people are called in the room now. */
    pairs: z.array(group).check(z.minLength(1), z.maxLength(100)),
    minutes: z.int().check(z.gte(1), z.lte(LONGEST_BREAKOUT)),
  }),
  /** Calls everybody back: it is over after a last word. */
  z.object({ type: z.literal('end') }),
  /** Tells who asked for support that it has been seen. */
  z.object({ type: z.literal('answer'), guest: Id }),
]);
export type BreakoutChange = z.infer<typeof BreakoutChange>;

/** What somebody says who is asked into a small room. */
export const BreakoutWord = z.discriminatedUnion('type', [
  z.object({ type: z.literal('at'), at: z.enum(['pair', 'group']) }),
  /** Asks the host, who is in another room, for support. */
  z.object({ type: z.literal('call') }),
]);
export type BreakoutWord = z.infer<typeof BreakoutWord>;
