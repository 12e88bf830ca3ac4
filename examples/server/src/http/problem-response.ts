import type { BackendError } from '../../../../src/client/errors.js';
import {
  CHANGED_MEANWHILE,
  PROBLEM_TYPE,
  problemType,
  STATUS_OF,
  type Problem,
} from '../../../../src/client/backends/http/problem.js';

const TITLE: Record<BackendError['code'], string> = {
  offline: 'No connection',
  timeout: 'No answer in time',
  unauthorized: 'Nobody is signed in',
  forbidden: 'Not allowed',
  'not-found': 'Not found',
  conflict: 'A rule does not allow this',
  'invalid-request': 'The request does not fit the API',
  'invalid-response': 'A service behind this one answered something else',
  'rate-limited': 'Too many requests',
  unavailable: 'Not available now',
};

/** An error as an answer. @see RFC 9457 */
export function problemResponse(
  error: BackendError,
  requestId: string,
  status = statusOf(error),
): Response {
  const { code, detail, retryAfter } = error;
  const problem: Problem = {
    type: problemType(code),
    title: status === 412 ? 'Changed meanwhile: nothing was done. Read it again' : TITLE[code],
    ...{ status, code, requestId },
    ...(detail === undefined ? {} : { reason: detail }),
  };
  const headers = new Headers({ 'content-type': PROBLEM_TYPE, 'x-request-id': requestId });
  if (retryAfter !== undefined) headers.set('retry-after', String(Math.ceil(retryAfter)));
  // RFC 6750, section 3.
  if (status === 401) headers.set('www-authenticate', 'Bearer error="invalid_token"');
  return new Response(JSON.stringify(problem), { status, headers });
}

function statusOf({ code, detail }: BackendError): number {
  // RFC 9110, section 13.1.1.
  if (code === 'conflict' && detail === CHANGED_MEANWHILE) return 412;
  return code === 'offline' ? STATUS_OF.unavailable : STATUS_OF[code];
}
