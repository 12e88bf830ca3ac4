import { BackendError } from '../../client/errors.js';

/** Whatever a backend of the page's own threw, as one of ours. */
export function toBackendError(reason: unknown): BackendError {
  if (reason instanceof BackendError) return reason;
  // Another copy of the package throws its own class with the same shape.
  if (reason instanceof Error && reason.name === 'BackendError' && 'code' in reason)
    return reason as BackendError;
  return new BackendError('unavailable', { cause: reason });
}
