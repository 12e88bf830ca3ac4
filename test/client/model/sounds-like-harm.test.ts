import { expect } from '@open-wc/testing';
import { soundsLikeHarm } from '../../../src/client/model/harm-words/sounds-like-harm.js';
import { english } from '../../support/safety-sentences/english.js';
import { further } from '../../support/safety-sentences/further.js';
import { heldOut } from '../../support/safety-sentences/held-out.js';
import { ratesOf, type Rates } from '../../support/safety-sentences/sentences.js';
import { spanish } from '../../support/safety-sentences/spanish.js';

const percent = (some: readonly string[], of: number) => Math.round((some.length / of) * 100);
const print = (name: string, { risk, none, missed, mistaken }: Rates) =>
  console.info(
    `${name}: missed ${percent(missed, risk)} % of ${risk}, mistaken ${percent(mistaken, none)} % of ${none}`,
  );

/** What the rules did when they were done. A change may only do better. */
const worst = { English: { missed: 21, mistaken: 0 }, Spanish: { missed: 21, mistaken: 0 } };

describe('words that sound like harm', () => {
  for (const [language, tunedOn] of [
    ['English', english],
    ['Spanish', spanish],
  ] as const) {
    it(`are noticed in ${language} where the rules know them, also misspelled, and not where they mean nothing`, () => {
      const rates = ratesOf([tunedOn, further[language]], soundsLikeHarm);
      print(`${language}, rules tuned on it`, rates);
      expect(rates.risk + rates.none).to.be.at.least(230);
      expect(percent(rates.missed, rates.risk), rates.missed.join('; ')).to.be.at.most(3);
      expect(percent(rates.mistaken, rates.none), rates.mistaken.join('; ')).to.be.at.most(3);
    });

    it(`are an aid only in ${language}: of words that the rules do not know, many are missed`, () => {
      const rates = ratesOf([heldOut[language]], soundsLikeHarm);
      print(`${language}, held out`, rates);
      expect(rates.missed.length).to.be.at.most(worst[language].missed);
      expect(rates.mistaken.length).to.be.at.most(worst[language].mistaken);
    });
  }

  it('are looked for in no time, also in a very long text', () => {
    const text = 'no quiero dormir y no I do not want to be '.repeat(5000);
    const start = performance.now();
    soundsLikeHarm(text);
    expect(performance.now() - start).to.be.below(1000);
  });
});
