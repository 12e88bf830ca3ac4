import type { BackendErrorCode } from '../errors.js';
import type { Kept } from './entry.js';
import type { Operation } from './write.js';

/** A write that will not be sent by itself. It carries nothing of what the person wrote. */
export interface FailedWrite {
  /** For {@link Outbox.retry} and {@link Outbox.dismiss}. */
  readonly id: string;
  /** Absent when it cannot be read any more. */
  readonly operation?: Operation | undefined;
  /** When it was made, by the device's clock: ISO 8601 in UTC. */
  readonly madeAt: string;
  readonly code: BackendErrorCode;
  /** Which rule was violated; `expired` and `unreadable` are the outbox's own. */
  readonly detail?: string | undefined;
  /** Whether {@link Outbox.retry} can send it. */
  readonly canRetry: boolean;
}

/** What is to be sent for the person who is signed in. */
export interface OutboxState {
  /** Writes that will be sent. */
  readonly waiting: number;
  readonly sending: boolean;
  /** Why the last try stopped; absent when nothing waits. `unauthorized` waits for a session. */
  readonly reason?: BackendErrorCode | undefined;
  /** Writes that were refused for good, or have expired. */
  readonly failed: readonly FailedWrite[];
}

export const NOTHING: OutboxState = { waiting: 0, sending: false, failed: [] };

/** What the entries come to. */
export function summary(entries: readonly Kept[]): Pick<OutboxState, 'waiting' | 'failed'> {
  const failed = entries.flatMap(({ failed, operation, madeAt, record, write }) =>
    failed ? [{ id: record.id, operation, madeAt, ...failed, canRetry: write !== undefined }] : [],
  );
  return { waiting: entries.length - failed.length, failed };
}
