import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import {
  LocalizeController,
  nearestLang,
} from '../../../../src/components/shared/controllers/localize-controller.js';
import { deferred } from '../../../support/fake-backend.js';

const english = { hello: 'Hello' };
let spanish = deferred<{ default: typeof english }>();

class WordsElement extends LitElement {
  readonly localize = new LocalizeController(this, english, {
    es: () => spanish.promise,
    fr: () => ({ hello: 'Bonjour' }),
  });

  protected override render(): TemplateResult {
    return html`<p>${this.localize.t.hello}</p>`;
  }
}
customElements.define('words-element', WordsElement);

/** The language that a screen reader takes the words to be in. */
const drawnIn = (el: WordsElement) => nearestLang(el.renderRoot.querySelector('p')!);

const words = async (lang?: string) => {
  const wrapper = await fixture<HTMLElement>(html`<div><words-element></words-element></div>`);
  const el = wrapper.querySelector<WordsElement>('words-element')!;
  if (lang) wrapper.lang = lang;
  await aTimeout(0);
  await el.updateComplete;
  return { el, wrapper };
};

describe('LocalizeController', () => {
  beforeEach(() => (spanish = deferred()));

  it('finds the nearest lang through shadow roots', async () => {
    const outer = await fixture<HTMLElement>(html`<div lang="es-MX"><b></b></div>`);
    const host = outer.querySelector('b')!.appendChild(document.createElement('div'));
    const inner = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('i'));
    expect(nearestLang(inner)).to.equal('es-MX');
    host.lang = 'fr';
    expect(nearestLang(inner)).to.equal('fr');
    inner.lang = '';
    expect(nearestLang(inner), 'an empty lang says nothing').to.equal('fr');
    expect(nearestLang(document.createElement('i'))).to.equal('en');
  });

  it('is pending until another language has come', async () => {
    const { el } = await words('es-MX');
    expect(el.localize.pending).to.be.true;
    expect(el.localize.locale).to.equal('es-MX');
    expect(el.localize.t.hello).to.equal('Hello');
    spanish.resolve({ default: { hello: 'Hola' } });
    await aTimeout(0);
    expect(el.localize.pending).to.be.false;
    expect(el.localize.t.hello).to.equal('Hola');
    expect(el.renderRoot.textContent).to.equal('Hola');
    expect(drawnIn(el)).to.equal('es-MX');
  });

  it('follows a change of lang, and the last one wins', async () => {
    const { el, wrapper } = await words('es');
    wrapper.lang = 'fr';
    await aTimeout(0);
    expect(el.localize.t.hello).to.equal('Bonjour');
    spanish.resolve({ default: { hello: 'Hola' } });
    await aTimeout(0);
    expect(el.localize.t.hello).to.equal('Bonjour');
    wrapper.lang = 'en-GB';
    await aTimeout(0);
    expect(el.localize.t.hello).to.equal('Hello');
    expect(el.localize.locale).to.equal('en-GB');
  });

  it('stays with English when the file cannot be fetched', async () => {
    const { el } = await words('es');
    spanish.reject(new TypeError('offline'));
    await aTimeout(0);
    expect(el.localize.pending).to.be.false;
    expect(el.localize.t.hello).to.equal('Hello');
    expect(drawnIn(el)).to.equal('en');
    expect(el.localize.locale, 'dates and numbers too').to.equal('en');
  });

  it('says which language its words are in when the page is in another', async () => {
    const { el, wrapper } = await words('ar');
    expect(drawnIn(el)).to.equal('en');
    expect(el.localize.pageLocale).to.equal('ar');
    expect(nearestLang(el), 'the page is left as it is').to.equal('ar');
    wrapper.lang = 'fr-CA';
    await aTimeout(0);
    await el.updateComplete;
    expect(drawnIn(el)).to.equal('fr-CA');
  });

  it('does not mix English words with another language’s dates', async () => {
    const { el, wrapper } = await words('ar');
    expect(el.localize.locale).to.equal('en');
    expect(el.localize.date('2026-11-24')).to.equal('Nov 24, 2026');
    wrapper.lang = 'not a language';
    await aTimeout(0);
    expect(el.localize.locale).to.equal('en');
  });

  it('does not listen once it has left, and looks again when it is back', async () => {
    const { el, wrapper } = await words();
    el.remove();
    wrapper.lang = 'fr';
    await aTimeout(0);
    expect(el.localize.t.hello).to.equal('Hello');
    wrapper.append(el);
    await aTimeout(0);
    expect(el.localize.t.hello).to.equal('Bonjour');
  });

  it('formats as the page’s language does', async () => {
    const { el } = await words('fr');
    const { localize } = el;
    expect(localize.number(1234.5)).to.equal(new Intl.NumberFormat('fr').format(1234.5));
    expect(localize.list(['a', 'b'])).to.equal('a et b');
    expect(localize.date('2026-02-28', { dateStyle: 'long' })).to.equal('28 février 2026');
    expect(
      localize.dateTime('2026-01-01T05:00:00Z', { timeZone: 'America/Chicago', dateStyle: 'long' }),
    ).to.equal('31 décembre 2025');
    const forms = { one: '{n} jour', other: '{n} jours' };
    expect(localize.plural(1, forms)).to.equal('1 jour');
    expect(localize.plural(3, forms)).to.equal('3 jours');
    expect(localize.plural(1, { other: '{n} fois' })).to.equal('1 fois');
  });
});
