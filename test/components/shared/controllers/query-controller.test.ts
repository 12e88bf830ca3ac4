import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import type { MentorService } from '../../../../src/client/backend.js';
import { BackendError, type BackendErrorCode } from '../../../../src/client/errors.js';
import type { WfErrorEvent } from '../../../../src/components/shared/shared.events.js';
import { aSession, deferred, fakeBackend } from '../../../support/fake-backend.js';
import { TIME_LIMIT, type ProbeElement } from '../../../support/probe.js';
import '../../../support/probe.js';

type Answer = (id: string, signal: AbortSignal) => Promise<unknown>;

/** A backend whose `mentors.get` answers as told; `calls` counts. */
function asked(answer: Answer) {
  const signals: AbortSignal[] = [];
  const backend = fakeBackend({
    mentors: {
      get: (id: string, { signal }: { signal: AbortSignal }) => {
        signals.push(signal);
        return answer(id, signal);
      },
    } as unknown as MentorService,
  });
  return { backend, signals };
}

const probe = async (backend: unknown) => {
  const el = await fixture<ProbeElement>(html`<probe-element .backend=${backend}></probe-element>`);
  await aTimeout(0);
  await el.updateComplete;
  return el;
};

describe('QueryController', () => {
  it('asks once, and shows the answer', async () => {
    const { backend, signals } = asked((id) => Promise.resolve({ name: id }));
    const el = await probe(backend);
    expect(el.query.status).to.equal('ready');
    expect(el.query.value).to.deep.equal({ name: 'first' });
    el.requestUpdate();
    await el.updateComplete;
    expect(signals).to.have.length(1);
    expect(el.query.busy).to.be.false;
  });

  it('asks again when its arguments change, and forgets the old answer', async () => {
    const second = deferred<unknown>();
    const { backend, signals } = asked((id) =>
      id === 'first' ? Promise.resolve({ name: id }) : second.promise,
    );
    const el = await probe(backend);
    el.question = 'second';
    await el.updateComplete;
    expect(el.query.status).to.equal('loading');
    second.resolve({ name: 'second' });
    await aTimeout(0);
    expect(el.query.value?.name).to.equal('second');
    expect(signals).to.have.length(2);
    expect(signals[0]!.aborted).to.be.true;
  });

  it('does not ask while there is nothing to ask with', async () => {
    const { backend, signals } = asked((id) => Promise.resolve({ name: id }));
    const el = document.createElement('probe-element');
    el.question = undefined;
    el.backend = backend;
    document.body.append(el);
    await aTimeout(0);
    expect(signals).to.be.empty;
    expect(el.query.status).to.equal('loading');
    el.remove();
  });

  it('keeps the last good answer when a refresh fails, and says so', async () => {
    let fail = false;
    const { backend } = asked(() =>
      fail ? Promise.reject(new BackendError('unavailable')) : Promise.resolve({ name: 'good' }),
    );
    const el = await probe(backend);
    const events: WfErrorEvent[] = [];
    el.addEventListener('wf-error', (event) => events.push(event));
    fail = true;
    el.query.refresh();
    await aTimeout(0);
    expect(el.query.status).to.equal('ready');
    expect(el.query.value?.name).to.equal('good');
    expect(el.query.error?.code).to.equal('unavailable');
    expect(events.map((e) => e.code)).to.deep.equal(['unavailable']);
    fail = false;
    el.query.refresh();
    await aTimeout(0);
    expect(el.query.error).to.be.undefined;
  });

  it('says once what goes on failing, and again what fails in another way', async () => {
    let code: BackendErrorCode = 'unavailable';
    let fail = true;
    const { backend } = asked(() =>
      fail ? Promise.reject(new BackendError(code)) : Promise.resolve({ name: 'good' }),
    );
    const events: string[] = [];
    const listen = ({ code }: WfErrorEvent) => events.push(code);
    document.addEventListener('wf-error', listen);
    const el = await probe(backend);
    const ask = async () => {
      el.query.refresh();
      await aTimeout(0);
      await el.updateComplete;
      await aTimeout(0);
    };
    await ask();
    await ask();
    expect(events).to.eql(['unavailable']);
    code = 'rate-limited';
    await ask();
    fail = false;
    await ask();
    fail = true;
    await ask();
    document.removeEventListener('wf-error', listen);
    expect(events).to.eql(['unavailable', 'rate-limited', 'rate-limited']);
  });

  it('gives up on a backend that does not answer, and takes no late answer', async () => {
    const late = deferred<unknown>();
    const { backend } = asked(() => late.promise);
    const el = await probe(backend);
    await aTimeout(TIME_LIMIT + 50);
    expect(el.query.status).to.equal('error');
    expect(el.query.error?.code).to.equal('timeout');
    late.resolve({ name: 'late' });
    await aTimeout(0);
    expect(el.query.value).to.be.undefined;
  });

  it('renders nothing when a refresh brings the same', async () => {
    const { backend } = asked(() => Promise.resolve({ name: 'same' }));
    const el = await probe(backend);
    const { renders } = el;
    el.query.refresh();
    backend.emit({ topic: 'mentors' });
    await aTimeout(0);
    expect(el.renders).to.equal(renders);
  });

  it('asks again on a change only when it is concerned', async () => {
    const { backend, signals } = asked(() => Promise.resolve({ name: 'maya' }));
    await probe(backend);
    backend.emit({ topic: 'messages' });
    backend.emit({ topic: 'mentors', ids: ['ray'] });
    await aTimeout(0);
    expect(signals).to.have.length(1);
    backend.emit({ topic: 'mentors', ids: ['maya'] });
    await aTimeout(0);
    expect(signals).to.have.length(2);
  });

  it('gives a request up when the element leaves, and shows no error for it', async () => {
    const { backend, signals } = asked(
      (_id, signal) =>
        new Promise((_, reject) =>
          signal.addEventListener('abort', () => reject(signal.reason as Error)),
        ),
    );
    const el = await probe(backend);
    el.remove();
    await aTimeout(0);
    expect(signals[0]!.aborted).to.be.true;
    expect(el.query.error).to.be.undefined;
    expect(backend.watching).to.equal(0);
  });

  it('survives a move between parents without asking twice', async () => {
    const answer = deferred<unknown>();
    const { backend, signals } = asked(() => answer.promise);
    const el = await probe(backend);
    const other = await fixture(html`<div></div>`);
    el.remove();
    other.append(el);
    await aTimeout(0);
    expect(signals).to.have.length(1);
    expect(signals[0]!.aborted).to.be.false;
    answer.resolve({ name: 'moved' });
    await aTimeout(0);
    expect(el.query.value?.name).to.equal('moved');
    backend.emit({ topic: 'mentors' });
    expect(signals, 'and still listens').to.have.length(2);
  });

  it('asks again when the element comes back later', async () => {
    const { backend, signals } = asked(() => Promise.resolve({ name: 'maya' }));
    const el = await probe(backend);
    const parent = el.parentElement!;
    el.remove();
    await aTimeout(0);
    parent.append(el);
    await aTimeout(0);
    await el.updateComplete;
    expect(signals).to.have.length(2);
    expect(el.query.value?.name, 'the old answer is shown meanwhile').to.equal('maya');
  });

  it('calls an answer that does not fit an error', async () => {
    const { backend } = asked(() => Promise.resolve({ name: 7 }));
    const el = await probe(backend);
    expect(el.query.status).to.equal('error');
    expect(el.query.error?.code).to.equal('invalid-response');
    expect(el.query.error?.detail).to.equal('name');
  });

  it('translates whatever a backend throws', async () => {
    const { backend } = asked(() => Promise.reject(new TypeError('oops')));
    const el = await probe(backend);
    expect(el.query.error?.code).to.equal('unavailable');
    const theirs = Object.assign(new Error(), { name: 'BackendError', code: 'timeout' });
    const other = await probe(asked(() => Promise.reject(theirs)).backend);
    expect(other.query.error?.code).to.equal('timeout');
    const throwing = await probe(
      asked(() => {
        throw new Error('not even a promise');
      }).backend,
    );
    expect(throwing.query.error?.code).to.equal('unavailable');
  });

  it('says when the service is absent', async () => {
    const el = await probe(fakeBackend());
    expect(el.query.status).to.equal('absent');
    expect(el.query.busy).to.be.false;
  });

  it('says when nobody is signed in, and asks nothing', async () => {
    const { backend, signals } = asked(() => Promise.resolve({ name: 'x' }));
    backend.session.current = () => Promise.resolve(null);
    const el = await probe(backend);
    expect(el.query.status).to.equal('signed-out');
    expect(signals).to.be.empty;
  });

  it('forgets everything at sign-out, and asks anew for the next person', async () => {
    const { backend, signals } = asked(() => Promise.resolve({ name: 'secret' }));
    const el = await probe(backend);
    backend.session.current = () => Promise.resolve(null);
    backend.emit({ topic: 'session' });
    await aTimeout(0);
    await el.updateComplete;
    expect(el.query.status).to.equal('signed-out');
    expect(el.query.value).to.be.undefined;
    backend.session.current = () =>
      Promise.resolve(aSession({ person: { id: 'sam', name: 'Sam', role: 'participant' } }));
    backend.emit({ topic: 'session' });
    await aTimeout(0);
    await el.updateComplete;
    expect(signals).to.have.length(2);
    expect(el.query.status).to.equal('ready');
  });

  it('shows an error of the session, and gets over it', async () => {
    const { backend } = asked(() => Promise.resolve({ name: 'x' }));
    const good = backend.session.current;
    backend.session.current = () => Promise.reject(new BackendError('timeout'));
    const el = await probe(backend);
    expect(el.query.status).to.equal('error');
    backend.session.current = good;
    el.query.refresh();
    await aTimeout(0);
    await el.updateComplete;
    await aTimeout(0);
    expect(el.query.status).to.equal('ready');
  });

  it('tries again when the network is back, after an error only', async () => {
    let fail = true;
    const { backend, signals } = asked(() =>
      fail ? Promise.reject(new BackendError('offline')) : Promise.resolve({ name: 'back' }),
    );
    const el = await probe(backend);
    fail = false;
    window.dispatchEvent(new Event('online'));
    await el.updateComplete;
    await aTimeout(0);
    expect(el.query.value?.name).to.equal('back');
    window.dispatchEvent(new Event('online'));
    await el.updateComplete;
    expect(signals).to.have.length(2);
  });

  it('takes an answer that an action has brought', async () => {
    const { backend, signals } = asked(() => Promise.resolve({ name: 'old' }));
    const el = await probe(backend);
    el.query.set({ name: 'new' });
    await el.updateComplete;
    expect(el.renderRoot.textContent).to.include('ready new');
    expect(signals).to.have.length(1);
  });
});
