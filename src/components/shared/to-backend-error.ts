import { BACKEND_ERROR_CODES, BackendError } from '../../client/errors.js';

/** Whatever a backend of the page's own threw, as one of ours. */
export function toBackendError(reason: unknown): BackendError {
  if (reason instanceof BackendError) return reason;
  // Another copy of the package throws its own class, perhaps with codes that we do not know.
  if (reason instanceof Error && reason.name === 'BackendError' && 'code' in reason) {
    const theirs = reason as BackendError;
    if (BACKEND_ERROR_CODES.includes(theirs.code)) return theirs;
  }
  // A backend's own time limit, or a call that it gave up itself.
  if (reason instanceof Error && /^(?:Abort|Timeout)Error$/.test(reason.name))
    return new BackendError('timeout', { cause: reason });
  return new BackendError('unavailable', { cause: reason });
}
