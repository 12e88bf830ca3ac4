import type { RecordingNote } from '../recording-consent.js';

/**
 * What the others learn of somebody beyond name and devices. Daily keeps it with the participant,
 * so that those who come later see it too. It may have 4,096 characters.
 */
export interface UserData {
  /** Milliseconds since the epoch. */
  readonly handRaisedAt?: number;
  readonly recording?: RecordingNote;
}

/** Somebody else's data; empty when it is none of ours. By hand: a schema would cost 6 kB here. */
export function readUserData(data: unknown): UserData {
  const { handRaisedAt, recording } = fields(data);
  const { id, asks, yes } = fields(recording);
  return {
    ...(typeof handRaisedAt === 'number' && { handRaisedAt }),
    ...(typeof id === 'string' && {
      recording: { id, ...(asks === true && { asks }), ...(typeof yes === 'boolean' && { yes }) },
    }),
  };
}

const fields = (data: unknown): Record<string, unknown> =>
  typeof data === 'object' && data ? (data as Record<string, unknown>) : {};
