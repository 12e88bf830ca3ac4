import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { EmbeddedBackend } from '../../../src/client/backends/embedded/embedded-backend.js';
import { BackendError } from '../../../src/client/errors.js';
import '../../../src/components/mentorship-provider/define.js';
import type { MentorshipProvider } from '../../../src/components/mentorship-provider/mentorship-provider.js';
import { pageServer } from '../../client/backends/http/page-server.js';
import { listening } from '../../support/check-ins.js';

const { fetch } = window;
let tokens: { request: Request; answer: Response }[] = [];
let authorized: (string | null)[] = [];
let nextToken: () => Response;
let isDown = false;

beforeEach(() => {
  tokens = [];
  authorized = [];
  isDown = false;
  nextToken = () => new Response('a-token\n');
  const server = pageServer(new EmbeddedBackend({ name: crypto.randomUUID() }));
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (request.url.endsWith('/my-token')) {
      const answer = nextToken();
      tokens.push({ request, answer });
      return answer;
    }
    if (!request.url.includes('/peer/v1')) return fetch(input, init);
    const path = request.url.replace('/peer/v1', '/v1');
    if (path.endsWith('/v1'))
      return Response.json({ version: '1', services: ['mentors', 'checkIns'] });
    if (isDown) return new Response('', { status: 503 });
    authorized.push(request.headers.get('authorization'));
    return server(new Request(path, request));
  };
});
afterEach(() => (window.fetch = fetch));

const aCheckIn = () => ({
  response: { resourceType: 'QuestionnaireResponse', status: 'completed' } as const,
  on: new Date().toISOString().slice(0, 10),
  timeZone: 'UTC',
});

const provider = (attributes: { url?: string; endpoint?: string; withoutOutbox?: boolean }) =>
  fixture<MentorshipProvider>(
    html`<mentorship-provider
      backend="http"
      base-url=${attributes.url ?? '/peer'}
      token-endpoint=${attributes.endpoint ?? '/my-token'}
      ?without-outbox=${attributes.withoutOutbox}
    ></mentorship-provider>`,
  );

describe('<mentorship-provider backend="http">', () => {
  it('works from attributes alone: asks the portal for a token and the server for the session', async () => {
    const el = await provider({});
    if (!el.session) await oneEvent(el, 'wf-session-change');
    expect(el.session?.person.name).to.be.a('string');
    expect(tokens).to.have.length(1);
    const { request } = tokens[0]!;
    expect(request.method).to.equal('POST');
    expect(request.credentials).to.equal('same-origin');
    expect(authorized[0]).to.equal('Bearer a-token');
    // What the server does not offer is absent.
    expect(el.connectedBackend?.mentors).to.exist;
    expect(el.connectedBackend?.goals).to.equal(undefined);
  });

  it('keeps what cannot be sent, and sends it once that is possible', async () => {
    const el = await provider({});
    if (!el.session) await oneEvent(el, 'wf-session-change');
    const { outbox } = el;
    expect(outbox?.state.waiting).to.equal(0);
    isDown = true;
    const receipt = await el.connectedBackend?.checkIns?.submit(aCheckIn());
    expect(receipt?.status).to.equal('queued');
    expect(outbox?.state.waiting).to.equal(1);
    isDown = false;
    await outbox?.flush();
    expect(outbox?.state.waiting).to.equal(0);
    const { items } = (await el.connectedBackend?.checkIns?.list({ limit: 1 }))!;
    expect(items[0]?.on).to.equal(aCheckIn().on);
  });

  it('keeps nothing without the outbox', async () => {
    const el = await provider({ withoutOutbox: true });
    if (!el.session) await oneEvent(el, 'wf-session-change');
    expect(el.outbox).to.equal(undefined);
    isDown = true;
    const error = await el.connectedBackend?.checkIns
      ?.submit(aCheckIn())
      .catch((failure: unknown) => failure);
    expect(error).to.be.instanceOf(BackendError).and.include({ code: 'unavailable' });
  });

  it('takes 401 from the portal for nobody being signed in', async () => {
    nextToken = () => new Response('', { status: 401 });
    const el = await provider({});
    if (el.session === undefined) await oneEvent(el, 'wf-session-change');
    expect(el.session).to.equal(null);
  });

  it('sends no cookies of the session to another origin, and says so', async () => {
    let failure: unknown;
    const said = await listening(async () => {
      const el = await provider({ endpoint: 'https://elsewhere.example/my-token' });
      failure = await el.connectedBackend?.session.current().catch((error: unknown) => error);
    });
    expect(failure).to.be.instanceOf(BackendError).and.include({ detail: 'token-endpoint' });
    expect(said.join()).to.include('must be an address of the origin of this page');
    expect(tokens).to.have.length(0);
  });
});
