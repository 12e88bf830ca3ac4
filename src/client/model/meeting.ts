import * as z from 'zod/mini';
import { Instant } from './date-time.js';
import { Id } from './id.js';
import { LocalizedText } from './localized-text.js';
import { Person } from './person.js';

/** Ground rules that are accepted before joining. */
export const Agreements = z.object({
  /** A changed text gets a new version and is asked for again. */
  version: z.string(),
  items: z.array(LocalizedText),
});
export type Agreements = z.infer<typeof Agreements>;

/** A group or one-to-one session by video. */
export const Meeting = z.object({
  id: Id,
  kind: z.enum(['group', 'one-to-one']),
  title: LocalizedText,
  description: z.optional(LocalizedText),
  startsAt: Instant,
  endsAt: Instant,
  /** A named person runs every group; in a one-to-one the mentor does. */
  facilitator: Person,
  agreements: Agreements,
  /** Whoever comes waits at the door until a host lets them in. */
  waitingRoom: z.optional(z.boolean()),
  /** A host has ended this person's visit, and has not let them back in. */
  removed: z.optional(z.boolean()),
  /** The version that this person accepted, and when. */
  accepted: z.optional(z.object({ version: z.string(), at: Instant })),
  /** People expected, the reader included. */
  expected: z.int(),
  status: z.enum(['scheduled', 'cancelled']),
});
export type Meeting = z.infer<typeof Meeting>;

/** Doors open this long before the start. */
export const DOORS_OPEN_MS = 10 * 60_000;

/** `early` until the doors open, `open` until the end, then `over`. */
export function doors(
  meeting: Pick<Meeting, 'startsAt' | 'endsAt' | 'status'>,
  now: Date,
): 'early' | 'open' | 'over' | 'cancelled' {
  if (meeting.status === 'cancelled') return 'cancelled';
  if (now >= new Date(meeting.endsAt)) return 'over';
  return +now >= Date.parse(meeting.startsAt) - DOORS_OPEN_MS ? 'open' : 'early';
}

/** How to get into the room of a meeting. Tokens live as short as the meeting. */
export const RoomAccess = z.discriminatedUnion('transport', [
  z.object({
    transport: z.literal('mesh'),
    /** Random; says nothing about the meeting. */
    room: z.string(),
    /** Whether this person runs the room; the line to the others tells it to them by itself. */
    host: z.optional(z.boolean()),
    /** What this person is called within this room only; the line tells it to the others. */
    guest: z.optional(z.string()),
    iceServers: z.array(
      z.object({
        urls: z.union([z.string(), z.array(z.string())]),
        username: z.optional(z.string()),
        credential: z.optional(z.string()),
      }),
    ),
  }),
  z.object({ transport: z.literal('daily'), url: z.string(), token: z.optional(z.string()) }),
]);
export type RoomAccess = z.infer<typeof RoomAccess>;
/** Into a room whose people are connected to each other. */
export type MeshAccess = Extract<RoomAccess, { transport: 'mesh' }>;

/** That somebody was there. One a person and meeting; sent again with the same key it changes nothing. */
export const Attendance = z.object({
  meetingId: Id,
  joinedAt: Instant,
  leftAt: z.optional(Instant),
});
export type Attendance = z.infer<typeof Attendance>;

/** A free stretch that can be booked with a mentor. */
export const Opening = z.object({ mentorId: Id, startsAt: Instant, endsAt: Instant });
export type Opening = z.infer<typeof Opening>;
