import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Backend, WriteOptions } from '../../../src/client/backend.js';
import { BackendError } from '../../../src/client/errors.js';
import type { NewGrant } from '../../../src/client/model/consent.js';
import '../../../src/components/sharing-settings/define.js';
import type { WfSharingChangeEvent } from '../../../src/components/sharing-settings/sharing-settings.events.js';
import type { SharingSettings } from '../../../src/components/sharing-settings/sharing-settings.js';
import { aSession, deferred, fakeBackend } from '../../support/fake-backend.js';
import { aGrantTo, consenting } from '../../support/sharing.js';

const DAY = 86_400_000;
const words = (node: Element | null | undefined) =>
  node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const sheet = (el: SharingSettings) => el.shadowRoot!.querySelector('.sheet')!;
const find = <E extends Element = HTMLElement>(el: SharingSettings, selector: string) =>
  el.shadowRoot!.querySelector<E>(selector);
const until = (what: () => unknown) =>
  waitUntil(() => Boolean(what()), String(what), { timeout: 4000 });
const choice = (el: SharingSettings, label: string) => {
  const found = [...el.shadowRoot!.querySelectorAll('label')].find((l) =>
    words(l.querySelector('b')).startsWith(label),
  );
  return found!.control as HTMLInputElement;
};
const button = (el: SharingSettings, name: string) =>
  [...el.shadowRoot!.querySelectorAll('button')].find((b) => words(b) === name);
const announced = (el: SharingSettings) => words(find(el, '.sheet > [role=status]'));
const checked = (el: SharingSettings) =>
  [...el.shadowRoot!.querySelectorAll<HTMLInputElement>('.switch')].map((s) => s.checked);

async function settings(
  backend: Backend,
  { lang = 'en', dir = 'ltr', width = 600, scopes = '' } = {},
) {
  const page = await fixture<HTMLElement>(
    html`<div lang=${lang} dir=${dir}>
      <sharing-settings .backend=${backend}></sharing-settings>
    </div>`,
  );
  page.style.inlineSize = `${width}px`;
  const el = page.querySelector('sharing-settings')!;
  if (scopes) el.scopes = scopes;
  await until(() => !find(el, '.skeleton'));
  return el;
}

describe('sharing-settings', () => {
  it('is closed until something is chosen, and says so', async () => {
    const el = await settings(fakeBackend(consenting()));
    expect(words(find(el, 'h2'))).to.equal('What Maya may see');
    expect(words(sheet(el))).to.contain('Nothing until you say so.');
    expect(checked(el)).to.deep.equal([false, false, false, false]);
    expect(button(el, 'Stop sharing everything')).to.equal(undefined);
    await expect(el).to.be.accessible();
  });

  it('shares one thing with one tap, for a purpose and with an end', async () => {
    const made: [NewGrant, WriteOptions | undefined][] = [];
    const services = consenting();
    const { grant } = services.consents;
    const backend = fakeBackend({
      ...services,
      consents: {
        ...services.consents,
        grant: (asked, options) => {
          made.push([asked, options]);
          return grant(asked, options);
        },
      },
    });
    const el = await settings(backend);
    const heard = oneEvent(el, 'wf-sharing-change');
    choice(el, 'Your recovery time').focus();
    await sendKeys({ press: 'Space' });
    const { scope, granteeId, shared } = (await heard) as Event as WfSharingChangeEvent;
    expect([scope, granteeId, shared]).to.deep.equal(['recovery-dates', 'maya', true]);
    await until(() => announced(el) === 'Maya can see it from now on.');
    const [[asked, options]] = made as [[NewGrant, WriteOptions]];
    expect(asked).to.include({
      granteeId: 'maya',
      scope: 'recovery-dates',
      purpose: 'peer-support',
    });
    expect(options.idempotencyKey).to.be.a('string');
    const days = (Date.parse(asked.expiresAt) - Date.now()) / DAY;
    expect(days).to.be.within(89.9, 90);
    expect(checked(el)).to.deep.equal([false, true, false, false]);
    expect(words(find(el, '#choice-recovery-dates-more'))).to.match(/^Until \w+ \d+, \d{4}\.$/);
  });

  it('takes back at once, and says so only once the backend has it', async () => {
    const services = consenting([aGrantTo('name')]);
    const gate = deferred<void>();
    const { revoke } = services.consents;
    const backend = fakeBackend({
      ...services,
      consents: { ...services.consents, revoke: (id) => gate.promise.then(() => revoke(id)) },
    });
    const el = await settings(backend);
    const box = choice(el, 'Your first name');
    expect(box.checked).to.equal(true);
    box.click();
    await el.updateComplete;
    expect(box.checked).to.equal(false);
    expect(box.getAttribute('aria-disabled')).to.equal('true');
    expect(announced(el)).to.equal('');
    box.click();
    expect(box.checked, 'no second change under the first').to.equal(false);
    gate.resolve();
    await until(() => announced(el) === 'Maya can no longer see it.');
    expect(words(find(el, '[part=before]'))).to.contain('Your first name');
  });

  it('shows what is true when it did not work, and why', async () => {
    const fails = () => Promise.reject(new BackendError('offline'));
    const services = consenting([aGrantTo('name')], { grant: fails, revoke: fails });
    const el = await settings(fakeBackend(services));
    choice(el, 'Your first name').click();
    await until(() => find(el, '[role=alert]'));
    expect(choice(el, 'Your first name').checked, 'still shared').to.equal(true);
    choice(el, 'Your recovery time').click();
    await until(() => el.shadowRoot!.querySelectorAll('[role=alert]').length === 2);
    expect(choice(el, 'Your recovery time').checked, 'still closed').to.equal(false);
    expect(announced(el)).to.equal('');
  });

  it('stops everything with one tap', async () => {
    const services = consenting([aGrantTo('name'), aGrantTo('check-in-answers')]);
    const el = await settings(fakeBackend(services));
    button(el, 'Stop sharing everything')!.click();
    await until(() => announced(el) === 'Maya can no longer see anything of this.');
    expect(checked(el)).to.deep.equal([false, false, false, false]);
    expect(services.grants.every((g) => g.revokedAt)).to.equal(true);
    await until(() => el.shadowRoot!.activeElement === find(el, 'h2'));
  });

  it('offers to go on when the end is near, and counts an ended grant as closed', async () => {
    const services = consenting([
      aGrantTo('name', { ago: 85 }),
      aGrantTo('recovery-dates', { ago: 100 }),
    ]);
    const el = await settings(fakeBackend(services));
    expect(checked(el)).to.deep.equal([true, false, false, false]);
    button(el, 'Share for 90 more days')!.click();
    await until(() => announced(el).startsWith('Shared until'));
    expect(button(el, 'Share for 90 more days')).to.equal(undefined);
    expect(words(find(el, '[part=before]'))).to.contain('Your recovery time and milestones');
  });

  it('says that words are seen together with answers only', async () => {
    const el = await settings(fakeBackend(consenting([aGrantTo('free-text')])));
    expect(words(find(el, '#choice-free-text-more'))).to.contain(
      'only once you share your check-in',
    );
    choice(el, 'Your check-in answers').click();
    await until(() => !words(find(el, '#choice-free-text-more')).includes('only once'));
  });

  it('follows a change made elsewhere', async () => {
    const services = consenting();
    const backend = fakeBackend(services);
    const el = await settings(backend);
    services.grants.push(aGrantTo('name'));
    backend.emit({ topic: 'consents' });
    await until(() => choice(el, 'Your first name').checked);
  });

  it('offers only what the page names, and nothing unknown', async () => {
    const el = await settings(fakeBackend(consenting()), {
      scopes: 'diagnosis nonsense contact-after-discharge',
    });
    await el.updateComplete;
    expect(checked(el).length).to.equal(2);
  });

  it('does not show what is shared with somebody else as shared with the mentor', async () => {
    const el = await settings(fakeBackend(consenting([aGrantTo('name', { granteeId: 'sam' })])));
    expect(checked(el)).to.deep.equal([false, false, false, false]);
  });

  it('says what there is to do without a mentor, and to somebody who is none to choose', async () => {
    const none = await settings(fakeBackend(consenting([], {}, ['requested'])));
    expect(words(sheet(none))).to.contain('Once you have a mentor');
    const person = { id: 'maya', name: 'Maya', role: 'mentor' } as const;
    const mentor = await settings(fakeBackend(consenting(), aSession({ person })));
    expect(words(sheet(mentor))).to.contain('There is nothing for you to choose.');
    expect(find(mentor, '[part=help-button]')).not.to.equal(null);
  });

  it('has its states: error with retry, not there, signed out', async () => {
    let list: () => Promise<unknown> = () => Promise.reject(new BackendError('unavailable'));
    const el = await settings(fakeBackend(consenting([], { list: () => list() as never })));
    await until(() => find(el, '[role=alert]'));
    list = () => Promise.resolve({ items: [{ scope: 'nonsense' }] });
    button(el, 'Try again')!.click();
    await until(() => words(sheet(el)).includes('an answer we cannot read'));
    list = () => Promise.resolve({ items: [] });
    button(el, 'Try again')!.click();
    await until(() => checked(el).length === 4);
    expect(words(sheet(await settings(fakeBackend({}))))).to.contain('not available');
    expect(words(sheet(await settings(fakeBackend({}, null))))).to.contain('signed out');
  });

  it('speaks Spanish, from right to left, on a narrow phone', async () => {
    const el = await settings(fakeBackend(consenting([aGrantTo('name')])), {
      ...{ lang: 'es', dir: 'rtl', width: 320 },
    });
    await until(() => words(find(el, 'h2')) === 'Lo que Maya puede ver');
    expect(sheet(el).scrollWidth).to.be.at.most(sheet(el).clientWidth);
    await expect(el).to.be.accessible();
  });
});
