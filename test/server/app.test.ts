import { connect as openSocket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Backend } from '../../src/client/backend.js';
import { HttpBackend } from '../../src/client/backends/http/http-backend.js';
import { describeError } from '../../examples/server/src/http/log.js';
import { RateLimiter } from '../../examples/server/src/http/rate-limiter.js';
import { ClinicServer, tokenFor } from './support/clinic-server.js';
import { pause, until } from './support/until.js';

let server: ClinicServer;
afterEach(() => server?.close());

const bearer = async (...args: Parameters<typeof tokenFor>) => ({
  authorization: `Bearer ${await tokenFor(...args)}`,
});
const get = (path: string, headers: Record<string, string> = {}) =>
  server.app.fetch(new Request(`http://server.example${path}`, { headers }));

describe('every answer', () => {
  it('is kept in no cache, guessed at by no browser and framed by nobody', async () => {
    server = await ClinicServer.start();
    for (const path of ['/v1/goals', '/v1/nothing', '/v1', '/healthz', '/openapi.json']) {
      const { headers } = await get(path, await bearer('p-1'));
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('strict-transport-security')).toContain('max-age');
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });

  it('names its request as the caller did, unless that could do harm', async () => {
    server = await ClinicServer.start();
    const named = await get('/v1/goals', { 'x-request-id': 'abc-123' });
    expect(named.headers.get('x-request-id')).toBe('abc-123');
    expect(await named.json()).toMatchObject({ requestId: 'abc-123' });
    const unnamed = await get('/v1/goals', { 'x-request-id': '<script>' });
    expect(unnamed.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('may be read by pages of the listed origins, and of no other', async () => {
    server = await ClinicServer.start({ origins: ['https://portal.example'] });
    const ask = (origin: string) =>
      server.app.fetch(
        new Request('http://server.example/v1/goals', {
          method: 'OPTIONS',
          headers: { origin, 'access-control-request-method': 'POST' },
        }),
      );
    const listed = await ask('https://portal.example');
    expect(listed.status).toBe(204);
    expect(listed.headers.get('access-control-allow-origin')).toBe('https://portal.example');
    expect(listed.headers.get('access-control-allow-headers')).toContain('idempotency-key');
    expect(listed.headers.get('access-control-allow-credentials')).toBeNull();
    for (const origin of ['https://portal.example.evil', 'http://portal.example', 'null'])
      expect((await ask(origin)).headers.get('access-control-allow-origin')).toBeNull();
    const error = await get('/v1/goals', { origin: 'https://portal.example' });
    expect(error.status).toBe(401);
    expect(error.headers.get('access-control-allow-origin')).toBe('https://portal.example');
    expect(error.headers.get('access-control-expose-headers')).toContain('retry-after');
  });

  it('may be read by no page of another origin when none is listed', async () => {
    server = await ClinicServer.start();
    const answer = await get('/v1', { origin: 'https://portal.example' });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('requests', () => {
  it('are limited by person, and say when to come again', async () => {
    server = await ClinicServer.start({ rateLimit: { burst: 3, perSecond: 1 } });
    const headers = await bearer('p-1');
    const answers = [];
    for (let i = 0; i < 4; i++) answers.push(await get('/v1/goals', headers));
    expect(answers.map((a) => a.status)).toEqual([200, 200, 200, 429]);
    expect(answers[3]?.headers.get('retry-after')).toBe('1');
    // A new token is no new person; another person, or the same id in another clinic, is.
    expect((await get('/v1/goals', await bearer('p-1'))).status).toBe(429);
    expect((await get('/v1/goals', await bearer('p-2'))).status).toBe(200);
    expect((await get('/v1/goals', await bearer('p-1', { tenant: 'other' }))).status).toBe(200);
  });

  it('are counted where several instances reach it, when they share a counter', async () => {
    const counts = new Map<string, number>();
    const rateLimit = {
      async take(key: string) {
        counts.set(key, (counts.get(key) ?? 0) + 1);
        return (counts.get(key) ?? 0) > 2 ? 7 : 0;
      },
    };
    const instances = [
      await ClinicServer.start({ rateLimit }),
      await ClinicServer.start({ rateLimit }),
    ];
    server = instances[0] as ClinicServer;
    const headers = await bearer('p-1');
    const answers = [];
    for (const { url } of [...instances, ...instances])
      answers.push(await fetch(`${url}/v1/goals`, { headers }));
    expect(answers.map((a) => a.status)).toEqual([200, 200, 429, 429]);
    expect(answers[3]?.headers.get('retry-after')).toBe('7');
    await instances[1]?.close();
  });

  it('are allowed again as time goes by, up to what fits', () => {
    const limiter = new RateLimiter({ burst: 2, perSecond: 0.5 });
    expect([0, 0, 0].map((now) => limiter.take('a', now))).toEqual([0, 0, 2]);
    expect(limiter.take('a', 2000)).toBe(0);
    expect(limiter.take('a', 2000)).toBeGreaterThan(0);
    expect([1e6, 1e6, 1e6].map((now) => limiter.take('a', now) === 0)).toEqual([true, true, false]);
  });

  it('may be so big and no bigger, whether they say how big they are or not', async () => {
    server = await ClinicServer.start({ bodyLimit: 1000 });
    const headers = { ...(await bearer('p-1')), 'content-type': 'application/json' };
    const send = (size: number, chunked: boolean) => {
      const text = JSON.stringify({ kind: 'goal', title: 'a', more: 'x'.repeat(size) });
      const body = chunked ? new Blob([text]).stream() : text;
      const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
      return fetch(`${server.url}/v1/goals`, init);
    };
    for (const chunked of [false, true]) {
      expect((await send(100, chunked)).status).toBe(201);
      expect((await send(2000, chunked)).status).toBe(413);
    }
  });

  it('may be nested so deep and no deeper', async () => {
    server = await ClinicServer.start();
    const headers = { ...(await bearer('p-1')), 'content-type': 'application/json' };
    const send = (depth: number) => {
      const item = '{"linkId":"a","item":['.repeat(depth) + ']}'.repeat(depth);
      const response = `{"resourceType":"QuestionnaireResponse","status":"completed","item":[${item}]}`;
      const body = `{"on":"2026-05-06","timeZone":"UTC","response":${response}}`;
      const init = { method: 'POST', headers, body };
      return server.app.fetch(new Request('http://server.example/v1/check-ins', init));
    };
    expect((await send(25)).status).toBe(201);
    expect((await send(10_000)).status).toBe(400);
  });

  it('of a service that is not offered lead nowhere, and the server says what it offers', async () => {
    server = await ClinicServer.start({ services: ['goals'] });
    const headers = await bearer('p-1');
    expect((await get('/v1/goals', headers)).status).toBe(200);
    expect((await get('/v1/session', headers)).status).toBe(200);
    expect((await get('/v1/mentors', headers)).status).toBe(404);
    const token = () => tokenFor('p-1');
    const backend = await HttpBackend.discover({ baseUrl: server.url, token });
    expect([backend.goals !== undefined, backend.mentors]).toEqual([true, undefined]);
    const document = (await (await get('/openapi.json')).json()) as { paths: object };
    expect(Object.keys(document.paths)).not.toContain('/v1/mentors');
  });

  it('with a token that signed out are refused, with another of the same person they are not', async () => {
    server = await ClinicServer.start();
    const [phone, laptop] = [await bearer('p-1'), await bearer('p-1')];
    const request = { method: 'DELETE', headers: phone };
    const ended = await server.app.fetch(new Request('http://server.example/v1/session', request));
    expect(ended.status).toBe(204);
    expect((await get('/v1/goals', phone)).status).toBe(401);
    expect((await get('/v1/changes', phone)).status).toBe(401);
    expect((await get('/v1/goals', laptop)).status).toBe(200);
  });
});

describe('what is logged', () => {
  it('is which call, how it ended and how long it took; nothing of what was said, or by whom', async () => {
    server = await ClinicServer.start();
    const token = await tokenFor('p-1');
    const backend = new HttpBackend({ baseUrl: server.url, token: async () => token });
    await backend.goals?.add({ kind: 'goal', title: 'Stay away from the bar' });
    await backend.drafts?.put('phq-9', { words: 'so tired' });
    await backend.checkIns?.list({ from: '2026-05-06', questionnaire: 'https://x/phq-9' });
    await backend.mentors?.get('somebody-else').catch(() => undefined);
    const log = JSON.stringify(server.logs);
    expect(server.logs.map((entry) => [entry.operation, entry.status])).toEqual([
      ['goals.add', 201],
      ['drafts.put', 204],
      ['checkIns.list', 200],
      ['mentors.get', 404],
    ]);
    for (const told of ['bar', 'phq', 'tired', 'somebody', 'p-1', '/v1/'])
      expect(log).not.toContain(told);
    expect(log).not.toContain(token.slice(0, 20));
  });

  it('of a fault is its kind and place, and never its message', async () => {
    server = await ClinicServer.start({
      backendFor: () => {
        throw new RangeError('Key (email)=(jordan@example.org) already exists');
      },
    });
    const answer = await get('/v1/goals', await bearer('p-1'));
    expect(answer.status).toBe(500);
    const fault = server.logs.find((entry) => entry.event === 'failure');
    expect(fault).toMatchObject({ level: 'error', error: 'RangeError' });
    expect(fault?.stack?.[0]).toMatch(/^at /);
    expect(JSON.stringify(server.logs) + (await answer.text())).not.toContain('jordan');
    expect(describeError('jordan@example.org')).toEqual({ error: 'string' });
  });
});

describe('URLs', () => {
  it('say nothing about a person’s health', async () => {
    server = await ClinicServer.start();
    const urls: string[] = [];
    const backend = new HttpBackend({
      baseUrl: server.url,
      token: () => tokenFor('p-1'),
      fetch: async (input, init) => {
        urls.push((input as Request).url);
        return fetch(input, init);
      },
    });
    const ignore = () => undefined;
    await backend.drafts?.get('checkin-form phq-9');
    await backend.drafts?.put('checkin-form phq-9', { mood: 2 });
    await backend.drafts?.remove('checkin-form phq-9');
    await backend.checkIns?.list({ questionnaire: 'https://x/phq-9', from: '2026-05-06' });
    await backend.checkIns?.questionnaire?.('https://x/phq-9').catch(ignore);
    await backend.milestones?.celebrate('chip:p-1:30-days', { reaction: 'heart' }).catch(ignore);
    await backend.milestones?.remove('chip:p-1:30-days').catch(ignore);
    await backend.milestones?.changeRecord({
      ...{ type: 'start', on: '2026-05-06', timeZone: 'UTC' },
    });
    expect(urls).toHaveLength(8);
    for (const url of urls) expect(url).not.toMatch(/phq|30-days|2026|chip|\?/);
  });
});

describe('an instance that is told to stop', () => {
  it('lets requests finish, ends the streams and takes no more', async () => {
    let answer: ((page: unknown) => void) | undefined;
    const goals = { list: () => new Promise((resolve) => (answer = resolve)) };
    const session = { current: async () => ({}) };
    server = await ClinicServer.start({
      backendFor: () => ({ session, goals, watch: () => () => undefined }) as unknown as Backend,
      heartbeat: 60_000,
    });
    const headers = await bearer('p-1');
    const { url } = server;
    const slow = fetch(`${url}/v1/goals`, { headers });
    const stream = await fetch(`${url}/v1/changes`, { headers });
    await until(() => answer !== undefined, 'the request has come');
    expect((await fetch(`${url}/readyz`)).status).toBe(200);

    const closed = server.close();
    // The stream ends although it was silent.
    expect(await stream.text()).toMatch(/^id: /);
    expect((await get('/readyz')).status).toBe(503);
    expect((await get('/healthz')).status).toBe(200);
    expect((await get('/v1/changes', headers)).status).toBe(503);
    answer?.({ items: [] });
    const answered = performance.now();
    expect(await (await slow).json()).toEqual({ items: [] });
    await closed;
    expect(performance.now() - answered).toBeLessThan(500);
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });

  it('cuts what does not finish in time', async () => {
    server = await ClinicServer.start({
      backendFor: () => ({ goals: { list: () => new Promise(() => undefined) } }) as never,
    });
    const endless = fetch(`${server.url}/v1/goals`, { headers: await bearer('p-1') });
    endless.catch(() => undefined);
    await pause(100);
    const start = performance.now();
    await server.close();
    expect(performance.now() - start).toBeLessThan(3000);
    await expect(endless).rejects.toThrow();
  });

  it('is not ready while what it needs is not', async () => {
    let isThere = false;
    server = await ClinicServer.start({
      ready: async () => {
        if (!isThere) throw new Error('No database');
        return true;
      },
    });
    expect((await get('/readyz')).status).toBe(503);
    isThere = true;
    expect((await get('/readyz')).status).toBe(200);
  });
});

describe('a connection', () => {
  it('that says something else than HTTP is closed, and others go on', async () => {
    server = await ClinicServer.start();
    const { port, hostname } = new URL(server.url);
    const answer = await new Promise<string>((resolve) => {
      const socket = openSocket(Number(port), hostname, () =>
        socket.write('\x16\x03nonsense\r\n\r\n'),
      );
      let text = '';
      socket.on('data', (chunk) => (text += String(chunk)));
      socket.on('close', () => resolve(text));
    });
    expect(answer).toContain('400');
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });
});
