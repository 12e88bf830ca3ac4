import { ContextConsumer } from '@lit/context';
import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { LitElement } from 'lit';
import type { Backend } from '../../../src/client/backend.js';
import { BackendError } from '../../../src/client/errors.js';
import type { Session } from '../../../src/client/model/session.js';
import '../../../src/components/mentorship-provider/define.js';
import { loadableBackend } from '../../../src/components/mentorship-provider/loadable-backend.js';
import type { MentorshipProvider } from '../../../src/components/mentorship-provider/mentorship-provider.js';
import {
  backendContext,
  localeContext,
  rememberContextRequests,
  sessionContext,
  themeContext,
} from '../../../src/components/shared/contexts.js';

const session: Session = {
  person: { id: 'p1', name: 'Jordan', role: 'participant' },
  clinic: { id: 'c1', name: 'Harbor' },
  timeZone: 'America/Chicago',
};

function backendWith(current: () => Promise<Session | null>): Backend & { say(): void } {
  const listeners = new Set<Parameters<Backend['watch']>[0]>();
  return {
    session: { current, signOut: async () => {} },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    say: () => listeners.forEach((l) => l({ topic: 'session' })),
  };
}

/** A host's own Lit component that reads what a provider gives. */
class ContextReader extends LitElement {
  readonly backend = new ContextConsumer(this, { context: backendContext, subscribe: true });
  readonly session = new ContextConsumer(this, { context: sessionContext, subscribe: true });
  readonly locale = new ContextConsumer(this, { context: localeContext, subscribe: true });
  readonly theme = new ContextConsumer(this, { context: themeContext, subscribe: true });
}
rememberContextRequests();
customElements.define('context-reader', ContextReader);

describe('<mentorship-provider>', () => {
  it('is invisible to assistive technology and layout', async () => {
    const provider = await fixture<MentorshipProvider>(
      html`<mentorship-provider><p>Portal</p></mentorship-provider>`,
    );
    await expect(provider).to.be.accessible();
    expect(getComputedStyle(provider).display).to.equal('contents');
  });

  it('gives backend, session, locale and theme to what is below', async () => {
    const backend = backendWith(async () => session);
    const provider = await fixture<MentorshipProvider>(
      html`<mentorship-provider .backend=${backend} locale="es" theme="dark">
        <context-reader></context-reader>
      </mentorship-provider>`,
    );
    const reader = provider.querySelector<ContextReader>('context-reader');
    if (!provider.session) await oneEvent(provider, 'wf-session-change');
    expect(reader?.backend.value).to.equal(backend);
    expect(reader?.session.value).to.deep.equal(session);
    expect(reader?.locale.value).to.equal('es');
    expect(reader?.theme.value).to.equal('dark');
    expect(provider.lang).to.equal('es');
    expect(reader && getComputedStyle(reader).colorScheme).to.equal('dark');
  });

  it('serves elements that asked before it was there', async () => {
    const early = document.createElement('div');
    early.innerHTML = '<late-provider><context-reader></context-reader></late-provider>';
    document.body.append(early);
    const { MentorshipProvider } =
      await import('../../../src/components/mentorship-provider/mentorship-provider.js');
    MentorshipProvider.define('late-');
    customElements.define('late-provider', class extends MentorshipProvider {});
    const provider = early.querySelector('late-provider') as MentorshipProvider;
    const backend = backendWith(async () => null);
    provider.backend = backend;
    await provider.updateComplete;
    expect(early.querySelector<ContextReader>('context-reader')?.backend.value).to.equal(backend);
    early.remove();
  });

  it('keeps a backend that was set before upgrade', async () => {
    const backend = backendWith(async () => null);
    const element = document.createElement('soon-mentorship-provider') as MentorshipProvider;
    element.backend = backend;
    document.body.append(element);
    const { MentorshipProvider } =
      await import('../../../src/components/mentorship-provider/mentorship-provider.js');
    MentorshipProvider.define('soon-');
    await element.updateComplete;
    expect(element.connectedBackend).to.equal(backend);
    element.remove();
  });

  it('follows sign-out, and stops following when removed', async () => {
    let current: Session | null = session;
    const backend = backendWith(async () => current);
    const provider = await fixture<MentorshipProvider>(
      html`<mentorship-provider .backend=${backend}></mentorship-provider>`,
    );
    if (!provider.session) await oneEvent(provider, 'wf-session-change');
    current = null;
    setTimeout(() => backend.say());
    await oneEvent(provider, 'wf-session-change');
    expect(provider.session).to.equal(null);

    provider.remove();
    current = session;
    backend.say();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(provider.session).to.equal(null);
  });

  it('goes back to the page language when its own is taken away', async () => {
    const provider = await fixture<MentorshipProvider>(
      html`<mentorship-provider locale="es"></mentorship-provider>`,
    );
    provider.locale = undefined;
    await provider.updateComplete;
    expect(provider.hasAttribute('lang')).to.equal(false);
  });

  it('names an unknown backend to the developer', async () => {
    const said: string[] = [];
    const warn = console.warn;
    console.warn = (message: string) => said.push(message);
    try {
      await fixture(html`<mentorship-provider backend="nowhere"></mentorship-provider>`);
    } finally {
      console.warn = warn;
    }
    expect(said.join()).to.include('nowhere').and.include('embedded');
  });

  it('works from attributes alone', async () => {
    const provider = await fixture<MentorshipProvider>(
      html`<mentorship-provider backend="embedded"></mentorship-provider>`,
    );
    if (!provider.session) await oneEvent(provider, 'wf-session-change');
    expect(provider.session?.person.role).to.equal('participant');
    expect(provider.connectedBackend?.mentors).to.be.an('object');
  });

  it('takes the name as a property too, which is how React and Vue set it', async () => {
    const provider = document.createElement('mentorship-provider');
    provider.backend = 'embedded';
    document.body.append(provider);
    if (!provider.session) await oneEvent(provider, 'wf-session-change');
    expect(provider.session?.person.role).to.equal('participant');
    provider.remove();
  });
});

describe('a backend whose code is still being fetched', () => {
  it('is fetched once, and again after a failure', async () => {
    let attempts = 0;
    let loaded: Backend | undefined;
    const real = backendWith(async () => session);
    const backend = loadableBackend(
      async () => {
        if (++attempts === 1) throw new TypeError('Failed to fetch');
        return real;
      },
      (b) => (loaded = b),
    );
    const failure = await backend.session.current().catch((e: unknown) => e);
    expect(failure).to.be.instanceOf(BackendError).with.property('code', 'unavailable');
    expect(await Promise.all([backend.session.current(), backend.session.current()])).to.deep.equal(
      [session, session],
    );
    expect(attempts).to.equal(2);
    expect(loaded).to.equal(real);
    await backend.session.signOut();
    expect(backend.watch(() => {})).to.be.a('function');
  });
});
