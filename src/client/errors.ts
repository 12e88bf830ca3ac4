/** Everything that can go wrong between an element and its backend. A closed set. */
export const BACKEND_ERROR_CODES = [
  'offline',
  'timeout',
  'unauthorized',
  'forbidden',
  'not-found',
  'conflict',
  'invalid-request',
  'invalid-response',
  'rate-limited',
  'unavailable',
] as const;
export type BackendErrorCode = (typeof BACKEND_ERROR_CODES)[number];

/** Details of a {@link BackendError}. */
export interface BackendErrorOptions extends ErrorOptions {
  /** Seconds to wait before another try, when the backend said so. */
  readonly retryAfter?: number;
  /** Which rule or field was violated, in kebab-case: `no-capacity`, `date-in-future`. */
  readonly detail?: string;
}

/**
 * The one error that a backend throws. What people read is chosen by `code` (and `detail`); the
 * message is for developers and carries no personal data. An abort is not an error of ours: it
 * passes through as the signal's own reason.
 */
export class BackendError extends Error {
  override readonly name = 'BackendError';
  /** Seconds to wait before another try, when known. */
  readonly retryAfter?: number;
  /** Which rule or field was violated, in kebab-case. */
  readonly detail?: string;

  constructor(
    readonly code: BackendErrorCode,
    { retryAfter, detail, ...options }: BackendErrorOptions = {},
  ) {
    super(detail ? `${code}: ${detail}` : code, options);
    if (retryAfter !== undefined) this.retryAfter = retryAfter;
    if (detail !== undefined) this.detail = detail;
  }

  /** Whether the same call may succeed later without a change. */
  get retryable(): boolean {
    return ['offline', 'timeout', 'rate-limited', 'unavailable', 'invalid-response'].includes(
      this.code,
    );
  }
}

/** Whether this is the way an aborted call ends, to be passed on and never shown. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
