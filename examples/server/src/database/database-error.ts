import { BackendError } from '../../../../src/client/errors.js';
import { RuleError } from '../../../../src/client/model/rule-error.js';

/** What PostgreSQL says about a statement that failed. */
interface Failure {
  readonly code: string;
  readonly constraint?: string;
}

/** The rule that each constraint holds. */
const RULES: Readonly<Record<string, string>> = {
  one_open_pairing: 'already-paired',
  mentor_capacity: 'no-capacity',
  one_booking: 'taken',
};

/** What a constraint or a type refused, in the words of the port; anything else as it is. */
export function translate(error: unknown): unknown {
  if (!isFailure(error)) return error;
  const rule = RULES[error.constraint ?? ''];
  if (rule !== undefined) return new RuleError(rule);
  // Text that PostgreSQL cannot hold: U+0000, half a surrogate pair.
  if (/^22(?:021|P0[25])$/.test(error.code))
    return new BackendError('invalid-request', { detail: 'text', cause: error });
  return error;
}

/** Whether others were in the way (an overtaken write, a deadlock, a serialization failure), so that it may go now. */
export function isContention(error: unknown): boolean {
  return isFailure(error) && (error.code === '40001' || error.code === '40P01');
}

/**
 * Whether PostgreSQL had no time or room for it, or was being stopped.
 * @see PostgreSQL's classes of error codes: 53, insufficient resources; 57, operator intervention
 */
export function isOverloaded(error: unknown): boolean {
  return isFailure(error) && /^5[37]/.test(error.code);
}

/** Says in the words of the port that the database cannot be asked now: it restarts, say. */
export function unavailable(cause: unknown): never {
  throw new BackendError('unavailable', { retryAfter: 1, cause });
}

/** Whether PostgreSQL says that nothing was done. Of a line that was cut, nobody knows. */
export function isUndone(error: unknown): boolean {
  return isFailure(error) && /^(?!08|57|58|XX)[0-9A-Z]{5}$/.test(error.code);
}

function isFailure(error: unknown): error is Failure {
  return error instanceof Error && typeof (error as Partial<Failure>).code === 'string';
}
