import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import type { PairingService, WriteOptions } from '../../../../src/client/backend.js';
import { BackendError, type BackendErrorCode } from '../../../../src/client/errors.js';
import { deferred, fakeBackend } from '../../../support/fake-backend.js';
import { TIME_LIMIT, type ProbeElement } from '../../../support/probe.js';
import '../../../support/probe.js';

/** A probe whose action answers as told, and the keys that it sent. */
async function acting(answer: (input: string) => Promise<unknown>) {
  const keys: (string | undefined)[] = [];
  const backend = fakeBackend({
    pairings: {
      request: ({ mentorId }: { mentorId: string }, options?: WriteOptions) => {
        keys.push(options?.idempotencyKey);
        return answer(mentorId);
      },
    } as unknown as PairingService,
  });
  const el = await fixture<ProbeElement>(html`<probe-element .backend=${backend}></probe-element>`);
  return { el, keys };
}

const fails = (code: BackendErrorCode) => () => Promise.reject(new BackendError(code));

describe('ActionController', () => {
  it('does one thing at a time', async () => {
    const answer = deferred<unknown>();
    const { el, keys } = await acting(() => answer.promise);
    const first = el.action.run('a');
    const second = el.action.run('b');
    expect(el.action.busy).to.be.true;
    answer.resolve({ name: 'done' });
    expect(await first).to.deep.equal({ name: 'done' });
    expect(await second).to.deep.equal({ name: 'done' });
    expect(keys).to.have.length(1);
    expect(el.action.busy).to.be.false;
    expect(el.action.value).to.deep.equal({ name: 'done' });
  });

  it('sends the same again under the same key after a lost answer', async () => {
    let answer: (input: string) => Promise<unknown> = fails('timeout');
    const { el, keys } = await acting((input) => answer(input));
    expect(await el.action.run('a')).to.be.undefined;
    expect(el.action.error?.code).to.equal('timeout');
    answer = () => Promise.resolve({ name: 'done' });
    await el.action.run('a');
    expect(el.action.error).to.be.undefined;
    expect(keys[0]).to.be.a('string').and.to.equal(keys[1]);
  });

  it('gives up on a backend that hangs; the next try has the same key', async () => {
    let answer = (): Promise<unknown> => new Promise(() => {});
    const { el, keys } = await acting(() => answer());
    const began = Date.now();
    expect(await el.action.run('a')).to.be.undefined;
    expect(Date.now() - began).to.be.at.least(TIME_LIMIT - 20);
    expect(el.action.error?.code).to.equal('timeout');
    expect(el.action.busy).to.be.false;
    answer = () => Promise.resolve({ name: 'done' });
    expect(await el.action.run('a')).to.eql({ name: 'done' });
    expect(keys[0]).to.be.a('string').and.to.equal(keys[1]);
  });

  it('takes a new key after a success, for another input, and after a refusal', async () => {
    let answer: (input: string) => Promise<unknown> = () => Promise.resolve({ name: 'done' });
    const { el, keys } = await acting((input) => answer(input));
    await el.action.run('a');
    await el.action.run('a');
    answer = fails('timeout');
    await el.action.run('b');
    await el.action.run('c');
    answer = fails('conflict');
    await el.action.run('d');
    await el.action.run('d');
    expect(new Set(keys)).to.have.length(6);
  });

  it('calls an answer that does not fit an error, and tells the page', async () => {
    const { el } = await acting(() => Promise.resolve({}));
    const codes: string[] = [];
    el.addEventListener('wf-error', ({ code, detail }) => codes.push(`${code} ${detail}`));
    expect(await el.action.run('a')).to.be.undefined;
    expect(codes).to.deep.equal(['invalid-response name']);
  });

  it('says when the service is absent or there is no backend', async () => {
    for (const backend of [fakeBackend(), undefined]) {
      const el = await fixture<ProbeElement>(
        html`<probe-element .backend=${backend}></probe-element>`,
      );
      await el.action.run('a');
      expect(el.action.error?.code).to.equal('unavailable');
      expect(el.action.error?.detail).to.equal('service-absent');
    }
  });

  it('goes on when the element leaves', async () => {
    const answer = deferred<unknown>();
    const { el } = await acting(() => answer.promise);
    const run = el.action.run('a');
    el.remove();
    await aTimeout(0);
    answer.resolve({ name: 'done' });
    expect(await run).to.deep.equal({ name: 'done' });
  });

  it('forgets on reset', async () => {
    const { el, keys } = await acting(fails('timeout'));
    await el.action.run('a');
    el.action.reset();
    expect(el.action.error).to.be.undefined;
    await el.action.run('a');
    expect(keys[0]).not.to.equal(keys[1]);
  });
});
