import { expect } from '@open-wc/testing';
import type { Change } from '../../../../src/client/backend.js';
import { HttpBackend } from '../../../../src/client/backends/http/http-backend.js';

const session = (id: string) => ({
  person: { id, name: id, role: 'participant' },
  clinic: { id: 'clinic', name: 'Clinic' },
  timeZone: 'UTC',
});

/** A server in the page: who asks is who the token names; streams are written by the test. */
class PageServer {
  readonly streams: { who: string; lastId: string | null; isOpen: boolean; end: () => void }[] = [];
  readonly #writers: ((text: string) => void)[] = [];

  readonly fetch = async (input: RequestInfo | URL): Promise<Response> => {
    const request = input as Request;
    const who = request.headers.get('authorization')?.replace('Bearer ', '') ?? '';
    if (request.url.endsWith('/v1/changes')) return this.#open(who, request);
    if (request.method === 'DELETE') return new Response(null, { status: 204 });
    return Response.json(session(who));
  };

  /** Writes to the open streams of a person. */
  write(who: string, id: string, change: Change): void {
    this.streams.forEach((stream, at) => {
      if (stream.who === who && stream.isOpen)
        this.#writers[at]?.(`id: ${id}\nevent: change\ndata: ${JSON.stringify(change)}\n\n`);
    });
  }

  openOf(who: string): number {
    return this.streams.filter((stream) => stream.who === who && stream.isOpen).length;
  }

  #open(who: string, request: Request): Response {
    const lastId = request.headers.get('last-event-id');
    const stream = { who, lastId, isOpen: true, end: () => undefined as void };
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.#writers.push((text) => controller.enqueue(new TextEncoder().encode(text)));
        stream.end = () => controller.close();
      },
      cancel: () => void (stream.isOpen = false),
    });
    this.streams.push(stream);
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  }
}

async function until(isSo: () => boolean, what: string): Promise<void> {
  const end = performance.now() + 4000;
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`It never came about that ${what}`);
    await pause(5);
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

describe('HttpBackend in several tabs', () => {
  let server: PageServer;
  let base: string;
  const open: HttpBackend[] = [];

  beforeEach(() => {
    server = new PageServer();
    base = `https://api-${Math.random()}.example`;
  });
  afterEach(() => {
    for (const backend of open.splice(0)) backend.close();
  });

  /** What a tab would be: another backend with the same address. Locks and channels know no tabs. */
  function tab(who: string, shareChanges = true) {
    const options = { baseUrl: base, token: async () => who, fetch: server.fetch };
    const backend = new HttpBackend({ ...options, shareChanges, backOff: () => 20 });
    open.push(backend);
    const changes: Change[] = [];
    const end = backend.watch((change) => changes.push(change));
    return { backend, changes, end };
  }

  it('has one stream for all tabs of a person, and each tab hears each change once', async () => {
    const tabs = [tab('p-1'), tab('p-1'), tab('p-1')];
    await until(() => server.openOf('p-1') > 0, 'a stream was opened');
    await pause(100);
    expect(server.streams).to.have.length(1);
    server.write('p-1', 'a', { topic: 'goals', ids: ['g'] });
    await until(() => tabs.every((t) => t.changes.length > 0), 'all heard of it');
    for (const { changes } of tabs) expect(changes).to.deep.equal([{ topic: 'goals', ids: ['g'] }]);
  });

  it('goes on in another tab when the one with the stream closes, where that one was', async () => {
    const tabs = [tab('p-1'), tab('p-1'), tab('p-1')];
    await until(() => server.openOf('p-1') === 1, 'a stream was opened');
    await pause(50);
    server.write('p-1', 'seven', { topic: 'goals' });
    await until(() => tabs.every((t) => t.changes.length === 1), 'all heard of it');
    // Any of them may be the one with the stream; the others close without harm.
    for (const { backend } of tabs)
      if (server.streams.length === 1) {
        backend.close();
        await pause(80);
      }
    await until(() => server.streams.length === 2, 'another stream was opened');
    expect(server.streams[1]?.lastId).to.equal('seven');
  });

  it('goes on where it was also in a tab that came when nothing happened', async () => {
    const first = tab('p-1');
    await until(() => server.openOf('p-1') === 1, 'a stream was opened');
    server.write('p-1', 'seven', { topic: 'goals' });
    await until(() => first.changes.length === 1, 'it was heard');
    tab('p-1');
    await pause(100);
    first.backend.close();
    await until(() => server.streams.length === 2, 'another stream was opened');
    expect(server.streams[1]?.lastId).to.equal('seven');
  });

  it('never mixes what two people hear, who share a device', async () => {
    const [one, other] = [tab('p-1'), tab('p-2')];
    await until(() => server.openOf('p-1') + server.openOf('p-2') === 2, 'each had a stream');
    server.write('p-1', 'a', { topic: 'messages' });
    await until(() => one.changes.length > 0, 'one heard of it');
    await pause(50);
    expect(other.changes).to.deep.equal([]);
  });

  it('ends in all tabs when the person signs out in one', async () => {
    const [here, there] = [tab('p-1'), tab('p-1')];
    await until(() => server.openOf('p-1') === 1, 'a stream was opened');
    await pause(50);
    await here.backend.session.signOut();
    await until(() => there.changes.length > 0, 'the other tab was told');
    expect(here.changes).to.deep.equal([{ topic: 'session' }]);
    expect(there.changes).to.deep.equal([{ topic: 'session' }]);
    expect(await there.backend.session.current()).to.be.null;
    await until(() => server.openOf('p-1') === 0, 'the stream was let go');
  });

  it('can be kept to each tab', async () => {
    tab('p-1', false);
    tab('p-1', false);
    await until(() => server.openOf('p-1') === 2, 'each had a stream');
  });

  describe('whose token has expired', () => {
    /** Tabs whose tokens are named for their person and counted; those up to `expired` are refused. */
    function tabs(...people: string[]) {
      const fetched: string[] = [];
      let count = 0;
      let expired = 0;
      const backends = people.map((who) => {
        const backend = new HttpBackend({
          baseUrl: base,
          backOff: () => 20,
          token: async () => {
            await pause(30);
            fetched.push(who);
            return `${who}.${++count}`;
          },
          fetch: async (input) => {
            const request = input as Request;
            const [name = '', at] =
              request.headers.get('authorization')?.replace('Bearer ', '').split('.') ?? [];
            if (Number(at) <= expired)
              return Response.json({ code: 'unauthorized' }, { status: 401 });
            request.headers.set('authorization', `Bearer ${name}`);
            return server.fetch(request);
          },
        });
        open.push(backend);
        backend.watch(() => undefined);
        return backend;
      });
      /** All have one, know whose it is, and hear of it no more. */
      const expire = async () => {
        await until(() => count === people.length, 'all had a token');
        await pause(150);
        fetched.length = 0;
        expired = count;
      };
      return { backends, fetched, expire };
    }

    it('fetch one for all, also when all learn of it at once', async () => {
      const { backends, fetched, expire } = tabs('p-1', 'p-1', 'p-1', 'p-1');
      await expire();
      const sessions = await Promise.all(backends.map((backend) => backend.session.current()));
      expect(sessions.map((each) => each?.person.id)).to.deep.equal(Array(4).fill('p-1'));
      expect(fetched).to.deep.equal(['p-1']);
      // Those who ask later have it, too.
      await Promise.all(backends.map((backend) => backend.session.current()));
      expect(fetched).to.have.length(1);
    });

    it('give it to nobody else who shares the device', async () => {
      const { backends, fetched, expire } = tabs('p-1', 'p-2', 'p-1');
      await expire();
      const sessions = await Promise.all(backends.map((backend) => backend.session.current()));
      expect(sessions.map((each) => each?.person.id)).to.deep.equal(['p-1', 'p-2', 'p-1']);
      expect(fetched.sort()).to.deep.equal(['p-1', 'p-2']);
    });

    it('put it in no storage', async () => {
      const { backends, expire } = tabs('p-1', 'p-1');
      await expire();
      await Promise.all(backends.map((backend) => backend.session.current()));
      const kept = JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]);
      expect(kept).not.to.contain('p-1.');
    });
  });
});
