import { expect, fixture, html } from '@open-wc/testing';
import { authored } from '../../../src/components/shared/authored.js';

const shown = (text: Record<string, string>, lang: string, pageLocale = lang) =>
  fixture<HTMLElement>(html`<p lang=${lang}>${authored(text, { locale: lang, pageLocale })}</p>`);
const langOf = (p: HTMLElement) => p.firstElementChild?.getAttribute('lang') ?? null;

describe('what people and the clinic wrote', () => {
  it('is in the reader’s language where it was written in that, and need not say so', async () => {
    const p = await shown({ en: 'Hello', es: 'Hola' }, 'es-MX');
    expect(p.textContent).to.equal('Hola');
    expect(langOf(p)).to.equal(null);
  });

  it('says which language it is in when that is another', async () => {
    expect(langOf(await shown({ en: 'Hello' }, 'es'))).to.equal('en');
    expect(langOf(await shown({ 'es-MX': 'Hola' }, 'en'))).to.equal('es-MX');
    expect(langOf(await shown({ und: 'Ciao' }, 'en')), 'nobody knows which').to.equal('und');
  });

  it('is in the page’s language also when the element has no words in it', async () => {
    const p = await shown({ en: 'Hello', ar: 'مرحبا' }, 'en', 'ar');
    expect(p.textContent).to.equal('مرحبا');
    expect(langOf(p)).to.equal('ar');
  });

  it('goes its own way, so that its full stop stays at its end', async () => {
    const p = await shown({ en: 'Ask me anything.' }, 'ar');
    p.dir = 'rtl';
    const words = p.firstElementChild!.firstChild!.nextSibling!;
    const range = document.createRange();
    const at = (n: number) => {
      range.setStart(words, n);
      range.setEnd(words, n + 1);
      return range.getBoundingClientRect().left;
    };
    expect(at(15), 'the full stop is right of the first letter').to.be.greaterThan(at(0));
  });
});
