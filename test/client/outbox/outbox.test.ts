import { expect } from '@open-wc/testing';
import { openDB } from 'idb';
import type { Backend } from '../../../src/client/backend.js';
import { EmbeddedBackend } from '../../../src/client/backends/embedded/embedded-backend.js';
import type { BackendError } from '../../../src/client/errors.js';
import { IndexedDbEntries } from '../../../src/client/outbox/indexed-db-entries.js';
import {
  withOutbox,
  type EntryRecord,
  type KeyRecord,
  type OutboxOptions,
  type OutboxState,
} from '../../../src/client/outbox/with-outbox.js';
import { clinic, newName } from '../backends/embedded/world.js';

const DAY = 86_400_000;

/** A server, a device, and as many tabs on it as are opened. */
function device() {
  const name = newName();
  const database = `${name}-outbox`;
  const open: { close(): Promise<void> }[] = [];
  const serverAs = (persona = 'p-1') => {
    const server = new EmbeddedBackend({ name, persona, storage: 'memory', seed: clinic });
    open.push(server);
    return server;
  };
  return {
    database,
    serverAs,
    tab(options: OutboxOptions = {}, server = serverAs()) {
      const backend = withOutbox(server, { name: database, automatic: false, ...options });
      open.push(backend.outbox);
      return { server, backend, outbox: backend.outbox };
    },
    records: async () => {
      const db = await openDB(database);
      const entries = (await db.getAll('entries')) as EntryRecord[];
      const keys = (await db.getAll('keys')) as KeyRecord[];
      db.close();
      return { entries, keys };
    },
    async close() {
      await Promise.all(open.map((each) => each.close()));
      indexedDB.deleteDatabase(database);
    },
  };
}

const checkIn = (text = 'Better', on = '2026-01-01') => ({
  on,
  timeZone: 'America/Chicago',
  response: {
    resourceType: 'QuestionnaireResponse' as const,
    questionnaire: 'https://wayfellow.dev/fhir/Questionnaire/daily-check-in|1.0.0',
    status: 'completed' as const,
    authored: '2026-01-01T20:00:00-06:00',
    item: [{ linkId: 'reflection', answer: [{ valueString: text }] }],
  },
});
const alert = () => ({
  triggers: [{ type: 'not-safe-now' as const }],
  raisedAt: '2026-01-01T20:00:00-06:00',
});
const offline = () => 'offline' as const;
const errorOf = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.fail('It should reject'),
    (error: unknown) => error as BackendError,
  );
const textsOf = async (server: EmbeddedBackend) =>
  (await server.checkIns.list()).items
    .map(({ response }) => response.item?.[0]?.answer?.[0]?.valueString)
    .reverse();

describe('an outbox', () => {
  let here: ReturnType<typeof device>;
  beforeEach(() => (here = device()));
  afterEach(() => here.close());

  /** A tab that knows who is signed in and has no network any more. */
  const offlineTab = async (options: OutboxOptions = {}) => {
    const tab = here.tab(options);
    await tab.backend.session.current();
    tab.server.failures = offline;
    return tab;
  };

  it('answers queued, says so, and sends when asked to', async () => {
    const { server, backend, outbox } = await offlineTab();
    const states: OutboxState[] = [];
    outbox.subscribe((state) => states.push(state));
    const receipt = await backend.checkIns.submit(checkIn(), { idempotencyKey: 'k' });
    expect([receipt.status, receipt.checkInId]).to.deep.equal(['queued', 'k']);
    expect(outbox.state).to.deep.include({ waiting: 1, reason: 'offline' });
    server.failures = undefined;
    expect(await outbox.flush()).to.deep.include({ waiting: 0, reason: undefined });
    expect(states.some((state) => state.sending)).to.be.true;
    expect(await textsOf(server)).to.deep.equal(['Better']);
    expect((await here.records()).entries).to.be.empty;
  });

  it('sends what waits first, and in the same breath what is new', async () => {
    const { server, backend } = await offlineTab();
    await backend.checkIns.submit(checkIn('First'));
    server.failures = undefined;
    expect((await backend.checkIns.submit(checkIn('Second'))).status).to.equal('received');
    expect(await textsOf(server)).to.deep.equal(['First', 'Second']);
  });

  it('sends by itself when the network is back', async () => {
    const { server, backend } = await offlineTab({ automatic: true });
    await backend.checkIns.submit(checkIn());
    server.failures = undefined;
    const sent = new Promise<void>((resolve) => {
      server.watch(({ topic }) => topic === 'checkIns' && resolve());
    });
    dispatchEvent(new Event('online'));
    await sent;
    expect(await textsOf(server)).to.deep.equal(['Better']);
  });

  it('sends a safety alert before the check-ins that wait, and says that nobody has it yet', async () => {
    const { server, backend, outbox } = await offlineTab();
    await backend.checkIns.submit(checkIn());
    const error = await errorOf(backend.safety.raise(alert(), { idempotencyKey: 'a' }));
    expect([error.code, error.detail]).to.deep.equal(['offline', 'queued']);
    const calls: string[] = [];
    server.failures = (call) => void calls.push(call);
    await outbox.flush();
    const writes = calls.filter((call) => /submit|raise/.test(call));
    expect(writes).to.deep.equal(['safety.raise', 'checkIns.submit']);
    await backend.safety.raise(alert(), { idempotencyKey: 'a' });
    expect((await backend.safety.list()).items).to.have.length(1);
  });

  it('does not let a check-in that hangs hold up an alert', async () => {
    const server = here.serverAs();
    const { session, checkIns, safety } = server;
    const hanging = withOutbox(
      {
        session,
        safety,
        checkIns: { ...checkIns, submit: (..._: unknown[]) => new Promise<never>(() => undefined) },
        watch: (listener) => server.watch(listener),
      },
      { name: here.database, automatic: false },
    );
    void hanging.checkIns.submit(checkIn());
    expect((await hanging.safety.raise(alert())).personId).to.equal('p-1');
    await hanging.outbox.close();
  });

  it('tells what is refused for good, and goes on with those behind it', async () => {
    const { server, backend, outbox } = await offlineTab();
    await backend.checkIns.submit(checkIn('Too soon', '2999-01-01'), { idempotencyKey: 'late' });
    await backend.checkIns.submit(checkIn('In time'));
    server.failures = undefined;
    const { waiting, failed } = await outbox.flush();
    expect(waiting).to.equal(0);
    expect(failed).to.have.length(1);
    expect(failed[0]).to.deep.include({
      operation: 'checkIns.submit',
      code: 'conflict',
      detail: 'date-in-future',
      canRetry: true,
    });
    expect(await textsOf(server)).to.deep.equal(['In time']);
    const again = here.tab({}, server);
    await again.backend.session.current();
    expect((await again.outbox.retry(failed[0]!.id)).failed).to.have.length(1);
    expect((await again.outbox.dismiss(failed[0]!.id)).failed).to.be.empty;
  });

  it('waits for a new session of the same person', async () => {
    const { server, backend, outbox } = here.tab();
    await backend.session.current();
    server.failures = () => 'unauthorized';
    expect((await backend.checkIns.submit(checkIn())).status).to.equal('queued');
    server.failures = undefined;
    server.setPersona('p-2');
    expect((await outbox.flush()).waiting).to.equal(0);
    expect(await textsOf(server)).to.be.empty;
    server.setPersona('p-1');
    await outbox.flush();
    expect(await textsOf(server)).to.deep.equal(['Better']);
  });

  it('refuses a key that is kept for something else', async () => {
    const { backend } = await offlineTab();
    await backend.checkIns.submit(checkIn('One'), { idempotencyKey: 'k' });
    const error = await errorOf(backend.checkIns.submit(checkIn('Two'), { idempotencyKey: 'k' }));
    expect([error.code, error.detail]).to.deep.equal(['conflict', 'key-reused']);
  });

  it('keeps drafts readable with no network', async () => {
    const { server, backend, outbox } = await offlineTab();
    await backend.drafts.put('q', { mood: 1 });
    await backend.drafts.put('q', { mood: 2 });
    expect((await backend.drafts.get('q'))?.value).to.deep.equal({ mood: 2 });
    expect(outbox.state.waiting).to.equal(1);
    await backend.drafts.remove('q');
    expect(await backend.drafts.get('q')).to.be.null;
    await backend.drafts.put('q', { mood: 3 });
    server.failures = undefined;
    await outbox.flush();
    expect((await server.drafts.get('q'))?.value).to.deep.equal({ mood: 3 });
  });

  it('keeps nothing where it is not known for whom, unless the host knows', async () => {
    const unknown = here.tab();
    unknown.server.failures = offline;
    expect((await errorOf(unknown.backend.checkIns.submit(checkIn()))).code).to.equal('offline');
    const known = here.tab({ personId: () => 'p-1' }, unknown.server);
    expect((await known.backend.checkIns.submit(checkIn())).status).to.equal('queued');
    unknown.server.failures = undefined;
    await known.outbox.flush();
    expect(await textsOf(unknown.server)).to.deep.equal(['Better']);
  });

  it('sends at sign-out what it can, and leaves nothing behind', async () => {
    const { server, backend } = await offlineTab();
    await backend.checkIns.submit(checkIn('First'));
    server.failures = undefined;
    await backend.session.signOut();
    expect(await textsOf(here.serverAs())).to.deep.equal(['First']);
    expect(await here.records()).to.deep.equal({ entries: [], keys: [] });
  });

  it('leaves nothing behind either when the sign-out finds no network', async () => {
    const { backend } = await offlineTab();
    await backend.checkIns.submit(checkIn());
    expect((await errorOf(backend.session.signOut())).code).to.equal('offline');
    expect(await here.records()).to.deep.equal({ entries: [], keys: [] });
  });

  it('keeps nothing more in another tab once the person signed out', async () => {
    const [one, other] = [await offlineTab(), await offlineTab()];
    await other.backend.checkIns.submit(checkIn('First'));
    one.server.failures = undefined;
    await one.backend.session.signOut();
    await errorOf(other.backend.checkIns.submit(checkIn('Second')));
    expect((await here.records()).entries).to.be.empty;
  });

  it('goes on in memory when the disk is full, and says so', async () => {
    const server = here.serverAs();
    const { session, checkIns } = server;
    const backend = withOutbox(
      // In memory, the embedded backend would say of itself that it keeps nothing.
      { session, checkIns, watch: (listener) => server.watch(listener) },
      {
        name: here.database,
        automatic: false,
        open: async (name) => {
          const store = await IndexedDbEntries.open(name);
          store.add = () => Promise.reject(new DOMException('Full', 'QuotaExceededError'));
          return store;
        },
      },
    );
    await backend.session.current();
    server.failures = offline;
    expect(await backend.durable).to.be.true;
    let news = 0;
    backend.watch(({ topic }) => topic === 'session' && news++);
    await backend.checkIns.submit(checkIn('First'));
    await backend.checkIns.submit(checkIn('Second'));
    expect(await backend.durable).to.be.false;
    expect(news).to.be.above(0);
    server.failures = undefined;
    await backend.outbox.flush();
    expect(await textsOf(server)).to.deep.equal(['First', 'Second']);
    await backend.outbox.close();
  });

  it('works with no IndexedDB, and says that nothing is kept', async () => {
    const { server, backend, outbox } = await offlineTab({
      open: () => Promise.reject(new Error('None')),
    });
    expect(await backend.durable).to.be.false;
    await backend.checkIns.submit(checkIn());
    server.failures = undefined;
    await outbox.flush();
    expect(await textsOf(server)).to.deep.equal(['Better']);
  });

  it('signs out with no IndexedDB, and leaves nothing in memory', async () => {
    const { backend, outbox } = await offlineTab({
      open: () => Promise.reject(new Error('None')),
      rememberPerson: true,
    });
    await backend.checkIns.submit(checkIn());
    await backend.session.signOut().catch(({ detail }: BackendError) => {
      expect(detail).to.not.equal('not-wiped');
    });
    expect((await outbox.flush()).waiting).to.equal(0);
  });

  it('seals with a key that cannot be read out, and never twice alike', async () => {
    const { backend } = await offlineTab();
    await backend.checkIns.submit(checkIn());
    await backend.checkIns.submit(checkIn());
    const { keys, entries } = await here.records();
    const key = keys[0]!.key!;
    expect([key.algorithm.name, key.extractable]).to.deep.equal(['AES-GCM', false]);
    expect(await crypto.subtle.exportKey('raw', key).catch(() => 'refused')).to.equal('refused');
    expect(entries.map(({ iv }) => iv.byteLength)).to.deep.equal([12, 12]);
    expect(String(entries[0]!.iv)).to.not.equal(String(entries[1]!.iv));
  });

  it('tells what cannot be read any more, and sends the rest', async () => {
    const { server, backend, outbox } = await offlineTab();
    await backend.checkIns.submit(checkIn('Spoiled'));
    await backend.checkIns.submit(checkIn('Sound'));
    const db = await openDB(here.database);
    const [first, second] = (await db.getAll('entries')) as EntryRecord[];
    // Even whole and under the same key, what is sealed opens in its own place only.
    await db.put('entries', { ...first, iv: second!.iv, sealed: second!.sealed });
    db.close();
    server.failures = undefined;
    const { failed } = await outbox.flush();
    expect(failed).to.have.length(1);
    expect(failed[0]).to.deep.include({ detail: 'unreadable', canRetry: false });
    expect(await textsOf(server)).to.deep.equal(['Sound']);
  });

  it('shows nobody what is kept for another', async () => {
    const { backend } = await offlineTab();
    await backend.checkIns.submit(checkIn());
    const server = here.serverAs('p-2');
    const other = here.tab({}, server);
    await other.backend.session.current();
    expect(await other.outbox.flush()).to.deep.include({ waiting: 0, failed: [] });
    // Somebody with the device moves it into their own name.
    await other.backend.drafts.put('q', 1);
    server.failures = offline;
    await other.backend.checkIns.submit(checkIn('Mine'));
    const db = await openDB(here.database);
    const entries = (await db.getAll('entries')) as EntryRecord[];
    const [theirs, mine] = [entries[0]!, entries.at(-1)!];
    await db.put('entries', { ...theirs, owner: mine.owner, keyId: mine.keyId });
    db.close();
    server.failures = undefined;
    expect((await other.outbox.flush()).failed[0]).to.deep.include({ detail: 'unreadable' });
    expect(await textsOf(server)).to.deep.equal(['Mine']);
  });

  it('expires after a week that the device saw pass, says so, and forgets what it said', async () => {
    let now = Date.now();
    const { server, backend, outbox } = await offlineTab({ clock: () => new Date(now) });
    await backend.checkIns.submit(checkIn());
    for (let day = 1; day <= 7; day++) {
      now += DAY;
      expect((await outbox.flush()).waiting, `day ${day}`).to.equal(1);
    }
    now += DAY;
    await outbox.flush();
    const { waiting, failed } = outbox.state;
    expect(waiting).to.equal(0);
    expect(failed[0]).to.deep.include({ code: 'timeout', detail: 'expired', canRetry: false });
    server.failures = undefined;
    await outbox.flush();
    expect(await textsOf(server)).to.be.empty;
    for (let day = 9; day <= 15; day++) {
      now += DAY;
      await outbox.flush();
    }
    expect((await here.records()).entries).to.be.empty;
  });

  it('does not take a jump of the clock for time', async () => {
    let now = Date.now();
    const { server, backend, outbox } = await offlineTab({ clock: () => new Date(now) });
    await backend.checkIns.submit(checkIn());
    for (const years of [10, -20, 10]) {
      now += years * 365 * DAY;
      expect((await outbox.flush()).waiting).to.equal(1);
    }
    server.failures = undefined;
    await outbox.flush();
    expect(await textsOf(server)).to.deep.equal(['Better']);
  });

  it('leaves everything else as it is', async () => {
    const { server, backend } = here.tab();
    backend.failures = () => 'forbidden';
    expect((await errorOf(server.goals.list())).code).to.equal('forbidden');
    expect(backend.persona).to.equal('p-1');
    expect('checkIns' in backend).to.be.true;
    const bare: Backend = { session: server.session, watch: () => () => undefined };
    const without = withOutbox(bare);
    expect(without.checkIns).to.be.undefined;
    await without.outbox.close();
    indexedDB.deleteDatabase('wayfellow-outbox');
  });
});
