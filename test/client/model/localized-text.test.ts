import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { inLanguage, languageOf, LocalizedText } from '../../../src/client/model/localized-text.js';

describe('words in several languages', () => {
  it('are given in the reader’s own, then its language, then English, then any', () => {
    const text = { en: 'Parents', es: 'Madres y padres', 'es-MX': 'Papás' };
    expect(inLanguage(text, 'es-MX')).to.equal('Papás');
    expect(inLanguage(text, 'es-US')).to.equal('Madres y padres');
    expect(inLanguage(text, 'es')).to.equal('Madres y padres');
    expect(inLanguage(text, 'ES-us')).to.equal('Madres y padres');
    expect(inLanguage(text, 'fr')).to.equal('Parents');
    expect(inLanguage({ es: 'Hola' }, 'en')).to.equal('Hola');
    expect(inLanguage({ und: 'My own words' }, 'es-MX')).to.equal('My own words');
    expect(inLanguage({}, 'en')).to.equal('');
  });

  it('are always some that were written, whoever reads', () => {
    const text = fc.dictionary(fc.constantFrom('en', 'es', 'es-MX', 'fr', 'und'), fc.string(), {
      minKeys: 1,
    });
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('en', 'en-GB', 'es', 'es-MX', 'ar', ''),
        (words, locale) => {
          expect(Object.values(words)).to.include(inLanguage(words, locale));
          expect(LocalizedText.parse(words)).to.deep.equal(words);
        },
      ),
    );
  });

  it('are known by their language without script and country', () => {
    expect(languageOf('es-Latn-MX')).to.equal('es');
    expect(languageOf('EN')).to.equal('en');
    expect(languageOf('')).to.equal('');
  });

  it('are words', () => {
    expect(LocalizedText.safeParse({ en: 7 }).success).to.be.false;
    expect(LocalizedText.safeParse('Parents').success).to.be.false;
  });
});
