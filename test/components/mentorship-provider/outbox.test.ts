import { expect, fixture, fixtureCleanup, html, oneEvent, waitUntil } from '@open-wc/testing';
import { openDB } from 'idb';
import type { Backend } from '../../../src/client/backend.js';
import { EmbeddedBackend } from '../../../src/client/backends/embedded/embedded-backend.js';
import type { WithOutbox } from '../../../src/client/outbox/with-outbox.js';
import '../../../src/components/mentorship-provider/define.js';
import type { MentorshipProvider } from '../../../src/components/mentorship-provider/mentorship-provider.js';
import { pageServer } from '../../client/backends/http/page-server.js';
import { fakeBackend } from '../../support/fake-backend.js';

const { fetch } = window;
const AUTHORED = '2026-01-01T20:00:00-06:00';
const SECRET = 'I thought of my sister today';

let clinic: EmbeddedBackend;
let url: string;
let isCut: boolean;

beforeEach(() => {
  clinic = new EmbeddedBackend({ name: crypto.randomUUID(), seed: 'empty' });
  url = `/peer-${crypto.randomUUID()}`;
  isCut = false;
  const server = pageServer(clinic);
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (!/my-token|\/peer-/.test(request.url)) return fetch(input, init);
    if (isCut) throw new TypeError('Failed to fetch');
    if (request.url.endsWith('/my-token')) return new Response('a-token');
    const path = request.url.replace(url, '');
    if (path.endsWith('/v1'))
      return Response.json({ version: '1', services: ['checkIns', 'drafts', 'safety'] });
    return server(new Request(path, request));
  };
});
afterEach(async () => {
  fixtureCleanup();
  window.fetch = fetch;
  await clinic.close();
});

const provider = ({ without = false, remember = false } = {}) =>
  fixture<MentorshipProvider>(
    html`<mentorship-provider
      backend="http"
      base-url=${url}
      token-endpoint="/my-token"
      ?without-outbox=${without}
      ?remember-person=${remember}
    ></mentorship-provider>`,
  );
const known = async (el: MentorshipProvider) => {
  if (!el.session) await oneEvent(el, 'wf-session-change');
  return el.connectedBackend as WithOutbox<Backend>;
};
const submit = (backend: Backend) =>
  backend.checkIns!.submit({
    on: '2026-01-01',
    timeZone: 'America/Chicago',
    response: {
      resourceType: 'QuestionnaireResponse',
      questionnaire: 'https://wayfellow.dev/fhir/Questionnaire/daily-check-in|1.0.0',
      status: 'completed',
      authored: AUTHORED,
      item: [{ linkId: 'reflection', answer: [{ valueString: SECRET }] }],
    },
  });
const received = async () =>
  (await clinic.checkIns.list()).items.map(({ response }) => response.authored);
const raw = async () => {
  const db = await openDB(`wayfellow-outbox ${new URL(url, document.baseURI).href}`);
  const stores = [...db.objectStoreNames];
  const values: unknown[] = (await Promise.all(stores.map((name) => db.getAll(name)))).flat();
  db.close();
  const texts = values.flatMap((value) =>
    Object.values(value as object).map((v: unknown) =>
      v instanceof ArrayBuffer || ArrayBuffer.isView(v)
        ? new TextDecoder().decode(v as ArrayBuffer)
        : JSON.stringify(v),
    ),
  );
  return { count: values.length, text: texts.join(' ') };
};

describe('<mentorship-provider> and its outbox', function () {
  this.timeout(20_000);

  it('keeps by itself, over HTTP, what cannot be sent, and sends it once', async () => {
    const backend = await known(await provider());
    isCut = true;
    expect((await submit(backend)).status).to.equal('queued');
    expect(await received()).to.eql([]);
    isCut = false;
    await backend.outbox.flush();
    await backend.outbox.flush();
    expect(await received()).to.eql([AUTHORED]);
  });

  it('takes nobody for the last visitor unless it is told that the device is theirs', async () => {
    const before = await known(await provider());
    await before.drafts!.put('half', { words: SECRET });
    fixtureCleanup();
    isCut = true;
    const el = await provider();
    await waitUntil(() => el.connectedBackend?.queues);
    const { session, drafts } = el.connectedBackend!;
    for (const call of [session.current(), drafts!.get('half'), submit(el.connectedBackend!)]) {
      const outcome = await call.then(
        () => 'answered',
        ({ code }: { code: string }) => code,
      );
      expect(outcome).to.be.oneOf(['offline', 'unavailable']);
    }
    expect((await raw()).text).not.to.include('last visit');
  });

  it('keeps what is written on a page that was loaded with no network', async () => {
    await known(await provider({ remember: true }));
    fixtureCleanup();
    isCut = true;
    const el = await provider({ remember: true });
    const backend = await known(el);
    expect(el.session?.person.id).to.be.a('string');
    expect((await submit(backend)).status).to.equal('queued');
    await backend.drafts!.put('half', { words: SECRET });
    expect(await backend.drafts!.get('half')).to.have.deep.property('value', { words: SECRET });

    const { count, text } = await raw();
    expect(count).to.be.greaterThan(3);
    for (const words of [SECRET, el.session!.person.id, el.session!.person.name, 'reflection'])
      expect(text).not.to.include(words);

    isCut = false;
    await backend.outbox.flush();
    expect(await received()).to.eql([AUTHORED]);
  });

  it('forgets at sign-out who was here, also when the backend cannot be told', async () => {
    const backend = await known(await provider({ remember: true }));
    isCut = true;
    await submit(backend);
    await backend.session.signOut().catch(() => undefined);
    // What it saw of time alone.
    expect((await raw()).count).to.equal(1);
    fixtureCleanup();
    const el = await provider({ remember: true });
    await waitUntil(() => el.connectedBackend?.queues);
    const error: unknown = await el.connectedBackend!.session.current().then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).to.have.property('code', 'unavailable');
    expect(await received()).to.eql([]);
  });

  it('sends nothing of the last visitor as somebody else', async () => {
    await known(await provider({ remember: true }));
    fixtureCleanup();
    isCut = true;
    const backend = await known(await provider({ remember: true }));
    await submit(backend);
    fixtureCleanup();
    clinic.setPersona('maya');
    isCut = false;
    const other = await known(await provider());
    await other.outbox.flush();
    expect(other.outbox.state.waiting).to.equal(0);
    expect(await received()).to.eql([]);
  });

  it('can be turned off', async () => {
    const el = await provider({ without: true });
    await known(el);
    isCut = true;
    expect(el.connectedBackend?.queues).to.equal(undefined);
    const outcome = await submit(el.connectedBackend!).then(
      () => 'sent',
      ({ code }: { code: string }) => code,
    );
    expect(outcome).to.equal('offline');
  });

  it('stands before a backend of the page’s own when it is asked to', async () => {
    const own = fakeBackend();
    const el = await fixture<MentorshipProvider>(
      html`<mentorship-provider with-outbox .backend=${own}></mentorship-provider>`,
    );
    const backend = await known(el);
    expect(backend.queues).to.equal(true);
    expect(own.watching).to.be.greaterThan(0);
    // Whoever leaves the page leaves nothing running.
    el.remove();
    await waitUntil(() => own.watching === 0);
    document.body.append(el);
    await waitUntil(() => own.watching > 0);
    el.remove();
  });
});
