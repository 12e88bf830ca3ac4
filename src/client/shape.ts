import { BackendError } from './errors.js';
import { isTimeZone } from './model/time-zone.js';
import type { Page } from './page.js';

/**
 * The structure of a value, as plain data: what an element checks an answer against. The schemas of
 * the model are the truth and shapes are made from them (`npm run shapes`); an element does without
 * zod, whose 8 kB every page would have to fetch. Adapters parse by the schemas.
 *
 * `'s' 'n' 'b'` are string, number and boolean, `'d'` a local date, `'t'` an instant, `'z'` a time
 * zone, `'?'` anything, `'0'` null, `'=a|b'` one of these words; `[x]` is an array of x, `[x, y]` is x or y,
 * `{ '': x }` a record of x, `{ a: x, 'b?': y }` an object with an optional b.
 */
export type Structure = string | readonly Structure[] | { readonly [key: string]: Structure };

declare const type: unique symbol;
/** A {@link Structure} of values of type `T`. */
export type Shape<T> = Structure & { readonly [type]?: T };

const BASIC: Readonly<Record<string, (value: unknown) => boolean>> = {
  s: (value) => typeof value === 'string',
  n: (value) => typeof value === 'number' && Number.isFinite(value),
  b: (value) => typeof value === 'boolean',
  d: (value) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !isNaN(+new Date(value)),
  t: (value) => typeof value === 'string' && value.includes('T') && !isNaN(+new Date(value)),
  z: (value) => typeof value === 'string' && isTimeZone(value),
  '0': (value) => value === null,
  '?': () => true,
};

/** Where `value` departs from the structure, as a path; undefined when it fits. */
function misfit(structure: Structure, value: unknown, path: string): string | undefined {
  if (typeof structure === 'string') {
    const fits = structure.startsWith('=')
      ? structure
          .slice(1)
          .split('|')
          .includes(value as string)
      : BASIC[structure]?.(value);
    return fits ? undefined : path || 'root';
  }
  if (Array.isArray(structure)) {
    const options = structure as readonly Structure[];
    const [only] = options;
    if (options.length > 1) {
      const misfits = options.map((option) => misfit(option, value, path));
      return misfits.includes(undefined) ? undefined : misfits.at(-1);
    }
    if (!only || !Array.isArray(value)) return path || 'root';
    return first(value.map((item, i) => [only, item, `${path}.${i}`]));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return path || 'root';
  const fields = structure as { readonly [key: string]: Structure };
  const every = fields[''];
  if (every)
    return first(Object.entries(value).map(([key, item]) => [every, item, `${path}.${key}`]));
  return first(
    Object.entries(fields).flatMap(([key, part]) => {
      const name = key.replace('?', '');
      const item = (value as Record<string, unknown>)[name];
      return item === undefined && name !== key ? [] : [[part, item, `${path}.${name}`] as const];
    }),
  );
}

function first(parts: (readonly [Structure, unknown, string])[]): string | undefined {
  for (const [structure, value, path] of parts) {
    const found = misfit(structure, value, path);
    if (found) return found;
  }
  return undefined;
}

/**
 * The value, once it is known to have the structure.
 * @throws {BackendError} `invalid-response`, naming the place that did not fit and never its value.
 */
export function checkResponse<T>(shape: Shape<T>, value: unknown): T {
  const found = misfit(shape, value, '');
  if (found) throw new BackendError('invalid-response', { detail: found.replace(/^\./, '') });
  return value as T;
}

/** Whether the value has the structure. */
export function fits<T>(shape: Shape<T>, value: unknown): value is T {
  return misfit(shape, value, '') === undefined;
}

/** A page of a list. */
export function pageShape<T>(item: Shape<T>): Shape<Page<T>> {
  return { items: [item], 'next?': 's' };
}

/** Or null. */
export function orNull<T>(shape: Shape<T>): Shape<T | null> {
  return ['0', shape];
}
