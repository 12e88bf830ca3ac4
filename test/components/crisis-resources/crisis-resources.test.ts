import { ContextProvider } from '@lit/context';
import { expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { crisisRegions } from '../../../src/client/model/crisis-lines.js';
import type { EscalationPolicy } from '../../../src/client/model/safety.js';
import { CrisisResources } from '../../../src/components/crisis-resources/crisis-resources.js';
import '../../../src/components/crisis-resources/define.js';
import { sessionContext } from '../../../src/components/shared/contexts.js';
import { escalationWords } from '../../../src/components/shared/help/escalation.js';
import { aSession } from '../../support/fake-backend.js';

const links = (el: CrisisResources) =>
  [...el.renderRoot.querySelectorAll<HTMLAnchorElement>('a')].map(
    (a) => [a.textContent.replace(/\s+/g, ' ').trim(), a.getAttribute('href')] as const,
  );
const text = (el: CrisisResources) => el.renderRoot.textContent?.replace(/\s+/g, ' ') ?? '';
const select = (el: CrisisResources) => el.renderRoot.querySelector('select')!;
const weekdays: EscalationPolicy = {
  recipient: { en: 'your care team', es: 'tu equipo' },
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 540, to: 1020 })),
  timeZone: 'America/Chicago',
};

describe('<crisis-resources>', () => {
  it('is accessible, in place and as a button, closed and open', async () => {
    const list = await fixture<CrisisResources>(
      html`<crisis-resources region="US" .policy=${weekdays}></crisis-resources>`,
    );
    await expect(list).to.be.accessible();
    const button = await fixture<CrisisResources>(
      html`<crisis-resources region="US" variant="button"></crisis-resources>`,
    );
    await expect(button).to.be.accessible();
    button.renderRoot.querySelector('button')!.click();
    await expect(button).to.be.accessible();
  });

  it('lets people in the United States call, text and chat, with no backend at all', async () => {
    const el = await fixture<CrisisResources>(
      html`<crisis-resources region="us"></crisis-resources>`,
    );
    const all = new Map(links(el).map(([words, href]) => [words.replace(/\u00a0/g, ' '), href]));
    expect(links(el)[0]).to.deep.equal(['Call 988', 'tel:988']);
    expect(all.get('Text 988')).to.equal('sms:988');
    expect(all.get('Chat online Opens a new tab')).to.equal('https://988lifeline.org/chat/');
    expect(all.get('Call 988, then press 2 Spanish')).to.equal('tel:988');
    expect(all.get('Text AYUDA to 988 Spanish')).to.equal('sms:988?&body=AYUDA');
    expect(all.get('Call 988, then press 1')).to.equal('tel:988');
    expect(all.get('Text 838255')).to.equal('sms:838255');
    expect(all.get('Text HOME to 741741')).to.equal('sms:741741?&body=HOME');
    expect(all.get('Call 1-800-662-4357')).to.equal('tel:18006624357');
    expect(all.get('TTY 1-800-487-4889')).to.equal('tel:18004874889');
    expect(all.get('Call 911')).to.equal('tel:911');
    expect(text(el)).to.include('naloxone');
    const outside = el.renderRoot.querySelector<HTMLAnchorElement>('a[href^="https:"]')!;
    expect(outside.target).to.equal('_blank');
    expect(outside.rel).to.include('noopener');
  });

  it('lines up with a page from right to left, and keeps each full stop at its end', async () => {
    const page = await fixture<HTMLElement>(
      html`<div lang="ar" dir="rtl"><crisis-resources region="US"></crisis-resources></div>`,
    );
    const root = page.querySelector('crisis-resources')!.renderRoot;
    const intro = root.querySelector('.help-title + p')!;
    expect(intro.closest('[lang]')?.getAttribute('lang'), 'there is no Arabic yet').to.equal('en');
    const words = [...intro.childNodes].find((node) => node instanceof Text && node.data.trim())!;
    const at = (n: number) => {
      const range = document.createRange();
      range.setStart(words, n);
      range.setEnd(words, n + 1);
      return range.getBoundingClientRect();
    };
    const end = (words as Text).data.trimEnd().length - 1;
    const sheet = root.querySelector('.sheet')!.getBoundingClientRect();
    expect(at(end).bottom > at(0).bottom || at(end).left > at(0).left).to.equal(true);
    expect(sheet.right - at(end).right, 'at the side where the page begins').to.be.lessThan(40);
  });

  it('shows the Spanish line first, and Spanish words, at once', async () => {
    const wrapper = await fixture(
      html`<div lang="es-MX"><crisis-resources region="US"></crisis-resources></div>`,
    );
    const el = wrapper.querySelector('crisis-resources')!;
    expect(links(el)[0]?.[0].replace(/\u00a0/g, ' ')).to.equal('Llama al 988 y marca 2');
    expect(links(el)[1]?.[1]).to.equal('sms:988?&body=AYUDA');
    expect(text(el)).to.include('Busca ayuda ahora').and.to.include('naloxona');
  });

  it('asks when the region is not known, and shows no number until then', async () => {
    const el = await fixture<CrisisResources>(html`<crisis-resources></crisis-resources>`);
    await expect(el).to.be.accessible();
    expect(links(el)).to.be.empty;
    expect(text(el)).to.include('Call your local emergency number');
    const options = [...select(el).options].map((o) => o.textContent.trim());
    expect(options).to.include.members(['United States', 'Mexico', 'Another country']);
    expect(options).to.have.length(crisisRegions.length + 2);

    select(el).focus();
    select(el).value = 'GB';
    select(el).dispatchEvent(new Event('change', { bubbles: true }));
    expect(el.shadowRoot!.activeElement === select(el), 'keeps the focus').to.be.true;
    expect(links(el).map(([, href]) => href)).to.include.members(['tel:116123', 'tel:999']);

    const second = await fixture<CrisisResources>(html`<crisis-resources></crisis-resources>`);
    expect(select(second).value, 'the page remembers').to.equal('GB');

    select(el).value = '-';
    select(el).dispatchEvent(new Event('change', { bubbles: true }));
    expect(links(el)).to.deep.equal([
      ['Find a helpline in your country Opens a new tab', 'https://findahelpline.com'],
    ]);
    expect(text(el)).to.include('Call your local emergency number');
  });

  it('never shows another country’s number', async () => {
    const el = await fixture<CrisisResources>(
      html`<crisis-resources region="DE"></crisis-resources>`,
    );
    expect(links(el)).to.deep.equal([
      ['Find a helpline in your country Opens a new tab', 'https://findahelpline.com'],
    ]);
    expect(select(el).value).to.equal('-');
    for (const { region, emergency } of crisisRegions) {
      el.region = region;
      await el.updateComplete;
      expect(links(el).map(([, href]) => href)).to.include(`tel:${emergency}`);
    }
  });

  it('takes the region from the session of a provider, also one that comes later', async () => {
    const wrapper = await fixture(html`<div><crisis-resources></crisis-resources></div>`);
    const el = wrapper.querySelector('crisis-resources')!;
    new ContextProvider(wrapper as HTMLElement, {
      context: sessionContext,
      initialValue: aSession({ region: 'CA' }),
    }).hostConnected();
    await nextFrame();
    await el.updateComplete;
    expect(select(el).value).to.equal('CA');
  });

  it('opens by keyboard, takes the focus in, closes by Escape and gives the focus back', async () => {
    const el = await fixture<CrisisResources>(
      html`<crisis-resources region="US" variant="button"></crisis-resources>`,
    );
    const button = el.renderRoot.querySelector('button')!;
    const sheet = el.renderRoot.querySelector('dialog')!;
    expect(links(el), 'nothing is drawn before').to.be.empty;
    button.focus();
    const opened = oneEvent(el, 'wf-help-opened');
    await sendKeys({ press: 'Enter' });
    const event = await opened;
    expect(event.composed && event.bubbles).to.be.true;
    expect(sheet.open).to.be.true;
    expect(el.shadowRoot!.activeElement?.textContent, 'focus in').to.equal('Get help now');
    await sendKeys({ press: 'Tab' });
    expect(el.shadowRoot!.activeElement?.getAttribute('href')).to.equal('tel:988');
    await sendKeys({ press: 'Escape' });
    expect(sheet.open).to.be.false;
    expect(el.shadowRoot!.activeElement === button, 'focus back').to.be.true;

    await sendKeys({ press: 'Enter' });
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ up: 'Shift' });
    expect(el.shadowRoot!.activeElement?.textContent).to.include('Close');
    await sendKeys({ press: 'Enter' });
    expect(sheet.open, 'the close button').to.be.false;
    expect(el.shadowRoot!.activeElement === button, 'focus back').to.be.true;
  });

  it('keeps an open sheet up to date', async () => {
    const el = await fixture<CrisisResources>(
      html`<crisis-resources region="US" variant="button"></crisis-resources>`,
    );
    el.renderRoot.querySelector('button')!.click();
    el.region = 'AU';
    await el.updateComplete;
    expect(links(el).map(([, href]) => href)).to.include('tel:131114');
  });

  it('says truthfully who sees an alert and when', () => {
    const monday = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour + 6));
    expect(escalationWords('en', weekdays, monday(10)).replace(/\s/g, ' ')).to.equal(
      'Your care team can see an alert on weekdays, 9 AM – 5 PM (Central Time). Someone is looking now.',
    );
    expect(escalationWords('en', weekdays, monday(20))).to.include('It is not monitored now.');
    expect(escalationWords('es', weekdays, monday(20)))
      .to.include('Tu equipo puede ver una alerta entre semana')
      .and.to.include('Ahora nadie las está revisando');
    const always = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, from: 0, to: 1440 }));
    expect(escalationWords('en', { ...weekdays, hours: always }, monday(3))).to.include(
      'at any time',
    );
    expect(escalationWords('en', { ...weekdays, hours: [] }, monday(10))).to.include(
      'No one is looking',
    );
    const odd = [
      { weekday: 1, from: 510, to: 1440 },
      { weekday: 3, from: 510, to: 1440 },
    ];
    expect(
      escalationWords('en', { ...weekdays, hours: odd }, monday(10)).replace(/\s/g, ' '),
    ).to.include('on Monday and Wednesday, 8:30 AM – 12:00 AM');
  });

  it('shows the policy, and the numbers even when the policy is faulty', async () => {
    const el = await fixture<CrisisResources>(
      html`<crisis-resources region="US" .policy=${weekdays}></crisis-resources>`,
    );
    expect(text(el)).to.include('Your care team can see an alert');
    el.policy = { hours: 3 } as unknown as EscalationPolicy;
    await el.updateComplete;
    expect(text(el)).not.to.include('can see an alert');
    expect(links(el)[0]?.[1]).to.equal('tel:988');
  });

  it('keeps properties set before it is defined, survives a move, and takes a prefix', async () => {
    const early = document.createElement('clinic-crisis-resources') as CrisisResources;
    early.region = 'IE';
    document.body.append(early);
    CrisisResources.define('clinic-');
    customElements.upgrade(early);
    await early.updateComplete;
    expect(links(early).map(([, href]) => href)).to.include('tel:112');
    const box = document.createElement('div');
    document.body.append(box);
    box.append(early);
    await early.updateComplete;
    expect(links(early).map(([, href]) => href)).to.include('tel:112');
    early.remove();
    box.remove();
  });
});
