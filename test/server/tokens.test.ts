import { afterEach, describe, expect, it } from 'vitest';
import { HttpBackend } from '../../src/client/backends/http/http-backend.js';
import { TokenSource } from '../../src/client/backends/http/token-source.js';
import { emptyPage, session } from './support/examples.js';
import { json, ScriptedServer, type Script } from './support/scripted-server.js';

let server: ScriptedServer;
afterEach(() => server.close());

/** Takes only the token of that name. */
const only =
  (good: string, answer: unknown = emptyPage): Script =>
  (response, request) =>
    request.headers.authorization === `Bearer ${good}`
      ? json(200, answer)(response, request)
      : json(401, { code: 'unauthorized' })(response, request);

/** Tokens t1, t2, …, each after a moment. */
function numbered() {
  const given: string[] = [];
  const token = async () => {
    given.push(`t${given.length + 1}`);
    const last = given.at(-1) as string;
    await new Promise((resolve) => setTimeout(resolve, 20));
    return last;
  };
  return { given, token };
}

describe('the token', () => {
  it('is fetched once for all calls, and kept', async () => {
    server = await ScriptedServer.start(only('t1'));
    const { given, token } = numbered();
    const backend = new HttpBackend({ baseUrl: server.url, token });
    await Promise.all(Array.from({ length: 8 }, async () => backend.goals?.list()));
    await backend.consents?.list();
    expect(given).toEqual(['t1']);
  });

  it('is fetched anew once when it is refused, for however many calls', async () => {
    server = await ScriptedServer.start(only('t2'));
    const { given, token } = numbered();
    const backend = new HttpBackend({ baseUrl: server.url, token });
    const pages = await Promise.all(Array.from({ length: 8 }, async () => backend.goals?.list()));
    expect(pages).toEqual(Array(8).fill(emptyPage));
    expect(given).toEqual(['t1', 't2']);
    expect(server.received).toHaveLength(16);
  });

  it('is fetched anew once when calls learn of its refusal in the same moment', async () => {
    server = await ScriptedServer.start(only('t2'));
    const { given, token } = numbered();
    const tokens = new TokenSource(token);
    await tokens.get();
    expect(await Promise.all([1, 2, 3].map(() => tokens.get('t1')))).toEqual(['t2', 't2', 't2']);
    expect(given).toEqual(['t1', 't2']);
  });

  it('that is refused again is an error, and no loop', async () => {
    server = await ScriptedServer.start(only('none'));
    const { given, token } = numbered();
    const backend = new HttpBackend({ baseUrl: server.url, token });
    await expect(backend.goals?.list()).rejects.toMatchObject({ code: 'unauthorized' });
    expect(server.received).toHaveLength(2);
    expect(given).toEqual(['t1', 't2']);
  });

  it('goes with the body of the second try', async () => {
    server = await ScriptedServer.start(only('t2', { items: [] }));
    const { token } = numbered();
    const backend = new HttpBackend({ baseUrl: server.url, token });
    await backend.checkIns?.list({ personId: 'p-9' });
    expect(server.received.map((r) => r.body)).toEqual(Array(2).fill('{"personId":"p-9"}'));
  });

  it('that cannot be fetched is tried again, by this call and by the next', async () => {
    server = await ScriptedServer.start(only('good'));
    let fails = 3;
    const backend = new HttpBackend({
      baseUrl: server.url,
      backOff: () => 1,
      retries: 1,
      token: async () => {
        if (fails-- > 0) throw new TypeError('Failed to fetch');
        return 'good';
      },
    });
    await expect(backend.goals?.list()).rejects.toMatchObject({ code: 'unavailable' });
    expect(await backend.goals?.list()).toEqual(emptyPage);
    expect(server.received).toHaveLength(1);
  });

  it('is null when nobody is signed in: no request is made, until somebody is', async () => {
    server = await ScriptedServer.start(only('good', session));
    const backend = new HttpBackend({ baseUrl: server.url, token: async () => null });
    expect(await backend.session.current()).toBeNull();
    await expect(backend.goals?.list()).rejects.toMatchObject({ code: 'unauthorized' });
    await backend.session.signOut();
    expect(server.received).toHaveLength(0);
  });

  it('is asked for again once somebody has signed in', async () => {
    server = await ScriptedServer.start(only('good', session));
    let token: string | null = null;
    const backend = new HttpBackend({ baseUrl: server.url, token: async () => token });
    expect(await backend.session.current()).toBeNull();
    token = 'good';
    expect(await backend.session.current()).toEqual(session);
  });

  it('is not asked for after sign-out', async () => {
    server = await ScriptedServer.start((response) => response.writeHead(204).end());
    const { given, token } = numbered();
    const backend = new HttpBackend({ baseUrl: server.url, token });
    await backend.session.signOut();
    expect(await backend.session.current()).toBeNull();
    await expect(backend.goals?.list()).rejects.toMatchObject({ code: 'unauthorized' });
    expect(given).toEqual(['t1']);
    expect(server.received.map((r) => `${r.method} ${r.url}`)).toEqual(['DELETE /v1/session']);
  });
});
