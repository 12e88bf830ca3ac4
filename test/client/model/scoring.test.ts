import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  ORDINAL_VALUE,
  type AnswerOption,
  type Questionnaire,
} from '../../../src/client/model/questionnaire.js';
import { gad7 } from '../../../src/client/model/questionnaires/gad-7.js';
import { phq2 } from '../../../src/client/model/questionnaires/phq-2.js';
import { phq9 } from '../../../src/client/model/questionnaires/phq-9.js';
import {
  ordinalAnswer,
  Score,
  score,
  type ScoringRule,
} from '../../../src/client/model/scoring.js';
import { choose, responseOf, wrap } from './responses.js';

const instruments = [
  { name: 'PHQ-9', ...phq9, bands: [0, 5, 10, 15, 20], max: 27, loinc: '44261-6' },
  { name: 'GAD-7', ...gad7, bands: [0, 5, 10, 15], max: 21, loinc: '70274-6' },
  { name: 'PHQ-2', ...phq2, bands: [0, 3], max: 6, loinc: '55758-7' },
];

function rule(scoring: ScoringRule | undefined): ScoringRule {
  if (!scoring) throw new Error('not scored');
  return scoring;
}

/** Answers that add up to a total. */
function adding(total: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => Math.max(0, Math.min(3, total - 3 * i)));
}

for (const { name, questionnaire, scoring, bands, max, loinc } of instruments) {
  describe(`the score of ${name}`, () => {
    const { items } = rule(scoring);
    const of = (places: (number | undefined)[]) =>
      score(rule(scoring), questionnaire, choose(questionnaire, items, places));

    it('is 0 when nothing troubles and the most when everything does', () => {
      expect(of(items.map(() => 0))).to.deep.include({ total: 0, max, loinc });
      expect(of(items.map(() => 3))).to.deep.include({ total: max, max, loinc });
    });

    it('is the sum of the answers, in the band that begins at or below it', () => {
      fc.assert(
        fc.property(
          fc.array(fc.integer({ min: 0, max: 3 }), {
            minLength: items.length,
            maxLength: items.length,
          }),
          (places) => {
            const total = places.reduce((a, b) => a + b, 0);
            const found = of(places);
            const band = rule(scoring).bands.findLast((b) => b.from <= total);
            expect(found).to.deep.equal({
              total,
              max,
              loinc,
              band: { code: band?.code, label: band?.label },
            });
            expect(Score.parse(found)).to.deep.equal(found);
          },
        ),
      );
    });

    it('changes its band exactly at the thresholds', () => {
      expect(rule(scoring).bands.map((b) => b.from)).to.deep.equal(bands);
      const bandAt = (total: number) => of(adding(total, items.length))?.band.code;
      for (const from of bands.slice(1)) {
        const own = rule(scoring).bands.find((b) => b.from === from)?.code;
        expect(bandAt(from), `${from}`).to.equal(own);
        expect(bandAt(from - 1), `${from - 1}`).not.to.equal(own);
      }
    });

    it('is not given while any question is open', () => {
      fc.assert(
        fc.property(fc.nat(items.length - 1), fc.integer({ min: 0, max: 3 }), (hole, place) => {
          expect(of(items.map((_, i) => (i === hole ? undefined : place)))).to.be.undefined;
        }),
      );
      expect(of([])).to.be.undefined;
    });
  });
}

describe('the bands of PHQ-9', () => {
  it('have names that a reader understands, in both languages', () => {
    expect(phq9.scoring?.bands.map((b) => [b.from, b.code, b.label['en'], b.label['es']])).to.eql([
      [0, 'minimal', 'Minimal symptoms', 'Síntomas mínimos'],
      [5, 'mild', 'Mild symptoms', 'Síntomas leves'],
      [10, 'moderate', 'Moderate symptoms', 'Síntomas moderados'],
      [15, 'moderately-severe', 'Moderately severe symptoms', 'Síntomas moderadamente graves'],
      [20, 'severe', 'Severe symptoms', 'Síntomas graves'],
    ]);
  });

  it('do not count the difficulty question', () => {
    const { items } = rule(phq9.scoring);
    expect(items).to.have.length(9).and.not.to.include('69722-7');
  });
});

describe('the number of an answer', () => {
  const asking = (answerOption?: AnswerOption[]): Questionnaire => ({
    resourceType: 'Questionnaire',
    status: 'active',
    item: [
      {
        linkId: 'group',
        type: 'group',
        item: [{ linkId: 'q', type: 'choice', ...(answerOption ? { answerOption } : {}) }],
      },
    ],
  });
  const worth = (valueDecimal: number, url = ORDINAL_VALUE) => ({
    extension: [{ url, valueDecimal }],
  });
  const number = (questionnaire: Questionnaire, answer: Parameters<typeof responseOf>[0][string]) =>
    ordinalAnswer(questionnaire, responseOf({ q: answer }), 'q');

  it('is the one that its option carries, also on the coding or as an item weight', () => {
    for (const option of [
      { ...worth(2), valueCoding: { code: 'often' } },
      { valueCoding: { code: 'often', ...worth(2) } },
      {
        ...worth(2, 'http://hl7.org/fhir/StructureDefinition/itemWeight'),
        valueCoding: { code: 'often' },
      },
    ])
      expect(
        number(asking([{ ...worth(0), valueCoding: { code: 'never' } }, option]), {
          valueCoding: { code: 'often' },
        }),
      ).to.equal(2);
  });

  it('is that of the chosen words, not of the first option that has no code', () => {
    const inWords = asking([
      { ...worth(0), valueString: 'Never' },
      { ...worth(3), valueString: 'Every day' },
    ]);
    expect(number(inWords, { valueString: 'Every day' })).to.equal(3);
    expect(number(inWords, { valueString: 'Something else' })).to.be.undefined;
  });

  it('of a numbered option is its weight, else the number itself', () => {
    expect(number(asking([{ ...worth(5), valueInteger: 1 }]), { valueInteger: 1 })).to.equal(5);
    expect(number(asking(), { valueInteger: 7 })).to.equal(7);
    expect(number(asking(), { valueDecimal: 0.5 })).to.equal(0.5);
  });

  it('is known for the LOINC answers when a questionnaire leaves them to a value set', () => {
    expect(
      ['LA6568-5', 'LA6569-3', 'LA6570-1', 'LA6571-9'].map((code) =>
        number(asking(), { valueCoding: { system: 'http://loinc.org', code } }),
      ),
    ).to.deep.equal([0, 1, 2, 3]);
  });

  it('is unknown for words, for codes that nobody weighed, and for no answer', () => {
    expect(number(asking(), { valueString: 'fine' })).to.be.undefined;
    expect(number(asking([{ valueCoding: { code: 'x' } }]), { valueCoding: { code: 'x' } })).to.be
      .undefined;
    expect(number(asking(), {})).to.be.undefined;
    expect(ordinalAnswer(asking(), wrap([{ linkId: 'q' }]), 'q')).to.be.undefined;
  });

  it('adds up to no score without bands', () => {
    const none: ScoringRule = { items: ['q'], max: 3, bands: [] };
    expect(score(none, asking(), responseOf({ q: { valueInteger: 1 } }))).to.be.undefined;
  });

  it('below the first band is still in it', () => {
    const late: ScoringRule = {
      items: ['q'],
      max: 3,
      bands: [{ from: 2, code: 'some', label: { en: 'Some' } }],
    };
    expect(score(late, asking(), responseOf({ q: { valueInteger: 1 } }))).to.deep.equal({
      total: 1,
      max: 3,
      band: { code: 'some', label: { en: 'Some' } },
    });
  });
});
