import * as z from 'zod/mini';

/** What the others learn about somebody. No id of theirs outside this room, and no more than this. */
export const Presence = z.object({
  name: z.string().check(z.maxLength(80)),
  microphone: z.boolean(),
  camera: z.boolean(),
  handRaisedAt: z.optional(z.number()),
  screen: z.optional(z.boolean()),
  /** They look at no pictures now: none need be sent to them. */
  blind: z.optional(z.boolean()),
  /** When they came in, milliseconds since the epoch. */
  since: z.number(),
});
export type Presence = z.infer<typeof Presence>;

const Description = z.object({
  type: z.literal('description'),
  description: z.object({ type: z.enum(['offer', 'answer']), sdp: z.string() }),
});

const Candidate = z.object({
  type: z.literal('candidate'),
  candidate: z.object({
    candidate: z.string(),
    sdpMid: z.nullish(z.string()),
    sdpMLineIndex: z.nullish(z.number()),
    usernameFragment: z.nullish(z.string()),
  }),
});

/** For a {@link PeerLink} of the room. */
export type LinkSignal = z.infer<typeof Description> | z.infer<typeof Candidate>;

/**
 * Everything that the people of a room send each other. `hello` comes in (or starts anew), those
 * who are there answer `welcome` or `full`, `presence` is a change, and `note` is for {@link Talk}.
 */
const Signal = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), presence: Presence }),
  z.object({ type: z.literal('welcome'), presence: Presence }),
  z.object({ type: z.literal('presence'), presence: Presence }),
  z.object({ type: z.literal('full') }),
  z.object({ type: z.literal('note'), note: z.unknown() }),
  Description,
  Candidate,
]);
export type Signal = z.infer<typeof Signal>;

/** The signal in a message; undefined when it is none, which is passed over. */
export function readSignal(message: unknown): Signal | undefined {
  // Without `jitless` zod probes `new Function`, which a strict CSP reports as a violation.
  return Signal.safeParse(message, { jitless: true }).data;
}
