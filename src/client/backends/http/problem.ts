import * as z from 'zod/mini';
import { BACKEND_ERROR_CODES, type BackendErrorCode } from '../../errors.js';

/** Media type of an error. @see RFC 9457, section 3 */
export const PROBLEM_TYPE = 'application/problem+json';

/** An error as the API tells it. @see RFC 9457 */
export const Problem = z.object({
  /** Says the kind of problem; {@link problemType}. */
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** Extension: which of our codes. */
  code: z.enum(BACKEND_ERROR_CODES),
  /** Extension: the rule or field that was violated, `BackendError.detail`. Never a value. */
  reason: z.optional(z.string()),
  /** Extension: finds the request in the server's log. */
  requestId: z.optional(z.string()),
});
export type Problem = z.infer<typeof Problem>;

/** `type` of a problem with this code. */
export const problemType = (code: BackendErrorCode): string =>
  `https://wayfellow.dev/problems/${code}`;

/** The status that each code is sent with. `offline` is the client's alone. */
export const STATUS_OF: Readonly<Record<Exclude<BackendErrorCode, 'offline'>, number>> = {
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'invalid-request': 400,
  'invalid-response': 502,
  'rate-limited': 429,
  unavailable: 503,
  timeout: 504,
};

/** The rule of a change whose `If-Match` does not hold any more: status 412. */
export const CHANGED_MEANWHILE = 'changed-meanwhile';

/** Statuses that a proxy answers with, or the server where one says more than its code's own. */
const MORE: Readonly<Record<number, BackendErrorCode>> = {
  408: 'timeout',
  410: 'not-found',
  412: 'conflict',
  425: 'unavailable',
  502: 'unavailable',
};

/** The code of an answer that explains itself by its status alone. */
export function codeOfStatus(status: number): BackendErrorCode {
  const [code] = Object.entries(STATUS_OF).find(([, own]) => own === status) ?? [];
  return (
    MORE[status] ??
    (code as BackendErrorCode | undefined) ??
    (status < 500 ? 'invalid-request' : 'unavailable')
  );
}
