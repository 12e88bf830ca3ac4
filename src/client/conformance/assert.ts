import type * as z from 'zod/mini';
import { BACKEND_ERROR_CODES, type BackendError, type BackendErrorCode } from '../errors.js';

/** A promise of the contract that the backend does not keep. */
export class ConformanceError extends Error {
  override readonly name = 'ConformanceError';
}

/** Thrown by a case that cannot run here: the backend lacks a service, or the world a clock. */
export class ConformanceSkip extends Error {
  override readonly name = 'ConformanceSkip';
}

export function check(condition: unknown, message: string): asserts condition {
  if (!condition) throw new ConformanceError(message);
}

/** Equal as data; fields that are undefined count as absent. */
export function same(actual: unknown, expected: unknown, what: string): void {
  const [is, wanted] = [show(actual), show(expected)];
  check(is === wanted, `${what} should be ${wanted}, but is ${is}`);
}

/** The value, if it fits the schema of the model. */
export function fits<T>(schema: z.ZodMiniType<T>, value: unknown, what: string): T {
  const { success, data, error } = schema.safeParse(value, { jitless: true });
  const [issue] = error?.issues ?? [];
  check(
    success,
    `${what} does not fit its schema at "${issue?.path.join('.')}": ${issue?.message}`,
  );
  return data;
}

/** Passes when the call rejects with a `BackendError` of one of these codes (and this detail). */
export async function refuses(
  call: Promise<unknown>,
  codes: BackendErrorCode | readonly BackendErrorCode[],
  detail?: string,
): Promise<void> {
  const wanted = [codes].flat().join(' or ');
  const error = await rejection(call, `reject with ${wanted}`);
  check(
    isBackendError(error),
    `It should reject with a BackendError, but it did with ${String(error)}`,
  );
  check(
    codes.includes(error.code),
    `It should reject with ${wanted}, but it did with ${error.message}`,
  );
  if (detail !== undefined) same(error.detail, detail, `The detail of ${error.code}`);
}

/** What the call rejects with. */
export async function rejection(call: Promise<unknown>, should: string): Promise<unknown> {
  let answer: unknown;
  try {
    answer = await call;
  } catch (error) {
    return error;
  }
  throw new ConformanceError(`It should ${should}, but it answered ${show(answer)}`);
}

/** By name, because a host may carry two copies of the package. */
export function isBackendError(error: unknown): error is BackendError {
  return (
    error instanceof Error &&
    error.name === 'BackendError' &&
    (BACKEND_ERROR_CODES as readonly unknown[]).includes((error as BackendError).code)
  );
}

function show(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) =>
      part && typeof part === 'object' && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ) ?? 'undefined'
  );
}
