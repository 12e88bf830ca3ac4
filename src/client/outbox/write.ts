import type { Backend, RequestOptions, WriteOptions } from '../backend.js';
import { BackendError } from '../errors.js';
import type { NewCheckIn } from '../model/check-in.js';
import type { Attendance } from '../model/meeting.js';
import type { NewSafetyAlert } from '../model/safety.js';

/**
 * The writes that may wait, because they state what the person did or said at a time of their own
 * and stay true later. What bargains with the state of others (a booking, a pairing, a consent)
 * must not: late, it would surprise, and a revocation that only seems to be in force would harm.
 * A message may be answered meanwhile and has no time of its own on the wire, so it does not wait
 * either.
 */
export type Write =
  | { readonly operation: 'checkIns.submit'; readonly input: NewCheckIn }
  | { readonly operation: 'safety.raise'; readonly input: NewSafetyAlert }
  | { readonly operation: 'sessions.attend'; readonly input: Attendance }
  | {
      readonly operation: 'drafts.put';
      readonly input: { readonly key: string; readonly value: unknown };
    }
  | { readonly operation: 'drafts.remove'; readonly input: string };

export type Operation = Write['operation'];

/** A draft that was replaced before it was sent never has to be sent. */
export function draftKeyOf(write: Write): string | undefined {
  if (write.operation === 'drafts.put') return write.input.key;
  return write.operation === 'drafts.remove' ? write.input : undefined;
}

/** Whether it can be written down and read again as it was. */
export function canBeKept(write: Write): boolean {
  try {
    return write.operation === 'drafts.put'
      ? typeof write.input.key === 'string' && JSON.stringify(write.input.value) !== undefined
      : JSON.stringify(write.input) !== undefined;
  } catch {
    return false;
  }
}

/**
 * Asks the backend for it.
 * @throws {BackendError} what the backend throws; `not-found` (`service-absent`) without the service
 */
export async function perform(
  backend: Backend,
  write: Write,
  options: WriteOptions,
): Promise<unknown> {
  const { checkIns, safety, sessions, drafts } = backend;
  switch (write.operation) {
    case 'checkIns.submit':
      return (checkIns ?? absent()).submit(write.input, options);
    case 'safety.raise':
      return (safety ?? absent()).raise(write.input, options);
    case 'sessions.attend':
      return (sessions ?? absent()).attend(write.input, options);
    case 'drafts.put':
      return (drafts ?? absent()).put(write.input.key, write.input.value, unkeyed(options));
    case 'drafts.remove':
      return (drafts ?? absent()).remove(write.input, unkeyed(options));
  }
}

/** The last draft wins whoever sends it how often: the port gives drafts no key. */
const unkeyed = ({ signal }: WriteOptions): RequestOptions => (signal ? { signal } : {});

function absent(): never {
  throw new BackendError('not-found', { detail: 'service-absent' });
}
