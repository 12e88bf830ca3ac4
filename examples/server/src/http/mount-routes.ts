import type { Context, Hono } from 'hono';
import { everyRoute, type PlacedRoute } from '../../../../src/client/backends/http/api.js';
import { toArguments } from '../../../../src/client/backends/http/arguments.js';
import type { ServiceName } from '../../../../src/client/backends/http/route.js';
import type { Backend, WriteOptions } from '../../../../src/client/backend.js';
import { BackendError } from '../../../../src/client/errors.js';
import { matches, seenBy, tagOf } from './entity-tag.js';
import type { Env } from './env.js';
import type { Identity } from './identity.js';
import { partsReader } from './request-parts.js';
import type { ServerOptions } from './server-options.js';

interface RouteOptions extends Pick<ServerOptions, 'backendFor'> {
  /** Called once somebody has signed out. */
  readonly onSignOut: (identity: Identity) => Promise<void>;
}

type Method = (...args: unknown[]) => Promise<unknown>;

/** Mounts the API's routes of these services: each is a call of the backend, and nothing more. */
export function mountRoutes(
  app: Hono<Env>,
  services: readonly ServiceName[],
  options: RouteOptions,
): void {
  for (const placed of everyRoute()) {
    if (placed.service !== 'session' && !services.includes(placed.service)) continue;
    const path = placed.route.path.replace(/\{(\w+)\}/g, ':$1');
    app.on(placed.route.method, path, handler(placed, options));
  }
}

function handler({ service, method, operation, route }: PlacedRoute, options: RouteOptions) {
  const read = partsReader(route);
  return async (c: Context<Env>): Promise<Response> => {
    c.set('operation', operation);
    const identity = c.get('identity');
    const parts = await read(c.req.raw);
    const write = { ...keyOf(c), ...seenBy(c, route) };
    const args = toArguments(route, { ...parts, params: c.req.param() }, write);
    const backend = await options.backendFor(identity.principal);
    const answer = await call(backend, service, method, args);
    if (operation === 'session.signOut') await options.onSignOut(identity);
    if (!route.answer) return c.body(null, 204);
    // What the API does not name does not leave. One that does not fit is a fault of ours.
    const { data, error } = route.answer.safeParse(answer);
    if (error) throw new TypeError(`The answer of ${operation} does not fit`);
    const tag = route.tagged || route.changes ? tagOf(answer) : undefined;
    if (tag) c.header('etag', tag);
    if (tag && route.tagged && matches(c.req.header('if-none-match'), tag))
      return c.body(null, 304);
    return c.json(data as object, route.creates ? 201 : 200);
  };
}

function call(backend: Backend, service: ServiceName, method: string, args: unknown[]) {
  const methods = backend[service] as Partial<Record<string, Method>> | undefined;
  const run = methods?.[method];
  if (!run) throw new BackendError('not-found');
  return run.apply(methods, args);
}

function keyOf(c: Context<Env>): WriteOptions {
  const key = c.req.header('idempotency-key');
  if (key === undefined) return {};
  if (!/^[\x21-\x7e]{1,255}$/.test(key))
    throw new BackendError('invalid-request', { detail: 'idempotency-key' });
  return { idempotencyKey: key };
}
