import type * as z from 'zod/mini';
import { BackendError } from './errors.js';

/**
 * A value from outside, checked once.
 * @throws {BackendError} `invalid-response`, naming the place that did not fit and never its value.
 */
export function parseResponse<T>(schema: z.ZodMiniType<T>, value: unknown): T {
  // Without `jitless` zod probes `new Function`, which a strict CSP reports as a violation.
  const result = schema.safeParse(value, { jitless: true });
  if (result.success) return result.data;
  const detail = result.error.issues[0]?.path.map(String).join('.') || 'root';
  throw new BackendError('invalid-response', { detail });
}
