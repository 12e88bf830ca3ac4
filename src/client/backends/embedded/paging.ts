import * as z from 'zod/mini';
import { BackendError } from '../../errors.js';
import type { Page } from '../../page.js';

const MOST = 200;

/** Fields of every list's options, to be parsed. More than the most is given as the most. */
export const pageFields = {
  cursor: z.optional(z.string()),
  limit: z.optional(z.int().check(z.gte(1))),
};

/** What a list was asked for, parsed. */
export interface PageRequest {
  cursor?: string | undefined;
  limit?: number | undefined;
}

export function limitOf({ limit = 50 }: PageRequest): number {
  return Math.min(limit, MOST);
}

/** An opaque cursor: after this key in that list. */
export function toCursor(list: string, after: string): string {
  return btoa(encodeURIComponent(JSON.stringify([list, after])));
}

/** @throws {BackendError} `invalid-request` when it is not a cursor of this list. */
export function fromCursor(list: string, cursor: string): string {
  try {
    const [of, after] = JSON.parse(decodeURIComponent(atob(cursor))) as unknown[];
    if (of === list && typeof after === 'string') return after;
  } catch {
    // Not one of ours.
  }
  throw new BackendError('invalid-request', { detail: 'cursor' });
}

/** A page of a list that was computed. An item is found again by key, else by position. */
export function pageOfArray<T>(
  list: string,
  items: readonly T[],
  keyOf: (item: T) => string,
  request: PageRequest,
): Page<T> {
  let start = 0;
  if (request.cursor !== undefined) {
    const [at = '', ...key] = fromCursor(list, request.cursor).split(' ');
    const found = items.findIndex((item) => keyOf(item) === key.join(' '));
    start = found < 0 ? Number(at) : found + 1;
  }
  const end = start + limitOf(request);
  const page = items.slice(start, end);
  const last = page.at(-1);
  if (last === undefined || end >= items.length) return { items: page };
  return { items: page, next: toCursor(list, `${end} ${keyOf(last)}`) };
}
