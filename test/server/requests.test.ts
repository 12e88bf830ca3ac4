import { afterEach, describe, expect, it } from 'vitest';
import {
  HttpBackend,
  type HttpBackendOptions,
} from '../../src/client/backends/http/http-backend.js';
import { HttpFailure } from '../../src/client/backends/http/http-failure.js';
import { BackendError } from '../../src/client/errors.js';
import { emptyPage, message } from './support/examples.js';
import { cut, json, ScriptedServer, type Script } from './support/scripted-server.js';

let server: ScriptedServer;
afterEach(() => server.close());

async function backendOver(
  scripts: Script[],
  options: Partial<HttpBackendOptions> = {},
): Promise<HttpBackend> {
  server = await ScriptedServer.start(...scripts);
  return new HttpBackend({
    baseUrl: server.url,
    token: async () => 'token',
    backOff: () => 1,
    ...options,
  });
}

async function errorOf(call: Promise<unknown> | undefined): Promise<BackendError> {
  const error = await call?.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(BackendError);
  return error as BackendError;
}

const problem = (status: number, code: string, more: object = {}, headers = {}) =>
  json(status, { type: 'about:blank', title: 'No', status, code, ...more }, headers);

describe('a request that may be repeated', () => {
  it('is sent again after an answer that may be another one later', async () => {
    for (const status of [408, 429, 500, 502, 503, 504]) {
      const backend = await backendOver([json(status, {}), json(200, emptyPage)]);
      expect(await backend.goals?.list()).toEqual(emptyPage);
      expect(server.received, `${status}`).toHaveLength(2);
      await server.close();
    }
  });

  it('is sent again after a connection that was cut, before or within the answer', async () => {
    const half: Script = (response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
      response.write('{"items":[');
      setTimeout(() => response.destroy(), 10);
    };
    const backend = await backendOver([cut, half, json(200, emptyPage)]);
    expect(await backend.goals?.list()).toEqual(emptyPage);
    expect(server.received).toHaveLength(3);
  });

  it('waits as long as the server asks for', async () => {
    const wait = json(503, {}, { 'retry-after': '1' });
    const backend = await backendOver([wait, json(200, emptyPage)]);
    await backend.goals?.list();
    const [first, second] = server.received;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(950);
  });

  it('is not held up for long: the caller is told when to come again', async () => {
    const backend = await backendOver([
      problem(429, 'rate-limited', {}, { 'retry-after': '120' }),
      json(200, emptyPage),
    ]);
    const error = await errorOf(backend.goals?.list());
    expect([error.code, error.retryAfter]).toEqual(['rate-limited', 120]);
    expect(server.received).toHaveLength(1);
  });

  it('reads a Retry-After that is a date', async () => {
    const date = new Date(Date.now() + 90_000).toUTCString();
    const backend = await backendOver([json(503, {}, { 'retry-after': date })]);
    expect((await errorOf(backend.goals?.list())).retryAfter).toBeGreaterThan(80);
  });

  it('is given up after so many tries, with the last answer', async () => {
    const backend = await backendOver([json(503, {})], { retries: 3 });
    expect((await errorOf(backend.goals?.list())).code).toBe('unavailable');
    expect(server.received).toHaveLength(4);
  });

  it('is not sent again when the answer would be the same', async () => {
    for (const [status, code] of [
      [400, 'invalid-request'],
      [403, 'forbidden'],
      [404, 'not-found'],
      [409, 'conflict'],
    ] as const) {
      const backend = await backendOver([problem(status, code)]);
      expect((await errorOf(backend.goals?.list())).code).toBe(code);
      expect(server.received).toHaveLength(1);
      await server.close();
    }
  });

  it('is sent again when it took too long, and is a timeout in the end', async () => {
    const backend = await backendOver([() => undefined], { timeout: 50, retries: 1 });
    expect((await errorOf(backend.goals?.list())).code).toBe('timeout');
    expect(server.received).toHaveLength(2);
  });

  it('counts an answer that never ends as one that took too long', async () => {
    const endless: Script = (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"items":[');
    };
    const backend = await backendOver([endless], { timeout: 50, retries: 0 });
    expect((await errorOf(backend.goals?.list())).code).toBe('timeout');
  });
});

describe('a write', () => {
  it('keeps its key from try to try', async () => {
    const backend = await backendOver([cut, json(503, {}), json(201, message)]);
    const sent = { kind: 'message', text: 'Hello' } as const;
    await backend.messages?.send('pair-1', sent, { idempotencyKey: 'key-1' });
    expect(server.received.map((r) => r.headers['idempotency-key'])).toEqual(
      Array(3).fill('key-1'),
    );
    expect(server.received.map((r) => JSON.parse(r.body) as unknown)).toEqual(Array(3).fill(sent));
  });

  it('has a key of its own when the caller gave none, another one each call', async () => {
    const backend = await backendOver([cut, json(201, message)]);
    await backend.messages?.send('pair-1', { kind: 'message', text: 'Hello' });
    await backend.messages?.send('pair-1', { kind: 'message', text: 'Hello' });
    const keys = server.received.map((r) => r.headers['idempotency-key']);
    expect(keys[0]).toBe(keys[1]);
    expect(keys[2]).not.toBe(keys[0]);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  });

  it('sends any key as a header can carry it', async () => {
    const backend = await backendOver([json(201, message)]);
    const idempotencyKey = 'día 1\n✓';
    await backend.messages?.send('pair-1', { kind: 'note', text: 'A' }, { idempotencyKey });
    const key = server.received[0]?.headers['idempotency-key'] as string;
    expect(decodeURIComponent(key)).toBe(idempotencyKey);
  });
});

describe('an error', () => {
  it('has the code, the reason and the time of the problem', async () => {
    const backend = await backendOver([problem(409, 'conflict', { reason: 'no-capacity' })]);
    const error = await errorOf(backend.pairings?.request({ mentorId: 'maya' }));
    expect([error.code, error.detail]).toEqual(['conflict', 'no-capacity']);
  });

  it('is known by its status when something on the way answered', async () => {
    for (const [status, code] of [
      [401, 'unauthorized'],
      [403, 'forbidden'],
      [404, 'not-found'],
      [410, 'not-found'],
      [413, 'invalid-request'],
      [418, 'invalid-request'],
      [429, 'rate-limited'],
      [500, 'unavailable'],
      [502, 'unavailable'],
      [504, 'timeout'],
      [599, 'unavailable'],
    ] as const) {
      const page: Script = (response) =>
        response.writeHead(status, { 'content-type': 'text/html' }).end('<h1>Sorry</h1>');
      const backend = await backendOver([page], { retries: 0 });
      expect((await errorOf(backend.goals?.list())).code, `${status}`).toBe(code);
      await server.close();
    }
  });

  it('names the request, the same for every try and as the server knows it', async () => {
    const backend = await backendOver([json(503, {})], { retries: 1 });
    const { cause } = await errorOf(backend.goals?.list());
    expect(cause).toBeInstanceOf(HttpFailure);
    const { requestId, status, operation } = cause as HttpFailure;
    expect([status, operation]).toEqual([503, 'goals.list']);
    expect(server.received.map((r) => r.headers['x-request-id'])).toEqual([requestId, requestId]);
  });

  it('is `offline` when nobody answers', async () => {
    const backend = await backendOver([cut], { retries: 0 });
    expect((await errorOf(backend.goals?.list())).code).toBe('offline');
    const { url } = server;
    await server.close();
    const gone = new HttpBackend({ baseUrl: url, token: async () => 'token', retries: 0 });
    expect((await errorOf(gone.goals?.list())).code).toBe('offline');
  });

  it('says nothing of what was sent', async () => {
    const backend = await backendOver([cut], { retries: 0 });
    const error = await errorOf(
      backend.messages?.send('pair-1', { kind: 'message', text: 'a secret' }),
    );
    for (let each: unknown = error; each instanceof Error; each = each.cause)
      expect(`${each.message}${JSON.stringify(each)}`).not.toMatch(/secret|pair-1/);
  });

  it('is `invalid-request` without a request for what no route takes', async () => {
    const backend = await backendOver([json(200, message)]);
    const nonsense = [null, -1, {}, '', '.', '..', 'x'.repeat(300), '\ud800'] as never[];
    for (const id of nonsense) {
      const error = await errorOf(backend.pairings?.get(id));
      expect([error.code, error.detail ?? 'pairingId']).toEqual(['invalid-request', 'pairingId']);
    }
    const cyclic: Record<string, unknown> = {};
    cyclic['self'] = cyclic;
    expect((await errorOf(backend.drafts?.put('key', cyclic))).code).toBe('invalid-request');
    expect(server.received).toHaveLength(0);
  });
});

describe('an answer', () => {
  it('may have fields that are not known here', async () => {
    const later = { ...message, colour: 'blue', from: { ...message.from, age: 3 } };
    const backend = await backendOver([json(200, { items: [later], total: 1 })]);
    expect((await backend.messages?.list('pair-1'))?.items).toEqual([message]);
  });

  it('with a field that does not fit is refused, by the name of the field', async () => {
    const wrong = { items: [message, { ...message, sentAt: 'yesterday' }] };
    const backend = await backendOver([json(200, wrong)]);
    const error = await errorOf(backend.messages?.list('pair-1'));
    expect([error.code, error.detail]).toEqual(['invalid-response', 'items.1.sentAt']);
    expect(String(error)).not.toContain('yesterday');
  });

  it('that is not JSON, or nothing, or half, is refused', async () => {
    for (const body of ['<html></html>', '', '{"items":[{"id":', 'null', '[]']) {
      const answer: Script = (response) =>
        response.writeHead(200, { 'content-type': 'application/json' }).end(body);
      const backend = await backendOver([answer]);
      expect((await errorOf(backend.goals?.list())).code, body).toBe('invalid-response');
      await server.close();
    }
  });

  it('that leads elsewhere is not followed with the token', async () => {
    const elsewhere = await ScriptedServer.start(json(200, emptyPage));
    const backend = await backendOver(
      [(response) => response.writeHead(302, { location: elsewhere.url }).end()],
      { retries: 0 },
    );
    await errorOf(backend.goals?.list());
    expect(elsewhere.received).toHaveLength(0);
    await elsewhere.close();
  });
});

describe('an abort', () => {
  it('ends the wait for another try, with the reason itself', async () => {
    const backend = await backendOver([json(503, {})], { backOff: () => 60_000 });
    const controller = new AbortController();
    const reason = new Error('No longer needed');
    const call = backend.goals?.list({ signal: controller.signal });
    setTimeout(() => controller.abort(reason), 50);
    await expect(call).rejects.toBe(reason);
    expect(server.received).toHaveLength(1);
  });

  it('ends the wait for an answer, and the request with it', async () => {
    let hasClosed: (() => void) | undefined;
    const closed = new Promise<void>((resolve) => (hasClosed = resolve));
    const backend = await backendOver([(response) => response.on('close', () => hasClosed?.())]);
    const controller = new AbortController();
    const call = backend.goals?.list({ signal: controller.signal });
    setTimeout(() => controller.abort('enough'), 50);
    await expect(call).rejects.toBe('enough');
    await closed;
  });

  it('ends the wait for a token', async () => {
    const backend = await backendOver([json(200, emptyPage)], {
      token: () => new Promise(() => undefined),
    });
    const controller = new AbortController();
    setTimeout(() => controller.abort('enough'), 50);
    await expect(backend.goals?.list({ signal: controller.signal })).rejects.toBe('enough');
  });
});

describe('services', () => {
  it('are those that were named', async () => {
    const backend = await backendOver([json(200, emptyPage)], { services: ['goals', 'safety'] });
    const present = Object.entries(backend).filter(([, value]) => value !== undefined);
    expect(present.map(([name]) => name).sort()).toEqual(['goals', 'safety', 'session']);
  });

  it('are those that the server offers, as far as they are known here', async () => {
    server = await ScriptedServer.start(
      json(503, {}),
      json(200, { version: 'v1', services: ['mentors', 'astrology'] }),
    );
    const options = { baseUrl: `${server.url}/`, token: async () => 'token' };
    const backend = await HttpBackend.discover(options);
    expect(backend.mentors).toBeDefined();
    expect(backend.goals).toBeUndefined();
    expect('astrology' in backend).toBe(false);
    expect(server.received.map((r) => r.url)).toEqual(['/v1', '/v1']);
    expect(server.received[0]?.headers.authorization).toBeUndefined();
  });

  it('cannot be asked for where no server is', async () => {
    server = await ScriptedServer.start(cut);
    const options = { baseUrl: server.url, token: async () => 'token', retries: 0 };
    expect((await errorOf(HttpBackend.discover(options))).code).toBe('offline');
  });
});
