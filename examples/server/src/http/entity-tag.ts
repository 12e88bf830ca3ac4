import type { Context } from 'hono';
import type { WriteOptions } from '../../../../src/client/backend.js';
import { versionOf } from '../../../../src/client/backends/embedded/version-of.js';
import type { Route } from '../../../../src/client/backends/http/route.js';
import { BackendError } from '../../../../src/client/errors.js';
import type { Env } from './env.js';

/**
 * The tag of an answer. Weak, for it says that the answers mean the same: a proxy may compress them,
 * and If-Match still holds, as in FHIR.
 */
export const tagOf = (answer: unknown): string => `W/"${versionOf(answer)}"`;

/** Whether a header names this tag. */
export function matches(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header.trim() === '*' || versionsIn(header).includes(versionsIn(tag)[0] ?? '');
}

/**
 * What `If-Match` says was seen; for the backend to compare inside the change's own transaction.
 * @throws {BackendError} `invalid-request` where nothing can be compared: it must not seem to be
 */
export function seenBy(c: Context<Env>, { changes }: Route): WriteOptions {
  const header = c.req.header('if-match');
  if (header === undefined || header.trim() === '*') return {};
  const [seen, ...others] = versionsIn(header);
  if (changes === undefined || seen === undefined || others.length)
    throw new BackendError('invalid-request', { detail: 'if-match' });
  return { seen };
}

const versionsIn = (header: string): string[] =>
  [...header.matchAll(/(?:W\/)?"([\x21\x23-\x7e]*)"/g)].map(([, version = '']) => version);
