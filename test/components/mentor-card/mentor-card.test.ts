import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { EmbeddedBackend } from '../../../src/client/backends/embedded/embedded-backend.js';
import type { Backend, MentorService, PairingService } from '../../../src/client/backend.js';
import { BackendError } from '../../../src/client/errors.js';
import type { Mentor } from '../../../src/client/model/mentor.js';
import type { Pairing, PairingAction } from '../../../src/client/model/pairing.js';
import type { Session } from '../../../src/client/model/session.js';
import '../../../src/components/mentor-card/define.js';
import { MentorCard } from '../../../src/components/mentor-card/mentor-card.js';
import { aSession, deferred, fakeBackend } from '../../support/fake-backend.js';
import { aPairing, inHours, maya, reasons } from '../../support/mentors.js';

const text = (el: MentorCard) => el.renderRoot.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const status = (el: MentorCard) => el.renderRoot.querySelector('[role=status]')!.textContent.trim();
const buttons = (el: MentorCard) => [
  ...el.renderRoot.querySelectorAll<HTMLElement>('.sheet > :not(.help) button, summary'),
];
const button = (el: MentorCard, words: string) => {
  const found = buttons(el).find((b) => b.textContent.trim() === words);
  if (!found)
    throw new Error(
      `No "${words}" in: ${buttons(el)
        .map((b) => b.textContent.trim())
        .join(', ')}`,
    );
  return found;
};
const has = (el: MentorCard, words: string) =>
  buttons(el).some((b) => b.textContent.trim() === words);
const field = (el: MentorCard) => el.renderRoot.querySelector('textarea')!;
/** Opens the form, which is fetched when it is first needed. */
async function ask(el: MentorCard, words = 'Ask Maya to be my mentor'): Promise<void> {
  button(el, words).click();
  await waitUntil(() => field(el), 'the form');
}
const focused = (el: MentorCard) => el.shadowRoot!.activeElement as HTMLElement | null;
const oneEvent = <K extends keyof HTMLElementEventMap>(el: MentorCard, type: K) =>
  new Promise<HTMLElementEventMap[K]>((resolve) =>
    el.addEventListener(type, resolve, { once: true }),
  );
const says = (el: MentorCard, words: string) =>
  waitUntil(() => text(el).includes(words), `says "${words}"; says: ${text(el)}`);

function type(el: MentorCard, words: string): void {
  field(el).value = words;
  field(el).dispatchEvent(new Event('input'));
}

interface Scene {
  mentor?: Partial<Mentor>;
  pairing?: Pairing | undefined;
  session?: Partial<Session> | null;
  mentors?: Partial<MentorService>;
  pairings?: Partial<PairingService>;
  more?: { readonly durable: Promise<boolean> };
}

/** A backend that answers as told, and notes what was asked of it. */
function scene({ mentor, pairing, session = {}, mentors, pairings, more }: Scene = {}) {
  const calls: string[] = [];
  const backend = fakeBackend(
    {
      mentors: {
        match: (id: string) => {
          calls.push(`match ${id}`);
          return Promise.resolve({ mentor: maya(mentor), reasons });
        },
        get: (id: string) => {
          calls.push(`get ${id}`);
          return Promise.resolve(maya(mentor));
        },
        ...mentors,
      } as MentorService,
      pairings: {
        list: () => {
          calls.push('list');
          return Promise.resolve({ items: pairing ? [pairing] : [] });
        },
        request: ({ message }: { message?: string }) => {
          calls.push(`request ${message}`);
          return Promise.resolve(aPairing('requested'));
        },
        apply: (_id: string, { type }: PairingAction) => {
          calls.push(`apply ${type}`);
          const after = {
            pause: 'paused',
            resume: 'active',
            end: 'ended',
            cancel: 'ended',
          } as const;
          return Promise.resolve(
            type === 'continue'
              ? { ...pairing!, continuingConsent: ['participant'] }
              : aPairing(after[type as keyof typeof after]),
          );
        },
        ...pairings,
      } as PairingService,
      ...more,
    },
    session && aSession(session),
  );
  return { backend, calls };
}

async function card(backend: Backend | undefined, more = html``): Promise<MentorCard> {
  const el = await fixture<MentorCard>(
    html`<mentor-card mentor-id="maya" .backend=${backend}>${more}</mentor-card>`,
  );
  await waitUntil(() => !el.renderRoot.querySelector('.bone'), 'loaded').catch(() => {});
  await el.updateComplete;
  return el;
}

describe('<mentor-card>', () => {
  const errors: unknown[] = [];
  const onError = (event: Event) => errors.push((event as PromiseRejectionEvent).reason ?? event);
  const { error } = console;
  before(() => {
    addEventListener('error', onError);
    addEventListener('unhandledrejection', onError);
    console.error = (...args: unknown[]) => errors.push(args);
  });
  after(() => {
    removeEventListener('error', onError);
    removeEventListener('unhandledrejection', onError);
    console.error = error;
  });
  afterEach(() => expect(errors.splice(0).map(String).join('\n'), 'errors').to.equal(''));

  it('is accessible in every status of a pairing, full and compact', async () => {
    const statuses = ['requested', 'active', 'paused', 'declined', 'expired', 'ended'] as const;
    for (const pairing of [undefined, ...statuses.map((s) => aPairing(s))]) {
      const el = await card(scene({ pairing }).backend);
      await expect(el).to.be.accessible();
      el.variant = 'compact';
      await el.updateComplete;
      await expect(el).to.be.accessible();
    }
  });

  it('is accessible while asking, ending, loading, failing, signed out and in the dark', async () => {
    const asking = await card(scene().backend);
    await ask(asking);
    await expect(asking).to.be.accessible();
    const ending = await card(scene({ pairing: aPairing('paused') }).backend);
    button(ending, 'End this mentorship').click();
    await ending.updateComplete;
    await expect(ending).to.be.accessible();
    const never = new Promise<never>(() => {});
    const others = [
      scene({ mentors: { match: () => never } }),
      scene({ mentors: { match: () => Promise.reject(new BackendError('timeout')) } }),
      scene({ session: null }),
    ];
    for (const { backend } of others) {
      const el = await fixture<MentorCard>(
        html`<mentor-card mentor-id="maya" .backend=${backend}></mentor-card>`,
      );
      await aTimeout(20);
      await expect(el).to.be.accessible();
    }
    asking.style.colorScheme = 'dark';
    // Colours change smoothly.
    await aTimeout(300);
    await expect(asking).to.be.accessible();
  });

  describe('shows a person', () => {
    it('with name, pronouns, training and one sentence of their own', async () => {
      const el = await card(scene().backend);
      expect(el.renderRoot.querySelector('h2')!.textContent).to.equal('Maya Brooks');
      expect(text(el))
        .to.include('she/her · Certified Peer Recovery Specialist')
        .and.to.include('“I learned to parent')
        .and.to.include('Speaks English and Spanish');
    });

    it('says what you share as at most three sentences, and never a percentage', async () => {
      const el = await card(scene().backend);
      const said = [...el.renderRoot.querySelectorAll('.shared li')].map((li) => li.textContent);
      expect(said).to.deep.equal([
        'You both live with anxiety and are parents.',
        'You both speak Spanish and live in the same time zone.',
        'You both have about 3 hours a week free at the same time.',
      ]);
      expect(text(el)).not.to.include('%');
    });

    it('with initials when there is no photo or it cannot be loaded', async () => {
      const el = await card(scene().backend);
      const face = el.renderRoot.querySelector<HTMLElement>('.face')!;
      expect(face.textContent.trim()).to.equal('MB');
      expect(getComputedStyle(face).getPropertyValue('--_hue')).not.to.equal('');
      const broken = await card(
        scene({ mentor: { name: 'Zoë', photo: 'data:image/png;base64,AAAA' } }).backend,
      );
      const img = broken.renderRoot.querySelector('img')!;
      await waitUntil(() => img.hidden);
      expect(broken.renderRoot.querySelector('.face')!.textContent.trim()).to.equal('Z');
    });

    it('says the next free time in the participant’s zone, and names another zone', async () => {
      const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
      const same = await card(scene({ session: { timeZone: here } }).backend);
      expect(text(same)).to.match(/Next free \w+, \d+:\d\d/);
      expect(text(same)).not.to.match(/Next free [^S]*\(/);
      const other = await card(scene({ session: { timeZone: 'Asia/Tokyo' } }).backend);
      expect(text(other)).to.match(/Next free .*\(Japan Standard Time\)|\(Japan Time\)/);
      const later = await card(scene({ mentor: { nextOpening: inHours(24 * 12) } }).backend);
      expect(text(later)).to.match(/Next free \w+ \d+, /);
      const past = await card(scene({ mentor: { nextOpening: inHours(-1) } }).backend);
      expect(text(past)).not.to.include('Next free');
      const soon = await card(
        scene({ mentor: { nextOpening: new Date(Date.now() + 60_000).toISOString() } }).backend,
      );
      expect(text(soon)).to.match(/Next free (today|tomorrow), /);
    });

    it('tells the story and the weekly hours on request, moved to the participant’s zone', async () => {
      const el = await card(scene({ session: { timeZone: 'America/Chicago' } }).backend);
      expect(text(el)).not.to.include('Six years ago');
      button(el, 'More about Maya').click();
      await says(el, 'Six years ago');
      // Six to nine in the evening in New York.
      expect(text(el).replace(/\s/g, ' ')).to.include('Monday, Wednesday, and Thursday, 5 – 8 PM');
      expect(text(el)).to.include('Shown in Central Time');
      await expect(el).to.be.accessible();
    });

    it('in Spanish, by the nearest lang, and back', async () => {
      const wrapper = await fixture(
        html`<div lang="es">
          <mentor-card mentor-id="maya" .backend=${scene().backend}></mentor-card>
        </div>`,
      );
      const el = wrapper.querySelector('mentor-card')!;
      await says(el, 'Pedirle a Maya que me acompañe');
      expect(text(el))
        .to.include('Aprendí a ser mamá')
        .and.to.include('Ustedes dos viven con ansiedad y son madres o padres.')
        .and.to.include('Busca ayuda ahora');
      await expect(el).to.be.accessible();
      wrapper.setAttribute('lang', 'en');
      await says(el, 'Ask Maya to be my mentor');
    });

    it('with common pronouns in Spanish, and others as they were written', async () => {
      for (const [pronouns, shown] of [
        ['she/her', 'ella'],
        ['He/Him', 'él'],
        ['they/them', 'elle'],
        ['xe/xem', 'xe/xem'],
      ] as const) {
        const wrapper = await fixture(
          html`<div lang="es">
            <mentor-card mentor-id="maya" .backend=${scene({ mentor: { pronouns } }).backend}>
            </mentor-card>
          </div>`,
        );
        await says(wrapper.querySelector('mentor-card')!, `Brooks ${shown} ·`);
      }
    });

    it('that the page hands in, with nothing fetched and no backend needed', async () => {
      const el = await fixture<MentorCard>(
        html`<mentor-card
          .mentor=${maya({ name: 'Ana' })}
          .reasons=${reasons.slice(1, 2)}
        ></mentor-card>`,
      );
      expect(text(el)).to.include('Ana').and.to.include('You both speak Spanish.');
      expect(has(el, 'Ask Ana to be my mentor')).to.be.false;
      const { backend, calls } = scene();
      el.backend = backend;
      await says(el, 'Ask Ana to be my mentor');
      expect(calls).to.deep.equal(['list']);
      el.mentor = { name: 3 } as unknown as Mentor;
      await says(el, 'an answer we cannot read');
    });

    it('as one row when compact', async () => {
      const { backend } = scene();
      const el = await fixture<MentorCard>(
        html`<mentor-card mentor-id="maya" variant="compact" .backend=${backend}></mentor-card>`,
      );
      await says(el, 'Ask Maya to be my mentor');
      expect(el.renderRoot.querySelectorAll('.shared li')).to.have.length(1);
      expect(has(el, 'More about Maya')).to.be.false;
      await ask(el);
      expect(field(el)).to.exist;
    });
  });

  describe('asks', () => {
    it('by keyboard: opens, writes, sends, and the focus stays where it makes sense', async () => {
      const { backend, calls } = scene();
      const el = await card(backend);
      button(el, 'Ask Maya to be my mentor').focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => field(el) && focused(el) === field(el), 'the focus goes along');
      expect(text(el)).to.include('Maya will see your name and this message, and has 72 hours');
      await sendKeys({ type: 'Hello Maya' });
      const asked = oneEvent(el, 'wf-pairing-request');
      const changed = oneEvent(el, 'wf-pairing-change');
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      expect((await asked).mentorId).to.equal('maya');
      const { pairingId, mentorId, status: became } = await changed;
      expect([pairingId, mentorId, became]).to.deep.equal(['p1', 'maya', 'requested']);
      expect(calls.at(-1)).to.equal('request Hello Maya');
      await says(el, 'You asked Maya. The answer will show here by');
      expect(focused(el)?.textContent).to.include('You asked Maya');
      expect(status(el)).to.equal('Your request is sent to Maya.');
    });

    it('and lets go by Escape or Cancel, keeping what was typed', async () => {
      const el = await card(scene().backend);
      await ask(el);
      await sendKeys({ type: 'Hi' });
      await sendKeys({ press: 'Escape' });
      await el.updateComplete;
      expect(focused(el)?.textContent.trim()).to.equal('Ask Maya to be my mentor');
      await ask(el);
      expect(field(el).value).to.equal('Hi');
      button(el, 'Cancel').click();
      await el.updateComplete;
      expect(focused(el)?.textContent.trim()).to.equal('Ask Maya to be my mentor');
    });

    it('lets the portal take over', async () => {
      const { backend, calls } = scene();
      const el = await card(backend);
      el.addEventListener('wf-pairing-request', (event) => event.preventDefault());
      await ask(el);
      type(el, 'Hello');
      button(el, 'Send request').click();
      await aTimeout(10);
      expect(calls.filter((c) => c.startsWith('request'))).to.be.empty;
      expect(field(el).value).to.equal('Hello');
    });

    it('once, however often it is tapped', async () => {
      const answer = deferred<Pairing>();
      let requests = 0;
      const { backend } = scene({
        pairings: { request: () => (requests++, answer.promise) },
      });
      const el = await card(backend);
      await ask(el);
      button(el, 'Send request').click();
      await el.updateComplete;
      button(el, 'One moment…').click();
      expect(button(el, 'One moment…').getAttribute('aria-disabled')).to.equal('true');
      answer.resolve(aPairing('requested'));
      await says(el, 'You asked Maya');
      expect(requests).to.equal(1);
    });

    for (const [detail, words] of [
      ['no-capacity', 'Maya’s last place was just taken. Your message is still here.'],
      ['mentor-paused', 'Maya just began a break. Your message is still here.'],
      ['already-paired', 'End that one first, then ask Maya.'],
    ] as const)
      it(`says what to do about ${detail}, and loses nothing`, async () => {
        const { backend } = scene({
          pairings: { request: () => Promise.reject(new BackendError('conflict', { detail })) },
        });
        const el = await card(backend);
        await ask(el);
        type(el, 'Hello');
        const failed = oneEvent(el, 'wf-error');
        button(el, 'Send request').click();
        expect((await failed).detail).to.equal(detail);
        await says(el, words);
        expect(el.renderRoot.querySelector('[role=alert]')!.textContent).to.include(words);
        expect(field(el).value).to.equal('Hello');
      });

    it('again under the same key after a lost answer', async () => {
      const keys: (string | undefined)[] = [];
      const { backend } = scene({
        pairings: {
          request: (_request, options) => {
            keys.push(options?.idempotencyKey);
            return keys.length < 2
              ? Promise.reject(new BackendError('timeout'))
              : Promise.resolve(aPairing('requested'));
          },
        },
      });
      const el = await card(backend);
      await ask(el);
      button(el, 'Send request').click();
      await says(el, 'That took too long. Nothing is lost.');
      button(el, 'Send request').click();
      await says(el, 'You asked Maya');
      expect(keys[0]).to.be.a('string').and.to.equal(keys[1]);
    });

    it('nobody who has no place or rests, and points to another mentor', async () => {
      const full = await card(scene({ mentor: { openPlaces: 0 } }).backend);
      expect(text(full)).to.include('Maya has no open place right now.');
      const rematch = oneEvent(full, 'wf-rematch');
      button(full, 'Find another mentor').click();
      expect((await rematch).mentorId).to.equal('maya');
      const resting = await card(scene({ mentor: { paused: true } }).backend);
      expect(text(resting)).to.include('Maya is taking a break');
      expect(has(resting, 'Ask Maya to be my mentor')).to.be.false;
    });

    it('keeps the message as a draft across a reload, and clears it when sent', async () => {
      const backend = new EmbeddedBackend({ storage: 'memory' });
      const first = await card(backend);
      await ask(first);
      type(first, 'Dear Maya');
      await waitUntil(async () => (await backend.drafts.get('pairing-request/maya')) !== null);
      first.remove();
      const second = await card(backend);
      button(second, 'Ask Maya to be my mentor').click();
      await waitUntil(() => field(second)?.value === 'Dear Maya');
      button(second, 'Send request').click();
      await says(second, 'You asked Maya');
      await waitUntil(async () => (await backend.drafts.get('pairing-request/maya')) === null);
      await backend.close();
    });

    it('says when nothing will be kept', async () => {
      const el = await card(scene({ more: { durable: Promise.resolve(false) } }).backend);
      await says(el, 'This browser cannot keep anything.');
    });
  });

  describe('follows the pairing', () => {
    it('takes a request back', async () => {
      const { backend, calls } = scene({ pairing: aPairing('requested') });
      const el = await card(backend);
      button(el, 'Take back my request').click();
      await says(el, 'You and Maya are not paired now.');
      expect(calls).to.include('apply cancel');
      await ask(el, 'Ask Maya again');
      expect(focused(el) === field(el)).to.be.true;
    });

    it('reads a request that ran out as expired', async () => {
      const el = await card(
        scene({ pairing: aPairing('requested', { expiresAt: inHours(-1) }) }).backend,
      );
      expect(text(el)).to.include('Maya did not get to answer in time.');
      expect(has(el, 'Find another mentor')).to.be.true;
    });

    it('is kind when declined, by reason', async () => {
      for (const [declineReason, words] of [
        ['no-time', 'does not have the time right now. It is not about you.'],
        ['not-my-experience', 'another mentor has walked a road closer to yours.'],
        ['better-fit', 'another mentor will fit you better.'],
        ['other', 'cannot be your mentor right now.'],
      ] as const) {
        const el = await card(scene({ pairing: aPairing('declined', { declineReason }) }).backend);
        expect(text(el)).to.include(words).and.to.include('It took courage to ask.');
      }
    });

    it('offers message and booking only when active, and the portal routes', async () => {
      const el = await card(scene({ pairing: aPairing('active') }).backend);
      expect(text(el)).to.include('Maya is your mentor');
      const message = oneEvent(el, 'wf-message');
      button(el, 'Message Maya').click();
      expect((await message).pairingId).to.equal('p1');
      const book = oneEvent(el, 'wf-book');
      button(el, 'Book a time').click();
      expect((await book).mentorId).to.equal('maya');
      const paused = await card(scene({ pairing: aPairing('paused') }).backend);
      expect(has(paused, 'Message Maya')).to.be.false;
    });

    it('pauses and starts again', async () => {
      const { backend, calls } = scene({ pairing: aPairing('active') });
      const el = await card(backend);
      button(el, 'Pause or end').click();
      button(el, 'Pause for now').click();
      await says(el, 'You and Maya are taking a break.');
      expect(focused(el)?.textContent).to.include('taking a break');
      button(el, 'Start again with Maya').click();
      await says(el, 'Maya is your mentor');
      expect(calls.slice(-2)).to.deep.equal(['apply pause', 'apply resume']);
    });

    it('lets only the one who paused start again, and is kind about the other’s break', async () => {
      const theirs = await card(
        scene({ pairing: aPairing('paused', { changedBy: 'maya' }) }).backend,
      );
      expect(text(theirs)).to.include('Maya is taking a break for now. It is not about you.');
      expect(has(theirs, 'Start again with Maya')).to.be.false;
      expect(has(theirs, 'End this mentorship')).to.be.true;
      await expect(theirs).to.be.accessible();
      const own = await card(
        scene({ pairing: aPairing('paused', { changedBy: 'jordan' }) }).backend,
      );
      expect(text(own)).to.include('It can be as long as you need.');
      expect(has(own, 'Start again with Maya')).to.be.true;
    });

    it('says who may end a break when the rule refuses', async () => {
      const { backend } = scene({
        pairing: aPairing('paused'),
        pairings: {
          apply: () => Promise.reject(new BackendError('conflict', { detail: 'paused-by-other' })),
        },
      });
      const el = await card(backend);
      button(el, 'Start again with Maya').click();
      await says(el, 'Maya began this break and will end it when ready.');
    });

    it('ends after asking once more, in place, and can be called off', async () => {
      const { backend, calls } = scene({ pairing: aPairing('active') });
      const el = await card(backend);
      button(el, 'Pause or end').click();
      button(el, 'End this mentorship').click();
      await el.updateComplete;
      expect(focused(el)?.textContent).to.include('End your mentorship with Maya?');
      expect(calls).not.to.include('apply end');
      button(el, 'Keep Maya as my mentor').click();
      await el.updateComplete;
      expect(focused(el)?.textContent.trim()).to.equal('End this mentorship');
      focused(el)!.click();
      await el.updateComplete;
      button(el, 'End this mentorship').click();
      await says(el, 'You and Maya are not paired now.');
      expect(calls).to.include('apply end');
    });

    it('looks again when a rule said no', async () => {
      let pairing = aPairing('active');
      const { backend } = scene({
        pairings: {
          list: () => Promise.resolve({ items: [pairing] }),
          apply: () => {
            pairing = aPairing('ended');
            return Promise.reject(new BackendError('conflict', { detail: 'wrong-status' }));
          },
        },
      });
      const el = await card(backend);
      button(el, 'Pause or end').click();
      button(el, 'Pause for now').click();
      await says(el, 'This changed in the meantime.');
      await says(el, 'You and Maya are not paired now.');
    });

    it('offers to go on after the program, and waits for the other side', async () => {
      const day = (ago: number) =>
        new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
      const programme = { name: 'IOP', startedOn: day(62), weeks: 10 };
      const pairing = aPairing('active', { continuingConsent: ['mentor'] });
      const { backend, calls } = scene({ pairing, session: { programme } });
      const el = await card(backend);
      expect(text(el)).to.match(/Your program ends on .* Maya would like to\./);
      button(el, 'Yes, go on with Maya').click();
      await says(el, 'Now Maya has to say yes too.');
      expect(calls).to.include('apply continue');
      const after = await card(
        scene({
          pairing: aPairing('active'),
          session: { programme: { ...programme, dischargedOn: day(3) } },
        }).backend,
      );
      expect(text(after)).to.include('Your program has ended. Would you like to go on');
      const early = await card(
        scene({
          pairing: aPairing('active'),
          session: { programme: { ...programme, startedOn: day(10) } },
        }).backend,
      );
      expect(text(early)).not.to.include('go on with Maya');
      const both = await card(
        scene({ pairing: aPairing('active', { phase: 'continuing-care' }), session: { programme } })
          .backend,
      );
      expect(text(both)).to.include('You both chose to go on after the program.');
    });

    it('becomes active when the mentor accepts in another tab, and says so politely', async () => {
      const name = `mentor-card test ${Math.random()}`;
      const participant = new EmbeddedBackend({ name, storage: 'indexeddb' });
      const el = await card(participant);
      await ask(el);
      button(el, 'Send request').click();
      await says(el, 'You asked Maya');
      const mentor = new EmbeddedBackend({ name, storage: 'indexeddb', persona: 'maya' });
      const { items } = await mentor.pairings.list();
      await mentor.pairings.apply(items[0]!.id, { type: 'accept' });
      await says(el, 'Maya is your mentor');
      expect(status(el)).to.equal('Maya is your mentor now.');
      expect(focused(el)?.textContent, 'the focus was in what changed').to.include(
        'is your mentor',
      );
      await mentor.close();
      await participant.close();
    });

    it('asks again only for changes that concern it', async () => {
      const { backend, calls } = scene({ pairing: aPairing('active') });
      await card(backend);
      calls.length = 0;
      backend.emit({ topic: 'pairings', ids: ['other'] });
      backend.emit({ topic: 'mentors', ids: ['ray'] });
      backend.emit({ topic: 'messages' });
      await aTimeout(10);
      expect(calls).to.be.empty;
      backend.emit({ topic: 'pairings', ids: ['p1'] });
      backend.emit({ topic: 'mentors' });
      expect(calls).to.have.members(['list', 'match maya']);
    });

    it('shows mentors their own card with no request, and others none either', async () => {
      const own = scene({ session: { person: { id: 'maya', name: 'Maya', role: 'mentor' } } });
      const el = await card(own.backend);
      expect(text(el)).to.include('This is your card, as participants see it.');
      expect(own.calls).to.deep.equal(['get maya']);
      const other = scene({ session: { person: { id: 'c', name: 'C', role: 'clinician' } } });
      const clinician = await card(other.backend);
      expect(text(clinician)).to.include('Maya Brooks');
      expect(has(clinician, 'Ask Maya to be my mentor')).to.be.false;
    });
  });

  describe('when something is missing', () => {
    it('retries', async () => {
      let fail = true;
      const { backend } = scene({
        mentors: {
          match: () =>
            fail
              ? Promise.reject(new BackendError('unavailable'))
              : Promise.resolve({ mentor: maya(), reasons: [] }),
        },
      });
      const el = await card(backend);
      expect(text(el)).to.include('We cannot reach the service right now. Nothing is lost.');
      expect(text(el)).to.include('Get help now');
      fail = false;
      button(el, 'Try again').click();
      await says(el, 'Maya Brooks');
    });

    it('shows a malformed answer as an error, never as nothing', async () => {
      for (const answer of [
        null,
        {},
        { mentor: { ...maya(), timeZone: 'Mars/One' }, reasons: [] },
      ]) {
        const el = await card(
          scene({ mentors: { match: () => Promise.resolve(answer as never) } }).backend,
        );
        expect(text(el)).to.include('an answer we cannot read');
      }
      const el = await card(
        scene({ pairings: { list: () => Promise.resolve({ items: [{}] } as never) } }).backend,
      );
      expect(text(el)).to.include('Maya Brooks').and.to.include('an answer we cannot read');
    });

    it('says so when signed out, absent, or nobody is chosen', async () => {
      const out = await card(scene({ session: null }).backend);
      const signIn = oneEvent(out, 'wf-sign-in');
      button(out, 'Sign in').click();
      await signIn;
      const absent = await card(fakeBackend());
      expect(text(absent)).to.include('This is not available here.');
      const part = await card({ ...scene().backend, pairings: undefined });
      expect(text(part)).to.include('Maya Brooks').and.to.include('This is not available here.');
      const nobody = await fixture<MentorCard>(html`<mentor-card></mentor-card>`);
      expect(text(nobody)).to.include('No mentor is chosen yet.');
    });

    it('offers the crisis help in every state', async () => {
      const el = await fixture<MentorCard>(html`<mentor-card mentor-id="maya"></mentor-card>`);
      expect(text(el)).to.include('Get help now').and.to.include('Loading');
      const opened = oneEvent(el, 'wf-help-opened');
      el.renderRoot.querySelector<HTMLElement>('.help-open')!.click();
      await opened;
    });

    it('tells that it may be old when a refresh fails', async () => {
      let fail = false;
      const { backend } = scene({
        mentors: {
          match: () =>
            fail
              ? Promise.reject(new BackendError('unavailable'))
              : Promise.resolve({ mentor: maya(), reasons }),
        },
      });
      const el = await card(backend);
      fail = true;
      backend.emit({ topic: 'mentors' });
      await says(el, 'We could not refresh this just now.');
      expect(text(el)).to.include('Maya Brooks');
    });
  });

  describe('in a page', () => {
    it('survives a move between parents: nothing typed is lost, nothing asked twice', async () => {
      const { backend, calls } = scene();
      const el = await card(backend);
      await ask(el);
      type(el, 'Hello');
      const asked = calls.length;
      const other = await fixture(html`<section></section>`);
      el.remove();
      other.append(el);
      await aTimeout(20);
      expect(field(el).value).to.equal('Hello');
      expect(calls).to.have.length(asked);
      backend.emit({ topic: 'mentors' });
      expect(calls).to.have.length(asked + 1);
    });

    it('lets go of the backend when it leaves', async () => {
      const { backend } = scene();
      const el = await card(backend);
      expect(backend.watching).to.be.above(0);
      el.remove();
      await aTimeout(0);
      expect(backend.watching).to.equal(0);
    });

    it('shows another mentor when told so', async () => {
      const { backend, calls } = scene();
      const el = await card(backend);
      el.mentorId = 'ray';
      await waitUntil(() => calls.includes('match ray'));
    });

    it('keeps what was set before it was defined', async () => {
      const early = document.createElement('late-mentor-card') as MentorCard;
      early.backend = scene().backend;
      early.mentorId = 'maya';
      document.body.append(early);
      MentorCard.define('late-');
      customElements.upgrade(early);
      await says(early, 'Maya Brooks');
      early.remove();
    });
  });
});
