import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import { api, API_VERSION } from '../../../../src/client/backends/http/api.js';
import { CAPABILITIES_PATH } from '../../../../src/client/backends/http/capabilities.js';
import { CHANGES_PATH } from '../../../../src/client/backends/http/change-event.js';
import { openApiDocument } from '../../../../src/client/backends/http/openapi.js';
import type { ServiceName } from '../../../../src/client/backends/http/route.js';
import { BackendError } from '../../../../src/client/errors.js';
import { mountEnrolment } from '../enrolment/enrolment-routes.js';
import { mountSignals } from '../rooms/signal-routes.js';
import { authentication } from './authentication.js';
import { ChangeStreams } from './change-streams.js';
import type { Bindings, Env } from './env.js';
import { describeError, logLine } from './log.js';
import { mountRoutes } from './mount-routes.js';
import { problemResponse } from './problem-response.js';
import { UnreadableBody } from './request-parts.js';
import { MemoryRevocations } from './revocations.js';
import type { ServerOptions } from './server-options.js';
import { tracing } from './tracing.js';

/** The HTTP layer: hand `fetch` to a server. */
export interface App {
  readonly fetch: (request: Request, bindings?: Bindings) => Response | Promise<Response>;
  /** Ends the streams of changes and says that this instance is no longer ready. */
  readonly drain: () => void;
}

/** The Wayfellow HTTP API over backends, one for each principal. */
export function createApp(options: ServerOptions): App {
  const { origins = [], log = logLine, ready = async () => true } = options;
  const services = options.services ?? Object.keys(api).filter((name) => name !== 'session');
  const revocations = options.revocations ?? new MemoryRevocations();
  const streams = new ChangeStreams(options, revocations);
  const document = JSON.stringify(openApiDocument(['session', ...services] as ServiceName[]));
  let isDraining = false;

  const app = new Hono<Env>();
  app.use(requestId(), tracing, logged(log), secureHeaders());
  app.use(neverStored);
  if (origins.length) app.use(crossOrigin(origins));
  app.use(limited(options.bodyLimit ?? 256 * 1024));

  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    const isReady = !isDraining && (await ready().catch(() => false));
    return c.json({ status: isReady ? 'ok' : 'unavailable' }, isReady ? 200 : 503);
  });
  app.get('/openapi.json', (c) => c.body(document, 200, { 'content-type': 'application/json' }));
  app.get(CAPABILITIES_PATH, (c) => c.json({ version: API_VERSION, services }));

  const authenticated = authentication(options, revocations);
  app.use(`/${API_VERSION}/*`, authenticated);
  app.use('/admin/*', authenticated);
  app.get(CHANGES_PATH, async (c) => {
    c.set('operation', 'changes');
    const cut = () => void c.env?.outgoing?.destroy();
    const body = await streams.open(c.get('identity'), c.req.header('last-event-id'), cut);
    // nginx keeps answers back otherwise.
    const headers = { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' };
    return c.body(body, 200, headers);
  });
  mountRoutes(app, services as ServiceName[], {
    backendFor: options.backendFor,
    async onSignOut({ tokenId, expiresAt, principal }) {
      await revocations.add(tokenId, expiresAt);
      streams.endToken(tokenId);
      signals?.endToken(tokenId);
      // They have signed out, whether or not others hear of it now.
      await options.tellSignOut?.(principal).catch(() => undefined);
    },
  });

  const { backendFor, enrol, remove } = options;
  if (enrol) mountEnrolment(app, { backendFor, enrol, remove });
  const signals = services.includes('sessions')
    ? mountSignals(app, options, revocations)
    : undefined;

  app.notFound((c) => problemResponse(new BackendError('not-found'), c.get('requestId')));
  app.onError((error, c) => {
    const status = error instanceof UnreadableBody ? error.status : undefined;
    if (error instanceof BackendError) return problemResponse(error, c.get('requestId'), status);
    const [time, id] = [new Date().toISOString(), c.get('requestId')];
    log({ time, level: 'error', event: 'failure', requestId: id, ...describeError(error) });
    return problemResponse(new BackendError('unavailable'), id, 500);
  });
  return {
    fetch: (request, bindings) => app.fetch(request, bindings),
    drain() {
      isDraining = true;
      streams.drain();
      signals?.drain();
    },
  };
}

/** Health data stays in no cache of a shared device. */
const neverStored: MiddlewareHandler = async (c, next) => {
  await next();
  // Not `c.header`, which would make the answer anew.
  c.res.headers.set('cache-control', 'no-store');
};

const crossOrigin = (origins: readonly string[]): MiddlewareHandler =>
  cors({
    origin: [...origins],
    allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
    allowHeaders: [
      ...['authorization', 'content-type', 'idempotency-key', 'last-event-id', 'x-request-id'],
      ...['if-match', 'if-none-match'],
    ],
    exposeHeaders: ['etag', 'retry-after', 'x-request-id'],
    maxAge: 7200,
  });

/** A body that says how long it is needs no reading to know it. */
function limited(maxSize: number): MiddlewareHandler {
  const read = bodyLimit({ maxSize, onError: tooLarge });
  return (c, next) => {
    const isAnnounced = c.req.header('transfer-encoding') === undefined;
    const length = Number(c.req.header('content-length') ?? NaN);
    return isAnnounced && length <= maxSize ? next() : read(c, next);
  };
}

function tooLarge(c: Context): Response {
  const error = new BackendError('invalid-request', { detail: 'too-large' });
  return problemResponse(error, c.get('requestId') as string, 413);
}

function logged(log: NonNullable<ServerOptions['log']>): MiddlewareHandler<Env> {
  return async (c, next) => {
    const start = performance.now();
    await next();
    const { status } = c.res;
    const operation = c.get('operation');
    // Probes would be most of the log.
    if (status < 400 && /^\/(?:healthz|readyz)$/.test(c.req.path)) return;
    const tenantId = (c.get('identity') as Env['Variables']['identity'] | undefined)?.principal
      .tenantId;
    log({
      ...{ time: new Date().toISOString(), level: 'info', event: 'request' },
      requestId: c.get('requestId'),
      ...(tenantId === undefined ? {} : { tenantId }),
      ...(operation === undefined ? {} : { operation }),
      ...{ status, duration: Math.round(performance.now() - start) },
    });
  };
}
