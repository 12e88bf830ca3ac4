import { aTimeout, expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { MentorService } from '../../../../src/client/backend.js';
import type { WfErrorEvent } from '../../../../src/components/shared/shared.events.js';
import { fakeBackend } from '../../../support/fake-backend.js';
import type { ProbeElement } from '../../../support/probe.js';
import '../../../support/probe.js';

const answering = (get: () => unknown): MentorService => ({ get }) as unknown as MentorService;

async function probe(backend: unknown): Promise<ProbeElement> {
  const el = await fixture<ProbeElement>(html`<probe-element .backend=${backend}></probe-element>`);
  await aTimeout(0);
  await el.updateComplete;
  return el;
}

/** Lets time limits of several seconds pass at once; returns what was said in the console. */
async function hurried(act: () => Promise<void>): Promise<string[]> {
  const { setTimeout: real } = window;
  const { warn } = console;
  const said: string[] = [];
  console.warn = (...words: unknown[]) => said.push(words.join(' '));
  window.setTimeout = ((run: () => void, ms = 0) => real(run, ms >= 5000 ? 1 : ms)) as never;
  try {
    await act();
  } finally {
    window.setTimeout = real;
    console.warn = warn;
  }
  return said;
}

describe('an element with a backend that is wrong', () => {
  it('works without live changes when it cannot be watched', async () => {
    for (const watch of [
      undefined,
      () => {
        throw new Error('no socket');
      },
      () => undefined,
    ]) {
      const said = await hurried(async () => {
        const backend = { ...fakeBackend({ mentors: answering(async () => ({ name: 'Maya' })) }) };
        const el = await probe({ ...backend, watch });
        await waitUntil(() => el.query.status === 'ready');
        el.remove();
      });
      if (!watch || said.length) expect(said.join()).to.include('watch() failed');
    }
  });

  it('takes a call that it did not give up itself for one that took too long', async () => {
    const el = await probe(
      fakeBackend({ mentors: answering(() => Promise.reject(new DOMException('', 'AbortError'))) }),
    );
    await waitUntil(() => el.query.status === 'error');
    expect(el.query.error?.code).to.equal('timeout');
  });

  it('takes an unknown code for an outage', async () => {
    const odd = Object.assign(new Error('?'), { name: 'BackendError', code: 'teapot' });
    const el = await probe(fakeBackend({ mentors: answering(() => Promise.reject(odd)) }));
    await waitUntil(() => el.query.status === 'error');
    expect(el.query.error?.code).to.equal('unavailable');
  });

  it('is signed out when a call says so, and asks again after the next sign-in', async () => {
    let isSignedIn = false;
    const gone = Object.assign(new Error(), { name: 'BackendError', code: 'unauthorized' });
    const backend = fakeBackend({
      mentors: answering(() =>
        isSignedIn ? Promise.resolve({ name: 'Maya' }) : Promise.reject(gone),
      ),
    });
    const el = await probe(backend);
    await waitUntil(() => el.query.status === 'signed-out');
    isSignedIn = true;
    backend.emit({ topic: 'session' });
    await waitUntil(() => el.query.status === 'ready');
  });

  it('tells the portal when the session cannot be read', async () => {
    const backend = fakeBackend({});
    backend.session.current = () => Promise.reject(new Error('down'));
    const el = document.createElement('probe-element');
    el.backend = backend;
    setTimeout(() => document.body.append(el));
    const event = await oneEvent<WfErrorEvent>(el, 'wf-error');
    expect(event.code).to.equal('unavailable');
    el.remove();
  });
});

describe('an element with no backend', () => {
  it('says so to the developer once none is to be expected, and is not available', async () => {
    const said = await hurried(async () => {
      const el = await probe(undefined);
      await waitUntil(() => el.query.status === 'absent');
      el.backend = fakeBackend({ mentors: answering(async () => ({ name: 'Maya' })) });
      await waitUntil(() => el.query.status === 'ready');
    });
    expect(said.join()).to.include('<probe-element> has no backend');
  });

  it('lets go of what it showed when the backend is taken away', async () => {
    const el = await probe(fakeBackend({ mentors: answering(async () => ({ name: 'Maya' })) }));
    await waitUntil(() => el.query.status === 'ready');
    el.backend = undefined;
    await el.updateComplete;
    expect(el.query.value).to.equal(undefined);
    expect(el.shadowRoot?.textContent).not.to.include('Maya');
  });
});
