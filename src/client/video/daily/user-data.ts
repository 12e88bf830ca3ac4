import * as z from 'zod/mini';

/**
 * What the others learn of somebody beyond name and devices. Daily keeps it with the participant,
 * so that those who come later see it too. It may have 4,096 characters.
 */
const UserData = z.object({
  /** Milliseconds since the epoch. */
  handRaisedAt: z.optional(z.number()),
});
export type UserData = z.infer<typeof UserData>;

/** Somebody else's data; empty when it is none of ours. */
export function readUserData(data: unknown): UserData {
  // Without `jitless` zod probes `new Function`, which a strict CSP reports as a violation.
  return UserData.safeParse(data, { jitless: true }).data ?? {};
}
