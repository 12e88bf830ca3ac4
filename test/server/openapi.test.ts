import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../examples/server/src/http/create-app.js';
import type { Backend } from '../../src/client/backend.js';
import { everyRoute } from '../../src/client/backends/http/api.js';
import { toParts } from '../../src/client/backends/http/arguments.js';
import { HttpBackend } from '../../src/client/backends/http/http-backend.js';
import { STATUS_OF } from '../../src/client/backends/http/problem.js';
import { isSafe } from '../../src/client/backends/http/route.js';
import { BackendError, type BackendErrorCode } from '../../src/client/errors.js';
import { ClinicServer, tokenFor } from './support/clinic-server.js';
import { document, misfit, operations, resolve } from './support/openapi.js';
import { sampleBody, sampleRequest } from './support/sample-parts.js';

const routes = [...everyRoute()];
const codes = Object.keys(STATUS_OF) as Exclude<BackendErrorCode, 'offline'>[];

/** A server whose backend answers every call alike. */
function appWhere(answer: () => unknown): App {
  const service = new Proxy({}, { get: () => async () => answer() });
  return createApp({
    backendFor: () => new Proxy({}, { get: () => service }) as Backend,
    authenticate: ClinicServer.authenticate,
    rateLimit: { burst: 1e6 },
    log: () => undefined,
  });
}

describe('the OpenAPI document', () => {
  it('has every route of the port, and those that are not of it', () => {
    const expected = [
      ...routes.map((r) => r.operation as string),
      'capabilities',
      'changes',
      'signals',
      'signals.send',
    ];
    expect([...operations.keys()].sort()).toEqual(expected.sort());
  });

  it('has no two routes in one place', () => {
    const places = routes.map(({ route }) => `${route.method} ${route.path}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it('leads nowhere that is not', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, to]) => to);
    expect(refs.length).toBeGreaterThan(100);
    for (const $ref of refs) resolve({ $ref });
  });

  it('declares the parameters of every path', () => {
    for (const [path, item] of Object.entries(document.paths))
      for (const operation of Object.values(item)) {
        const { parameters = [] } = operation as unknown as {
          parameters?: { name?: string; in?: string }[];
        };
        const declared = parameters.filter((p) => p.in === 'path').map((p) => p.name);
        const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
        expect(declared, path).toEqual(named);
      }
  });

  it('is served, and says as much as the one that is published', async () => {
    const served = await appWhere(() => null).fetch(new Request('http://x/openapi.json'));
    expect(await served.json()).toEqual(document);
  });
});

describe('every route and every error', () => {
  let token: string;
  beforeAll(async () => {
    token = await tokenFor('p-1');
  });

  for (const { operation, route } of routes) {
    const send = (app: App, withToken: string | undefined = token) =>
      Promise.resolve(app.fetch(sampleRequest(operation, route, withToken)));

    it(`${operation} answers each error of its backend as documented`, async () => {
      for (const code of codes) {
        if (code === 'conflict' && isSafe(route) && !route.rules) continue;
        const app = appWhere(() => {
          throw new BackendError(code, { detail: 'some-rule', retryAfter: 7 });
        });
        const response = await send(app);
        expect(response.status).toBe(STATUS_OF[code]);
        expect(response.headers.get('retry-after')).toBe('7');
        expect(await response.clone().json()).toMatchObject({ code, reason: 'some-rule' });
        expect(await misfit(operation, response)).toBeUndefined();
      }
    });

    it(`${operation} needs a token, and says so as documented`, async () => {
      const app = appWhere(() => null);
      const response = await app.fetch(sampleRequest(operation, route));
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
      expect(await misfit(operation, response)).toBeUndefined();
    });

    if (sampleBody[operation])
      it(`${operation} refuses a body that does not fit, as documented`, async () => {
        const sample = sampleRequest(operation, route, token);
        const response = await appWhere(() => null).fetch(new Request(sample, { body: '"x"' }));
        expect(response.status).toBe(400);
        expect(await misfit(operation, response)).toBeUndefined();
        for (const [headers, status] of [
          [{ 'content-type': 'text/plain' }, 415],
          [{ 'content-type': 'application/json', 'content-length': '99999999' }, 413],
        ] as const) {
          const request = new Request(sampleRequest(operation, route, token), { headers });
          request.headers.set('authorization', `Bearer ${token}`);
          const refused = await appWhere(() => null).fetch(request);
          expect(refused.status).toBe(status);
          expect(await misfit(operation, refused)).toBeUndefined();
        }
      });

    if (route.answer)
      it(`${operation} lets out nothing that its answer does not fit`, async () => {
        const response = await send(appWhere(() => ({ secret: 'a secret' })));
        expect(response.status).toBe(500);
        expect(await response.clone().text()).not.toContain('secret');
        expect(await misfit(operation, response)).toBeUndefined();
      });
  }

  it('reaches the caller of the client as the backend threw it', { timeout: 120_000 }, async () => {
    for (const { service, method, route } of routes) {
      // Nobody being signed in is an answer of these two.
      for (const code of codes.filter((c) => service !== 'session' || c !== 'unauthorized')) {
        const app = appWhere(() => {
          throw new BackendError(code, { detail: 'some-rule', retryAfter: 60 });
        });
        const client = new HttpBackend({
          baseUrl: 'http://server.example',
          token: async () => token,
          fetch: async (input) => app.fetch(input as Request),
          retries: 0,
        });
        const body = sampleBody[`${service}.${method}` as keyof typeof sampleBody] as object;
        const args = (route.takes ?? []).map((name) =>
          name === 'body' ? body : route.path.includes(`{${name}}`) ? 'id' : body[name as never],
        );
        // The arguments are good, or the error would be the client's own.
        toParts(route, args);
        const methods = client[service] as unknown as Record<string, (...a: unknown[]) => unknown>;
        const call = methods[method]?.(...args) as Promise<unknown>;
        await expect(call).rejects.toMatchObject({ code, detail: 'some-rule', retryAfter: 60 });
      }
    }
  });
});

describe('answers of the running server', () => {
  let server: ClinicServer;
  beforeAll(async () => {
    server = await ClinicServer.start();
  });
  afterAll(() => server.close());

  it('fit the document, whoever asks', async () => {
    const seen = new Set<string>();
    for (const [person, role] of [
      ['p-1', 'participant'],
      ['m-open', 'mentor'],
      ['c-1', 'clinician'],
    ] as const)
      for (const { operation, route } of routes) {
        const token = await tokenFor(person, { roles: [role] });
        const response = await server.app.fetch(sampleRequest(operation, route, token));
        seen.add(`${operation} ${response.status}`);
        expect(await misfit(operation, response)).toBeUndefined();
      }
    // Good answers were among them, and refusals.
    expect([...seen].filter((s) => / 20\d$/.test(s)).length).toBeGreaterThan(20);
    expect([...seen].filter((s) => / 40\d$/.test(s)).length).toBeGreaterThan(20);
  });
});
