import * as z from 'zod/mini';
import type { WriteOptions } from '../../backend.js';
import { BackendError } from '../../errors.js';
import { Id } from '../../model/id.js';
import type { Route } from './route.js';

/**
 * How the arguments of a call travel, one rule for all routes: an argument that the path names goes
 * there, the one named `body` is the whole body, others are fields of it. Of the options, a GET has
 * its share in the query and a POST in the body.
 */

/** What a call is as HTTP. `body` is undefined when there is none. */
export interface Parts {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/** A dot or two as a segment would be taken out of the URL, escaped or not. @see WHATWG URL */
const Param = Id.check(z.refine((id) => id !== '.' && id !== '..'));

const parametersOf = ({ path }: Route): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');

/**
 * The parts of a call's request.
 * @throws {BackendError} `invalid-request` naming the field that does not fit
 */
export function toParts(route: Route, args: readonly unknown[]): Parts & { options: WriteOptions } {
  const { takes = [], method } = route;
  const given = Object.fromEntries(takes.map((name, at) => [name, args[at]]));
  const options = args[takes.length] ?? {};
  const params = parametersOf(route).map((name) => [name, parse(Param, given[name], name)]);
  const chosen = route.options && parse(route.options, options);
  return {
    options,
    params: Object.fromEntries(params) as Record<string, string>,
    query: method === 'GET' ? { ...chosen } : {},
    body: route.body
      ? parse(route.body, takes.includes('body') ? given['body'] : given)
      : method === 'GET'
        ? undefined
        : chosen,
  };
}

/**
 * The arguments of the call that a request stands for.
 * @throws {BackendError} `invalid-request` naming the field that does not fit
 */
export function toArguments(route: Route, parts: Parts, options: WriteOptions): unknown[] {
  const { takes = [], method } = route;
  const body = route.body && parse(route.body, parts.body);
  const fields = { ...(body as object), ...parts.params, body } as Record<string, unknown>;
  for (const name of parametersOf(route)) parse(Param, fields[name], name);
  const sent = method === 'GET' ? parts.query : (parts.body ?? {});
  const chosen = route.options && parse(route.options, sent);
  return [...takes.map((name) => fields[name]), { ...(chosen as object), ...options }];
}

function parse<T>(schema: z.ZodMiniType<T>, value: unknown, name?: string): T {
  const { success, data, error } = schema.safeParse(value, { jitless: true });
  if (success) return data;
  const detail = name ?? (error.issues[0]?.path.map(String).join('.') || 'body');
  throw new BackendError('invalid-request', { detail });
}
