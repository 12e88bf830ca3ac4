import { expect } from '@open-wc/testing';
import { soundsLikeHarm } from '../../../src/client/model/harm-words/sounds-like-harm.js';
import { english } from '../../support/safety-sentences/english.js';
import { isHeldOut, ratesOf } from '../../support/safety-sentences/sentences.js';
import { spanish } from '../../support/safety-sentences/spanish.js';

const tuned = (index: number) => !isHeldOut(index);
const share = (some: readonly string[], of: number) => some.length / of;
const percent = (some: readonly string[], of: number) => `${(share(some, of) * 100).toFixed(1)} %`;

describe('words that sound like harm', () => {
  for (const [language, sentences] of Object.entries({ English: english, Spanish: spanish })) {
    it(`are mostly noticed in ${language}, and seldom where there are none`, () => {
      const all = ratesOf(sentences, soundsLikeHarm, () => true);
      expect(all.risk + all.none).to.be.at.least(150);
      const held = ratesOf(sentences, soundsLikeHarm, isHeldOut);
      for (const [name, r] of Object.entries({
        'tuned on': ratesOf(sentences, soundsLikeHarm, tuned),
        'held out': held,
      }))
        console.info(
          `${language}, ${name}: missed ${percent(r.missed, r.risk)} of ${r.risk}, ` +
            `mistaken ${percent(r.mistaken, r.none)} of ${r.none}`,
        );
      console.info([...all.missed, ...all.mistaken].join('\n'));
      expect(share(held.missed, held.risk)).to.be.at.most(0.15);
      expect(share(held.mistaken, held.none)).to.be.at.most(0.15);
    });
  }
});
