import { expect } from '@open-wc/testing';
import { ORDINAL_VALUE } from '../../../../src/client/model/questionnaire.js';
import { gad7 } from '../../../../src/client/model/questionnaires/gad-7.js';
import { phq2 } from '../../../../src/client/model/questionnaires/phq-2.js';
import { phq9 } from '../../../../src/client/model/questionnaires/phq-9.js';
import { itemOf } from '../responses.js';
import { controlOf, spanishOf } from './fhir-r4.js';

const FREQUENCY = [
  'LA6568-5 0 Not at all',
  'LA6569-3 1 Several days',
  'LA6570-1 2 More than half the days',
  'LA6571-9 3 Nearly every day',
];
const optionsOf = (questionnaire: typeof phq9.questionnaire, linkId: string) =>
  itemOf(questionnaire, linkId).answerOption?.map((o) => {
    const ordinal = o.extension?.find((e) => e.url === ORDINAL_VALUE)?.['valueDecimal'] as number;
    return `${o.valueCoding?.code} ${ordinal} ${o.valueCoding?.display}`;
  });
const notAtAll = (questionnaire: typeof phq9.questionnaire, linkId: string) =>
  spanishOf(itemOf(questionnaire, linkId).answerOption?.[0]?.valueCoding?.['_display']);

describe('PHQ-9, PHQ-2 and GAD-7', () => {
  it('ask what LOINC lists, in its order, as the rows of one table', () => {
    const rows = ({ questionnaire }: typeof phq9) => {
      const [table] = questionnaire.item ?? [];
      expect(table && controlOf(table)).to.equal('gtable');
      return [table?.linkId, ...(table?.item?.map((item) => item.linkId) ?? [])];
    };
    const nine = '44250-9 44255-8 44259-0 44254-1 44251-7 44258-2 44252-5 44253-3 44260-8'.split(
      ' ',
    );
    expect(rows(phq9)).to.deep.equal(['44249-1', ...nine]);
    expect(rows(phq2)).to.deep.equal(['55757-9', ...nine.slice(0, 2)]);
    expect(rows(gad7)).to.deep.equal([
      '69737-5',
      ...'69725-0 68509-9 69733-4 69734-2 69735-9 69689-8 69736-7'.split(' '),
    ]);
  });

  it('take the same four answers, which count 0 to 3', () => {
    for (const { questionnaire, scoring } of [phq9, phq2, gad7])
      for (const linkId of scoring?.items ?? [])
        expect(optionsOf(questionnaire, linkId), linkId).to.deep.equal(FREQUENCY);
  });

  it('carry the LOINC code of every question', () => {
    for (const { questionnaire, scoring } of [phq9, phq2, gad7])
      for (const linkId of [...(scoring?.items ?? []), questionnaire.item?.[0]?.linkId ?? ''])
        expect(itemOf(questionnaire, linkId).code).to.deep.equal([
          { system: 'http://loinc.org', code: linkId },
        ]);
  });

  it('ask about the last two weeks in the words of their authors', () => {
    expect(itemOf(phq9.questionnaire, '44249-1').text).to.equal(
      'Over the last 2 weeks, how often have you been bothered by any of the following problems?',
    );
    expect(itemOf(gad7.questionnaire, '69737-5').text).to.equal(
      'Over the last 2 weeks, how often have you been bothered by the following problems?',
    );
    expect(itemOf(phq9.questionnaire, '44260-8').text).to.equal(
      'Thoughts that you would be better off dead or of hurting yourself in some way',
    );
    expect(spanishOf(itemOf(phq9.questionnaire, '44260-8')._text)).to.equal(
      'Pensamientos de que estaría mejor muerto(a) o de lastimarse de alguna manera',
    );
    expect(notAtAll(phq9.questionnaire, '44250-9')).to.equal('Ningún día');
    expect(notAtAll(gad7.questionnaire, '69725-0')).to.equal('Nunca');
    for (const { questionnaire } of [phq9, phq2, gad7])
      expect(questionnaire['copyright']).to.contain('No permission required');
  });

  it('can be left open: no answer is forced', () => {
    for (const { questionnaire, scoring } of [phq9, phq2, gad7])
      for (const linkId of scoring?.items ?? [])
        expect(itemOf(questionnaire, linkId).required).to.be.undefined;
  });
});

describe('the last question of PHQ-9', () => {
  it('asks how difficult it was, in LOINC’s codes, and stands outside the table', () => {
    expect(phq9.questionnaire.item?.map((item) => item.linkId)).to.deep.equal([
      '44249-1',
      '69722-7',
    ]);
    expect(optionsOf(phq9.questionnaire, '69722-7')).to.deep.equal([
      'LA6572-7 0 Not difficult at all',
      'LA6573-5 1 Somewhat difficult',
      'LA6575-0 2 Very difficult',
      'LA6574-3 3 Extremely difficult',
    ]);
  });
});
