import { expect } from '@open-wc/testing';
import type { CheckIn } from '../../../src/client/model/check-in.js';
import { gad7 } from '../../../src/client/model/questionnaires/gad-7.js';
import { phq2 } from '../../../src/client/model/questionnaires/phq-2.js';
import { phq9 } from '../../../src/client/model/questionnaires/phq-9.js';
import { SCORE_SCALES, scoreSeries } from '../../../src/client/model/score-series.js';

const scored = (
  on: string,
  total: number,
  loinc?: string,
): Pick<CheckIn, 'on' | 'score' | 'response'> => ({
  on,
  score: { total, max: 27, ...(loinc ? { loinc } : {}), band: { code: 'b', label: { en: 'b' } } },
  response: {
    resourceType: 'QuestionnaireResponse',
    status: 'completed',
    questionnaire: 'https://clinic.example/q|2',
  },
});

describe('score series', () => {
  it('know the bands of the instruments that we ship', () => {
    for (const { scoring, questionnaire } of [phq9, gad7, phq2]) {
      const scale = SCORE_SCALES[scoring?.loinc ?? ''];
      expect(scale?.bands).to.deep.equal(scoring?.bands.map(({ from }) => from));
      expect(scale?.name).to.equal(questionnaire.title?.match(/\w+-\d/)?.[0]);
    }
  });

  it('keep instruments apart, in order of days, and what came first in the list for a day', () => {
    const series = scoreSeries([
      scored('2026-11-20', 7, '44261-6'),
      scored('2026-11-20', 9, '44261-6'),
      scored('2026-11-13', 12, '44261-6'),
      scored('2026-11-12', 3),
      { ...scored('2026-11-11', 3), score: undefined },
    ]);
    expect(series.map(({ key, scores }) => [key, scores.map((s) => s.value)])).to.deep.equal([
      ['44261-6', [12, 7]],
      ['https://clinic.example/q', [3]],
    ]);
  });
});
