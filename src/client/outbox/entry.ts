import type { BackendErrorCode } from '../errors.js';
import type { EntryRecord, EntryStore } from './entry-store.js';
import type { Operation, Write } from './write.js';

/** What is kept of a write. */
export interface Entry {
  /** Absent once it has expired: what it said is gone, that it was not sent is still told. */
  readonly write?: Write | undefined;
  /** Absent when it cannot be read any more. */
  readonly operation?: Operation | undefined;
  /** Idempotency key. */
  readonly key: string;
  /** Device time at which it was made, ISO 8601 in UTC. */
  readonly madeAt: string;
  /** Why it will not be sent by itself. */
  readonly failed?: Failure | undefined;
}

/** `expired` is a `timeout`, `unreadable` an `invalid-request`; the rest is the backend's own. */
export interface Failure {
  readonly code: BackendErrorCode;
  readonly detail?: string | undefined;
}

/** An entry, and the record that seals it. */
export interface Kept extends Entry {
  readonly record: EntryRecord;
  readonly store: EntryStore;
}
