import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readConfiguration } from '../../examples/server/src/configuration.js';
import { openDatabase } from '../../examples/server/src/database/open-database.js';
import { seedTenant } from '../../examples/server/src/database/seed-tenant.js';
import type { RunningServer } from '../../examples/server/src/http/serve.js';
import { start } from '../../examples/server/src/start.js';
import { HttpBackend } from '../../src/client/backends/http/http-backend.js';
import type { Role } from '../../src/client/model/person.js';
import { clinic } from '../client/backends/embedded/world.js';
import { PostgresCluster } from './database/support/postgres-cluster.js';
import { tokenFor } from './support/clinic-server.js';
import { pause, until } from './support/until.js';

const MEETING = 'g-open';
/** Long before the next sign of life, which is 15 seconds away, and before a seat is given up. */
const AT_ONCE = 3000;

const started = await PostgresCluster.start().catch((error: Error) => error);
if (started instanceof Error) console.warn(`Streams of two servers: ${started.message}`);

describe.skipIf(started instanceof Error)('streams of two servers', () => {
  const cluster = started as PostgresCluster;
  let servers: RunningServer[] = [];
  let url: string;
  beforeAll(async () => {
    url = await cluster.create('clinics');
    const environment = {
      ...{ DATABASE_URL: url, PORT: '0', HOSTNAME_TO_LISTEN_ON: '127.0.0.1' },
      JWT_ISSUER: 'https://portal.example',
      JWT_SECRET: 'a secret that the portal and the server share in these tests',
    };
    const open = () => start(readConfiguration(environment), { log: () => undefined });
    servers = await Promise.all([open(), open()]);
  }, 60_000);
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.close(500)));
    await cluster.close();
  });

  let tenant: string;
  let worlds = 0;
  const opened: HttpBackend[] = [];
  const streams: Stream[] = [];
  beforeEach(async () => {
    tenant = `ended-${++worlds}`;
    const db = await openDatabase({ url });
    await seedTenant(db, tenant, clinic);
    await db.close();
    for (const person of ['p-1', 'p-2', 'f-1']) await as(person).sessions!.accept(MEETING, '3');
  });
  afterEach(() => {
    for (const backend of opened.splice(0)) backend.close();
    for (const stream of streams.splice(0)) stream.cancel();
  });

  const ROLES: Readonly<Record<string, Role>> = { 'c-1': 'clinician', 'f-1': 'facilitator' };
  const tokenOf = (person: string) =>
    tokenFor(person, { tenant, roles: [ROLES[person] ?? 'participant'] });
  function as(person: string, token = () => tokenOf(person)): HttpBackend {
    const backend = new HttpBackend({ baseUrl: servers[0]!.url, token, shareChanges: false });
    opened.push(backend);
    return backend;
  }
  const at = (server: number, path: string, token: string, method = 'GET') =>
    fetch(`${servers[server]!.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
    });
  async function listen(server: number, path: string, token: string): Promise<Stream> {
    const stream = await Stream.of(await at(server, path, token));
    streams.push(stream);
    return stream;
  }
  const changesAt = (server: number, token: string) => listen(server, '/v1/changes', token);
  const roomAt = (server: number, end: string, token: string) =>
    listen(server, `/v1/meetings/${MEETING}/signals?end=an-end-of-${end}`, token);

  /** Streams of that token at both servers, and a peer at each who hears who is gone. */
  async function everywhere(token: string) {
    const others = await Promise.all(
      [0, 1].map(async (server) => roomAt(server, `peer-${server}`, await tokenOf('p-2'))),
    );
    const rooms = await Promise.all(
      [0, 1].map((server) => roomAt(server, `self-${server}`, token)),
    );
    const changes = await Promise.all([0, 1].map((server) => changesAt(server, token)));
    // Whoever is told that somebody is gone must have heard of them.
    for (const room of rooms) await until(() => room.text.includes('event: here'), 'all are there');
    return { others, rooms, changes };
  }
  const allEnd = (ended: readonly Stream[], within = AT_ONCE) =>
    until(() => ended.every((stream) => stream.hasEnded), 'all had ended', within);
  const isGoneFor = (others: readonly Stream[]) =>
    until(
      () =>
        others.every(({ text }) =>
          [0, 1].every((n) => text.includes(`event: gone\ndata: {"ids":["an-end-of-self-${n}"]}`)),
        ),
      'the others know',
      AT_ONCE,
    );

  it('end at once at both for who is taken out at one', async () => {
    const token = await tokenOf('p-1');
    const { others, rooms, changes } = await everywhere(token);
    const removed = await at(0, '/admin/people/p-1', await tokenOf('c-1'), 'DELETE');
    expect(removed.status).toBe(204);
    await allEnd([...rooms, ...changes]);
    await isGoneFor(others);
    for (const server of [0, 1]) {
      const again = `/v1/meetings/${MEETING}/signals?end=an-end-of-self-${server}`;
      expect((await at(server, again, token)).status).toBe(401);
      expect((await at(server, '/v1/changes', token)).status).toBe(401);
    }
    expect(others.some((stream) => stream.hasEnded)).toBe(false);
  });

  it('end at once at both for who signs out at one, and stay for their other devices', async () => {
    const [token, elsewhere] = [await tokenOf('p-1'), await tokenOf('p-1')];
    const { others, rooms, changes } = await everywhere(token);
    const device = await Promise.all([
      changesAt(0, elsewhere),
      changesAt(1, elsewhere),
      roomAt(1, 'another-device', elsewhere),
    ]);
    await as('p-1', () => Promise.resolve(token)).session.signOut();
    await allEnd([...rooms, ...changes]);
    await isGoneFor(others);
    await pause(500);
    expect([...device, ...others].some((stream) => stream.hasEnded)).toBe(false);
  });

  it('of a room end at once at both for whom the host removes at one', async () => {
    const token = await tokenOf('p-1');
    const { others, rooms, changes } = await everywhere(token);
    const { guest } = (await (await at(1, `/v1/meetings/${MEETING}/access`, token)).json()) as {
      guest: string;
    };
    await as('f-1').sessions!.keepDoor!(MEETING, {
      ...{ type: 'remove', guest, name: 'Jo', reason: 'agreements' },
    });
    await allEnd(rooms);
    await isGoneFor(others);
    expect([...changes, ...others].some((stream) => stream.hasEnded)).toBe(false);
  });
});

/** A stream of events, as it came. */
class Stream {
  text = '';
  hasEnded = false;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;

  static async of(response: Response): Promise<Stream> {
    expect(response.status, await (response.ok ? '' : response.text())).toBe(200);
    return new Stream(response.body!);
  }

  private constructor(body: ReadableStream<Uint8Array>) {
    this.#reader = body.getReader();
    void this.#read();
  }

  cancel(): void {
    this.#reader.cancel().catch(() => undefined);
  }

  async #read(): Promise<void> {
    const decoder = new TextDecoder();
    for (;;) {
      const { done, value } = await this.#reader.read();
      if (done) break;
      this.text += decoder.decode(value, { stream: true });
    }
    this.hasEnded = true;
  }
}
