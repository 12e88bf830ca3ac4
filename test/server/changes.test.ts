import { afterEach, describe, expect, it } from 'vitest';
import type { Change } from '../../src/client/backend.js';
import {
  HttpBackend,
  type HttpBackendOptions,
} from '../../src/client/backends/http/http-backend.js';
import type { ServerOptions } from '../../examples/server/src/http/server-options.js';
import { ClinicServer, tokenFor } from './support/clinic-server.js';
import { seeded } from './support/seeded.js';
import { pause, until } from './support/until.js';

let server: ClinicServer;
const open: HttpBackend[] = [];
afterEach(async () => {
  for (const backend of open.splice(0)) backend.close();
  await server.close();
});

async function start(options: Partial<ServerOptions> = {}): Promise<void> {
  server = await ClinicServer.start(options);
}

function connect(
  personId: string,
  {
    role = 'participant',
    expiresIn = 300,
    ...options
  }: Partial<HttpBackendOptions> & {
    role?: 'participant' | 'mentor';
    expiresIn?: number;
  } = {},
) {
  const token = () => tokenFor(personId, { roles: [role], expiresIn });
  const backend = new HttpBackend({ baseUrl: server.url, token, backOff: () => 20, ...options });
  open.push(backend);
  const changes: Change[] = [];
  return {
    backend,
    changes,
    topics: () => changes.map((change) => change.topic),
    /** Listens, and waits until the stream is open. */
    async listen() {
      const before = streamsOpened();
      const end = backend.watch((change) => changes.push(change));
      await until(() => streamsOpened() > before, 'the stream was opened');
      await pause(30);
      return end;
    },
  };
}

const streamsOpened = () =>
  server.logs.filter(({ operation, status }) => operation === 'changes' && status === 200).length;

/** A `fetch` whose streams can be cut. */
function cuttable() {
  const streams: { headers: Headers; cut: () => void }[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const response = await globalThis.fetch(input, init);
    if (!(input as Request).url.endsWith('/changes') || !response.body) return response;
    const reader = response.body.getReader();
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: () => reader.cancel(),
    });
    streams.push({ headers: (input as Request).headers, cut: () => void reader.cancel() });
    return new Response(body, response);
  };
  return { fetch, streams };
}

const goal = { kind: 'goal', title: 'Rest' } as const;
const grantTo = (granteeId: string) => ({
  granteeId,
  scope: 'check-in-answers' as const,
  purpose: 'peer-support' as const,
  expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
});

describe('changes', () => {
  it('that happen while the stream is cut are told once it is back, each once', async () => {
    await start();
    const { fetch, streams } = cuttable();
    const me = connect('p-1', { fetch, backOff: () => 150 });
    const other = connect('p-1');
    await me.listen();
    await other.backend.goals?.add(goal);
    await until(() => me.changes.length === 1, 'the first was heard');
    streams[0]?.cut();
    const made = [await other.backend.goals?.add(goal), await other.backend.goals?.add(goal)];
    await until(() => me.changes.length >= 3, 'the others were heard');
    await pause(100);
    expect(me.changes.slice(1)).toEqual(made.map((g) => ({ topic: 'goals', ids: [g?.id] })));
    expect(streams).toHaveLength(2);
    expect(streams[1]?.headers.get('last-event-id')).toMatch(/\.1$/);
  });

  it('that happen before anything else was heard are not lost either', async () => {
    await start();
    const { fetch, streams } = cuttable();
    const me = connect('p-1', { fetch, backOff: () => 150 });
    await me.listen();
    streams[0]?.cut();
    await connect('p-1').backend.goals?.add(goal);
    await until(() => me.changes.length > 0, 'it was heard');
    expect(me.topics()).toEqual(['goals']);
  });

  it('that nobody can tell any more make everything worth another look', async () => {
    await start({ linger: 1 });
    const { fetch, streams } = cuttable();
    const me = connect('p-1', {
      fetch,
      services: ['goals', 'safety'],
      // Long enough for the server to notice that the stream was cut.
      backOff: () => 300,
    });
    await me.listen();
    streams[0]?.cut();
    await until(() => me.changes.length > 0, 'it was told');
    expect(me.topics()).toEqual(['session', 'goals', 'safety']);
  });

  it('may have been missed when the stream opens late, so all is worth another look', async () => {
    await start();
    const me = connect('p-1', {
      services: ['goals'],
      fetch: async (input, init) => {
        await pause(2100);
        return globalThis.fetch(input, init);
      },
    });
    await me.listen();
    await until(() => me.changes.length > 0, 'it was told');
    expect(me.topics()).toEqual(['session', 'goals']);
  });

  for (const seed of [1, 2, 3])
    it(`show everybody the same in the end, however often the line is cut, seed ${seed}`, async () => {
      await start({ linger: 30 });
      const random = seeded(seed);
      const { fetch, streams } = cuttable();
      const me = connect('p-1', { fetch, backOff: () => random() * 80 });
      const writer = connect('p-1').backend;
      const seen = new Set<string>();
      const look = async () => {
        const { items = [] } = (await writer.goals?.list({ limit: 200 })) ?? {};
        for (const { id } of items) seen.add(id);
      };
      me.backend.watch(({ topic, ids }) => {
        if (topic !== 'goals') return;
        if (ids) for (const id of ids) seen.add(id);
        else void look();
      });
      await me.listen();
      const made: string[] = [];
      for (let i = 0; i < 60; i++) {
        if (random() < 0.3) streams.at(-1)?.cut();
        if (random() < 0.3) await pause(random() * 60);
        made.push((await writer.goals?.add(goal))?.id ?? '');
      }
      await until(() => made.every((id) => seen.has(id)), 'all was seen');
      expect(streams.length).toBeGreaterThan(4);
    });

  it('are told here while there is no stream', async () => {
    await start();
    const me = connect('p-1', {
      fetch: async (input, init) => {
        if ((input as Request).url.endsWith('/changes')) throw new TypeError('Failed to fetch');
        return globalThis.fetch(input, init);
      },
    });
    me.backend.watch((change) => me.changes.push(change));
    await me.backend.goals?.add(goal);
    await until(() => me.changes.length > 0, 'it was told');
    expect(me.changes).toEqual([{ topic: 'goals' }]);
  });

  it('come again after a stream that fell silent', async () => {
    await start({ heartbeat: 60_000 });
    const { fetch, streams } = cuttable();
    const me = connect('p-1', { fetch, silence: 120 });
    await me.listen();
    await until(() => streams.length >= 3, 'it was opened again and again');
    await connect('p-1').backend.goals?.add(goal);
    await until(() => me.topics().includes('goals'), 'it was heard');
  });

  it('keep coming over one stream while the server shows signs of life', async () => {
    await start({ heartbeat: 30 });
    const { fetch, streams } = cuttable();
    const me = connect('p-1', { fetch, silence: 200 });
    await me.listen();
    await pause(600);
    expect(streams).toHaveLength(1);
  });

  it('go on with a fresh token when the old one expires in mid-stream', async () => {
    await start({ heartbeat: 30, authenticate: expiringSoon() });
    const { fetch, streams } = cuttable();
    const me = connect('p-1', { fetch });
    await me.listen();
    await until(() => streams.length >= 2, 'it was opened again');
    await pause(50);
    const writer = connect('p-1').backend;
    const made: (string | undefined)[] = [];
    while (streams.length < 5) {
      made.push((await writer.goals?.add(goal))?.id);
      await pause(10);
    }
    await until(() => me.changes.length >= made.length, 'all were heard');
    await pause(50);
    // None lost and none twice, over all the streams that it took.
    expect(me.changes).toEqual(made.map((id) => ({ topic: 'goals', ids: [id] })));
  });

  it('that were missed are told at once, more than one may keep waiting for', async () => {
    await start();
    const { fetch, streams } = cuttable();
    const me = connect('p-1', { fetch, backOff: () => 1500 });
    await me.listen();
    streams[0]?.cut();
    const writer = connect('p-1').backend;
    const made = [];
    for (let i = 0; i < 100; i++) made.push((await writer.goals?.add(goal))?.id);
    await until(() => me.changes.length >= made.length, 'all were heard');
    expect(me.changes.map(({ ids }) => ids?.[0])).toEqual(made);
    expect(streams).toHaveLength(2);
  });

  it('of what was shared stop on an open stream when the grant is revoked', async () => {
    await start();
    const [me, mentor] = [connect('p-1'), connect('m-open', { role: 'mentor' })];
    await mentor.listen();
    const grant = await me.backend.consents?.grant(grantTo('m-open'));
    await until(() => mentor.topics().includes('consents'), 'the grant was heard');
    await me.backend.goals?.add(goal);
    await until(() => mentor.changes.some((c) => c.topic === 'goals' && c.ids), 'it was heard');
    await me.backend.consents?.revoke(grant?.id ?? '');
    await pause(100);
    mentor.changes.length = 0;
    await me.backend.goals?.add(goal);
    await pause(150);
    expect(mentor.changes).toEqual([]);
  });

  it('of before a revocation are not told again to a stream that comes back', async () => {
    await start();
    const { fetch, streams } = cuttable();
    const me = connect('p-1');
    const grant = await me.backend.consents?.grant(grantTo('m-open'));
    const mentor = connect('m-open', { role: 'mentor', fetch, backOff: () => 200 });
    await mentor.listen();
    streams[0]?.cut();
    const { id = '' } = (await me.backend.goals?.add(goal)) ?? {};
    await me.backend.consents?.revoke(grant?.id ?? '');
    await until(() => mentor.topics().includes('mentors'), 'it was told to look again');
    expect(JSON.stringify(mentor.changes)).not.toContain(id);
  });

  it('end for those who sign out, and go on for their other devices', async () => {
    await start({ heartbeat: 60_000 });
    const { fetch, streams } = cuttable();
    const [phone, laptop] = [connect('p-1', { fetch }), connect('p-1')];
    await phone.listen();
    await laptop.listen();
    await phone.backend.session.signOut();
    await until(() => phone.topics().includes('session'), 'the end was told');
    await pause(100);
    expect(streams).toHaveLength(1);
    phone.changes.length = 0;
    await laptop.backend.goals?.add(goal);
    await until(() => laptop.topics().includes('goals'), 'the laptop heard of it');
    expect(phone.changes).toEqual([]);
  });

  it('end at once on a stream whose token signed out', async () => {
    await start({ heartbeat: 60_000 });
    const headers = { authorization: `Bearer ${await tokenFor('p-1')}` };
    const stream = await fetch(`${server.url}/v1/changes`, { headers });
    await fetch(`${server.url}/v1/session`, { method: 'DELETE', headers });
    const ended = stream.text().then(() => 'ended');
    expect(await Promise.race([ended, pause(2000)])).toBe('ended');
  });

  it('are announced as a session that ended when the token is refused for good', async () => {
    let isValid = true;
    await start({
      authenticate: (token) => ClinicServer.authenticate(isValid ? token : 'x.y.z'),
    });
    const { fetch, streams } = cuttable();
    const me = connect('p-1', { fetch });
    await me.listen();
    isValid = false;
    streams[0]?.cut();
    await until(() => me.changes.length > 0, 'it was told');
    const refused = () => server.logs.filter(({ status }) => status === 401).length;
    await until(() => refused() > 4, 'it was tried again');
    expect(me.changes).toEqual([{ topic: 'session' }]);
    expect(await me.backend.session.current()).toBeNull();
  });

  it('are heard by nobody once the last listener has ended', async () => {
    await start();
    const { fetch, streams } = cuttable();
    const me = connect('p-1', { fetch });
    const end = await me.listen();
    end();
    await connect('p-1').backend.goals?.add(goal);
    await pause(100);
    expect(me.changes).toEqual([]);
    expect(streams).toHaveLength(1);
    await me.listen();
    expect(streams).toHaveLength(2);
  });

  it('do not pile up for one who does not read', async () => {
    await start({ heartbeat: 60_000 });
    const token = await tokenFor('p-1');
    const headers = { authorization: `Bearer ${token}` };
    const app = server.app;
    const slow = await app.fetch(new Request('http://x/v1/changes', { headers }));
    const writer = connect('p-1').backend;
    for (let i = 0; i < 80; i++) await writer.goals?.add(goal);
    await pause(100);
    // It ends by itself: what waited is read, and then nothing more comes.
    const text = await Promise.race([slow.text(), pause(2000).then(() => 'still open')]);
    expect(text.match(/event: change/g)?.length).toBeLessThan(70);
  });

  it('are not told to more streams than a person has use for', async () => {
    await start({ streamLimit: 2 });
    const headers = { authorization: `Bearer ${await tokenFor('p-1')}` };
    const answers = [];
    for (let i = 0; i < 3; i++)
      answers.push(await server.app.fetch(new Request('http://x/v1/changes', { headers })));
    expect(answers.map((a) => a.status)).toEqual([200, 200, 429]);
    await answers[0]?.body?.cancel();
    const again = await server.app.fetch(new Request('http://x/v1/changes', { headers }));
    expect(again.status).toBe(200);
  });
});

/** As the real one, but its tokens count for 150 ms. */
function expiringSoon(): ServerOptions['authenticate'] {
  return async (token) => {
    const identity = await ClinicServer.authenticate(token);
    return { ...identity, expiresAt: Date.now() + 150 };
  };
}
