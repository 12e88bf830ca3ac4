import { HTTPError, TimeoutError } from 'ky';
import { BackendError, type BackendErrorOptions } from '../../errors.js';
import { HttpFailure } from './http-failure.js';
import { codeOfStatus, Problem } from './problem.js';

/** The one translation of everything that goes wrong on the way to the server and back. */
export async function translate(
  error: unknown,
  operation: string,
  requestId: string,
): Promise<BackendError> {
  const response = error instanceof HTTPError ? error.response : undefined;
  const cause = new HttpFailure(operation, requestId, response?.status, { cause: error });
  if (response) return refusal(response, cause);
  if (error instanceof BackendError) {
    const { code, detail, retryAfter } = error;
    return new BackendError(code, defined({ cause, detail, retryAfter }));
  }
  if (error instanceof TimeoutError) return new BackendError('timeout', { cause });
  // What fetch rejects with when there is no answer, or not all of it.
  if (error instanceof TypeError) return new BackendError('offline', { cause });
  return new BackendError('unavailable', { cause });
}

/** The error that an answer stands for: by its problem, or by its status when it has none. */
export async function refusal(response: Response, cause: HttpFailure): Promise<BackendError> {
  const body: unknown = await response.json().catch(() => undefined);
  const { data: problem } = Problem.safeParse(body, { jitless: true });
  return new BackendError(
    problem?.code ?? codeOfStatus(response.status),
    defined({ cause, detail: problem?.reason, retryAfter: retryAfterOf(response) }),
  );
}

/** Seconds until another try is welcome, from a number or a date. @see RFC 9110, section 10.2.3 */
export function retryAfterOf({ headers }: Response): number | undefined {
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined;
}

function defined(options: {
  [K in keyof BackendErrorOptions]: BackendErrorOptions[K] | undefined;
}): BackendErrorOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
