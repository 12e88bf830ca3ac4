import { ContextProvider } from '@lit/context';
import { aTimeout, expect, fixture, html, nextFrame } from '@open-wc/testing';
import type { Backend } from '../../../../src/client/backend.js';
import { BackendError } from '../../../../src/client/errors.js';
import { backendContext } from '../../../../src/components/shared/contexts.js';
import { aSession, fakeBackend } from '../../../support/fake-backend.js';
import type { ProbeElement } from '../../../support/probe.js';
import '../../../support/probe.js';

/** A stand-in for a provider, which may be defined after the elements below it. */
const provide = (element: HTMLElement, backend: Backend) => {
  const provider = new ContextProvider(element, {
    context: backendContext,
    initialValue: backend,
  });
  provider.hostConnected();
  return provider;
};

describe('ConnectionController', () => {
  it('takes the backend of a provider that is defined later', async () => {
    const wrapper = await fixture<HTMLElement>(html`<div><probe-element></probe-element></div>`);
    const el = wrapper.querySelector('probe-element')!;
    expect(el.connection.backend).to.be.undefined;
    expect(el.query.status).to.equal('loading');
    const backend = fakeBackend();
    provide(wrapper, backend);
    await nextFrame();
    await el.updateComplete;
    expect(el.connection.backend === backend).to.be.true;
    expect(el.connection.session?.person.name).to.equal('Jordan');
  });

  it('prefers its own backend, and goes back to the provider’s', async () => {
    const wrapper = await fixture<HTMLElement>(html`<div></div>`);
    const theirs = fakeBackend();
    provide(wrapper, theirs);
    const el = document.createElement('probe-element');
    wrapper.append(el);
    await el.updateComplete;
    expect(el.connection.backend === theirs).to.be.true;
    const own = fakeBackend();
    el.backend = own;
    await el.updateComplete;
    expect(el.connection.backend === own).to.be.true;
    expect(theirs.watching, 'lets go of the other').to.equal(0);
    el.backend = undefined;
    await el.updateComplete;
    expect(el.connection.backend === theirs).to.be.true;
  });

  it('knows whether anything is kept, and looks again when the backend says so', async () => {
    let full = false;
    const backend = fakeBackend();
    Object.defineProperty(backend, 'durable', { get: () => Promise.resolve(!full) });
    const el = await fixture<ProbeElement>(
      html`<probe-element .backend=${backend}></probe-element>`,
    );
    await aTimeout(0);
    expect(el.connection.durable).to.be.true;
    full = true;
    backend.emit({ topic: 'session' });
    await aTimeout(0);
    expect(el.connection.durable).to.be.false;
  });

  it('asks for one session, however many elements want it', async () => {
    let asked = 0;
    const backend = fakeBackend();
    backend.session.current = () => (asked++, Promise.resolve(aSession()));
    await fixture(
      html`<div>
        ${[1, 2, 3].map(() => html`<probe-element .backend=${backend}></probe-element>`)}
      </div>`,
    );
    await aTimeout(0);
    expect(asked).to.equal(1);
    backend.emit({ topic: 'session' });
    await aTimeout(0);
    expect(asked).to.equal(2);
  });

  it('says why the session is not known, and asks again when online', async () => {
    const backend = fakeBackend();
    const good = backend.session.current;
    backend.session.current = () => Promise.reject(new BackendError('offline'));
    const el = await fixture<ProbeElement>(
      html`<probe-element .backend=${backend}></probe-element>`,
    );
    await aTimeout(0);
    expect(el.connection.session).to.be.undefined;
    expect(el.connection.error?.code).to.equal('offline');
    backend.session.current = good;
    window.dispatchEvent(new Event('online'));
    await aTimeout(0);
    expect(el.connection.session?.person.id).to.equal('jordan');
    expect(el.connection.error).to.be.undefined;
    expect(el.connection.online).to.be.true;
  });

  it('takes unauthorized as signed out, and a malformed session as an error', async () => {
    const backend = fakeBackend();
    backend.session.current = () => Promise.reject(new BackendError('unauthorized'));
    const el = await fixture<ProbeElement>(
      html`<probe-element .backend=${backend}></probe-element>`,
    );
    await aTimeout(0);
    expect(el.connection.session).to.equal(null);
    const odd = fakeBackend();
    odd.session.current = () => Promise.resolve({ person: 1 } as never);
    el.backend = odd;
    await aTimeout(0);
    expect(el.connection.error?.code).to.equal('invalid-response');
  });

  it('uses the last answer when two overlap', async () => {
    const backend = fakeBackend();
    const answers: ((name: string) => void)[] = [];
    backend.session.current = () =>
      new Promise((resolve) =>
        answers.push((name) =>
          resolve(aSession({ person: { id: name, name, role: 'participant' } })),
        ),
      );
    const el = await fixture<ProbeElement>(
      html`<probe-element .backend=${backend}></probe-element>`,
    );
    backend.emit({ topic: 'session' });
    answers[1]!('Second');
    await aTimeout(0);
    answers[0]!('First');
    await aTimeout(0);
    expect(el.connection.session?.person.name).to.equal('Second');
  });
});
