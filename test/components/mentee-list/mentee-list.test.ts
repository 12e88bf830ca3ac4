import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Backend, WriteOptions } from '../../../src/client/backend.js';
import { EmbeddedBackend } from '../../../src/client/backends/embedded/embedded-backend.js';
import { BackendError } from '../../../src/client/errors.js';
import type { PairingAction } from '../../../src/client/model/pairing.js';
import '../../../src/components/mentee-list/define.js';
import type { WfPathEvent } from '../../../src/components/mentee-list/mentee-list.events.js';
import type {
  WfMessageEvent,
  WfPairingChangeEvent,
} from '../../../src/components/shared/pairing.events.js';
import type { MenteeList } from '../../../src/components/mentee-list/mentee-list.js';
import { deferred, fakeBackend } from '../../support/fake-backend.js';
import {
  aMentor,
  mentoring,
  moodOf,
  quietFor,
  reached,
  walking,
  wrote,
  type Days,
} from '../../support/mentees.js';

const words = (node: Element | null | undefined) =>
  node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const find = <E extends Element = HTMLElement>(el: MenteeList, selector: string) =>
  el.shadowRoot!.querySelector<E>(selector);
const until = (what: () => unknown) =>
  waitUntil(() => Boolean(what()), String(what), { timeout: 4000 });
const row = (el: MenteeList, name: string) =>
  [...el.shadowRoot!.querySelectorAll('.people > li')].find(
    (li) => words(li.querySelector('h3')) === name,
  );
const button = (el: MenteeList, name: string) =>
  [...el.shadowRoot!.querySelectorAll('button')].find((b) => words(b) === name);
const said = (el: MenteeList) => words(find(el, '.sheet > [role=status]'));
const focused = (el: MenteeList) => words(el.shadowRoot!.activeElement);

async function list(
  backend: Backend,
  { lang = 'en', dir = 'ltr', width = 700 } = {},
): Promise<MenteeList> {
  const page = await fixture<HTMLElement>(
    html`<div lang=${lang} dir=${dir}><mentee-list .backend=${backend}></mentee-list></div>`,
  );
  page.style.inlineSize = `${width}px`;
  const el = page.querySelector('mentee-list')!;
  await until(() => !find(el, '.bone'));
  return el;
}

const shown = (pairings: Parameters<typeof mentoring>[0], days?: Days) =>
  list(fakeBackend(mentoring(pairings, days), aMentor()));

const asks = walking('Aspen', {
  status: 'requested',
  message: 'I saw you know about panic at night.',
});

describe('mentee-list', () => {
  it('shows who asks, in their own words, and until when', async () => {
    const el = await shown([walking('Sam'), asks]);
    expect([...el.shadowRoot!.querySelectorAll('h3')].map(words)).to.eql(['Aspen', 'Sam']);
    const asking = words(row(el, 'Aspen'));
    expect(asking).to.contain('I saw you know about panic at night.');
    expect(asking).to.match(/You can answer until \w+day/);
    expect(words(row(el, 'Sam'))).to.contain('Nothing is waiting for you.');
    await expect(el).to.be.accessible();
  });

  it('lists by name, and never by how somebody is doing', async () => {
    const el = await shown([walking('Zoe'), walking('Ana'), walking('Lee', { status: 'paused' })], {
      followUps: [quietFor('Zoe', 5)],
    });
    expect([...el.shadowRoot!.querySelectorAll('h3')].map(words)).to.eql(['Ana', 'Lee', 'Zoe']);
    expect(words(row(el, 'Lee'))).to.contain('You are taking a rest from each other');
  });

  it('says why a word may help, kindly, and offers one thing to do', async () => {
    const el = await shown([walking('Sam')], {
      followUps: [quietFor('Sam', 3)],
      checkIns: [moodOf('Sam', 4, 6), moodOf('Sam', 5, 3)],
    });
    const sam = row(el, 'Sam')!;
    expect(words(sam)).to.contain(
      'No check-in for 3 days. A kind hello may help. They do not have to answer.',
    );
    const mood = sam.querySelector('[role=img]')!;
    expect(mood.getAttribute('aria-label')).to.equal(
      'Mood on 2 of the last 14 days, between 3 and 6 of 10.',
    );
    const heard = oneEvent(el, 'wf-message');
    button(el, 'Write to Sam')!.click();
    const { mentorId, pairingId } = (await heard) as Event as WfMessageEvent;
    expect([mentorId, pairingId]).to.eql(['maya', 'Sam-maya']);
    await expect(el).to.be.accessible();
  });

  it('leads to unread words, and to what can be celebrated', async () => {
    const el = await shown([walking('Sam'), walking('Kim')], {
      messages: [wrote('Sam', 'It went okay!'), wrote('Sam', 'Can we talk?')],
      milestones: [reached('Kim', 1, 'Five weeks')],
    });
    expect(words(row(el, 'Sam'))).to.contain('2 messages that you have not read');
    expect(button(el, 'Read and answer Sam')).to.exist;
    expect(words(row(el, 'Kim'))).to.match(/Five weeks on .+\. A good moment to celebrate\./);
    const heard = oneEvent(el, 'wf-path');
    button(el, 'Celebrate with Kim')!.click();
    expect(((await heard) as Event as WfPathEvent).personId).to.equal('Kim');
  });

  it('says who asked for a call', async () => {
    const el = await shown([walking('Sam')], { checkIns: [moodOf('Sam', 1, 2, { call: true })] });
    expect(words(row(el, 'Sam'))).to.contain('Asked for a call in the check-in of');
  });

  it('shows nothing of what is not shared', async () => {
    const services = mentoring([walking('Sam')]);
    const closed = () => Promise.reject(new BackendError('forbidden'));
    const el = await list(
      fakeBackend(
        {
          ...services,
          checkIns: { ...services.checkIns, list: closed },
          milestones: { ...services.milestones, list: closed },
        },
        aMentor(),
      ),
    );
    expect(find(el, '[role=alert]')).to.equal(null);
    expect(find(el, '[role=img]')).to.equal(null);
    expect(words(row(el, 'Sam'))).to.contain('Nothing is waiting for you.');
  });

  it('takes a yes by the keyboard, says so, and keeps the focus on them', async () => {
    const services = mentoring([asks]);
    const { apply } = services.pairings;
    const sent: [PairingAction, WriteOptions | undefined][] = [];
    services.pairings.apply = (id, action, options) => {
      sent.push([action, options]);
      return apply(id, action, options);
    };
    const el = await list(fakeBackend(services, aMentor()));
    const heard = oneEvent(el, 'wf-pairing-change');
    button(el, 'Yes, walk with Aspen')!.focus();
    await sendKeys({ press: 'Enter' });
    const { pairingId, status } = (await heard) as Event as WfPairingChangeEvent;
    expect([pairingId, status]).to.eql(['Aspen-maya', 'active']);
    await until(() => said(el) === 'You are now the mentor of Aspen.');
    await until(() => focused(el) === 'Aspen');
    expect(sent).to.have.length(1);
    expect(sent[0]![1]?.idempotencyKey).to.be.a('string');
  });

  it('asks why before a no, and lets the mentor think again', async () => {
    const el = await shown([asks]);
    button(el, 'Not right now')!.click();
    await until(() => focused(el).startsWith('Why not right now?'));
    await expect(el).to.be.accessible();
    button(el, 'Back')!.click();
    await until(() => button(el, 'Yes, walk with Aspen'));
    expect(focused(el)).to.equal('Aspen');
    button(el, 'Not right now')!.click();
    await until(() => button(el, 'I have no time right now'));
    button(el, 'I have no time right now')!.click();
    await until(() => said(el) === 'Aspen will hear that it is not right now.');
    await until(() => words(find(el, '.sheet')).includes('Nobody is waiting for you.'));
    expect(focused(el)).to.equal('People who count on you');
  });

  it('does nothing twice while an answer is on its way, and says why one failed', async () => {
    const services = mentoring([asks]);
    const gate = deferred<never>();
    let calls = 0;
    services.pairings.apply = () => {
      calls++;
      return gate.promise;
    };
    const el = await list(fakeBackend(services, aMentor()));
    button(el, 'Yes, walk with Aspen')!.click();
    button(el, 'Yes, walk with Aspen')!.click();
    await el.updateComplete;
    expect(button(el, 'Yes, walk with Aspen')!.ariaDisabled).to.equal('true');
    gate.reject(new BackendError('conflict', { detail: 'request-expired' }));
    await until(() => find(el, '[role=alert]'));
    expect(words(find(el, '[role=alert]'))).to.equal(
      'This request has ended by itself. They can ask again.',
    );
    expect(calls).to.equal(1);
  });

  it('keeps the list when nobody can say how they are doing, and tries again', async () => {
    const services = mentoring([walking('Sam')], { followUps: [quietFor('Sam', 2)] });
    const { list: answers } = services.checkIns;
    services.checkIns.list = () => Promise.reject(new BackendError('unavailable'));
    const el = await list(fakeBackend(services, aMentor()));
    expect(words(row(el, 'Sam'))).to.contain('We cannot see right now how they are doing.');
    expect(button(el, 'Write to Sam')).to.exist;
    services.checkIns.list = answers;
    button(el, 'Try again')!.click();
    await until(() => words(row(el, 'Sam')).includes('No check-in for 2 days.'));
  });

  it('follows what changes, live, and draws nothing anew when nothing did', async () => {
    const services = mentoring([walking('Sam')]);
    const backend = fakeBackend(services, aMentor());
    const el = await list(backend);
    let drawn = 0;
    const { updated } = el as unknown as { updated: () => void };
    Object.assign(el, { updated: (...all: []) => (drawn++, updated.apply(el, all)) });
    backend.emit({ topic: 'messages' });
    backend.emit({ topic: 'goals' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(drawn).to.equal(0);
    services.known.push(asks);
    backend.emit({ topic: 'pairings' });
    await until(() => row(el, 'Aspen'));
  });

  it('works over the embedded backend, in Spanish and from right to left', async () => {
    const backend = new EmbeddedBackend({ storage: 'memory', persona: 'maya' });
    const el = await list(backend, { lang: 'es', dir: 'rtl', width: 340 });
    await until(() => row(el, 'Sam'));
    expect(words(row(el, 'Sam'))).to.match(/Lleva \d días sin hacer su registro/);
    expect(button(el, 'Sí, acompañar a Aspen')).to.exist;
    const sheet = find(el, '.sheet')!;
    expect(sheet.scrollWidth).to.be.at.most(sheet.clientWidth);
    await expect(el).to.be.accessible();
  });

  it('is for mentors', async () => {
    const el = await list(fakeBackend(mentoring([])));
    expect(words(find(el, '.sheet'))).to.contain('This list is for mentors.');
  });

  it('says when there is nobody, nothing, or no way in', async () => {
    expect(words(find(await shown([]), '.sheet'))).to.contain('Nobody is waiting for you.');
    const absent = await list(fakeBackend({}, aMentor()));
    expect(words(find(absent, '[part=notice]'))).to.contain('This is not available here.');
    const out = await list(fakeBackend(mentoring([]), null));
    expect(words(find(out, '[part=notice]'))).to.contain('You are signed out.');
  });
});
