import { expect } from '@open-wc/testing';
import type { Instrument } from '../../../../src/client/model/instrument.js';
import { allItems, canonical, Questionnaire } from '../../../../src/client/model/questionnaire.js';
import { dailyCheckIn } from '../../../../src/client/model/questionnaires/daily-check-in.js';
import { gad7 } from '../../../../src/client/model/questionnaires/gad-7.js';
import { phq2 } from '../../../../src/client/model/questionnaires/phq-2.js';
import { phq9 } from '../../../../src/client/model/questionnaires/phq-9.js';
import { itemOf } from '../responses.js';
import { brokenInvariants, wordsOf } from './fhir-r4.js';

const shipped: Record<string, Instrument> = {
  'daily-check-in': dailyCheckIn,
  'phq-9': phq9,
  'phq-2': phq2,
  'gad-7': gad7,
};

for (const [name, { questionnaire, scoring }] of Object.entries(shipped)) {
  describe(`the questionnaire ${name}`, () => {
    it('is valid FHIR R4 and plain data', () => {
      expect(brokenInvariants(questionnaire)).to.deep.equal([]);
      expect(Questionnaire.parse(questionnaire)).to.deep.equal(questionnaire);
      expect(JSON.parse(JSON.stringify(questionnaire))).to.deep.equal(questionnaire);
    });

    it('is known by its address and version', () => {
      expect(canonical(questionnaire)).to.equal(
        `https://wayfellow.dev/fhir/Questionnaire/${name}|1.0.0`,
      );
      expect(questionnaire).to.include({ language: 'en', status: 'active' });
    });

    it('says everything in English and in Spanish', () => {
      for (const [en, es] of wordsOf(questionnaire)) {
        expect(en, en).to.be.a('string').and.not.be.empty;
        expect(es, en).to.be.a('string').and.not.be.empty;
      }
    });

    it('says nothing that shames', () => {
      const said = wordsOf(questionnaire).flat().join(' ');
      expect(said).not.to.match(/\b(addict|abuse|clean|dirty|relapse|junkie|adict|recaída|sucio)/i);
    });

    it('scores questions that it has, in bands from 0 up', () => {
      if (!scoring) return;
      const asked = [...allItems(questionnaire.item)].map(({ item }) => item.linkId);
      expect(asked).to.include.members([...scoring.items]);
      const highest = scoring.items.reduce(
        (sum, linkId) => sum + (itemOf(questionnaire, linkId).answerOption?.length ?? 0) - 1,
        0,
      );
      expect(scoring.max).to.equal(highest);
      const starts = scoring.bands.map((band) => band.from);
      expect(starts[0]).to.equal(0);
      expect(starts).to.deep.equal([...new Set(starts)].sort((a, b) => a - b));
      for (const { label } of scoring.bands) expect(label).to.have.all.keys('en', 'es');
    });
  });
}
