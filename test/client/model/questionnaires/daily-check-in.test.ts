import { expect } from '@open-wc/testing';
import { extensionOf } from '../../../../src/client/model/questionnaire.js';
import { dailyCheckIn } from '../../../../src/client/model/questionnaires/daily-check-in.js';
import { itemOf } from '../responses.js';
import { controlOf, spanishOf, wordsOf } from './fhir-r4.js';

const { questionnaire } = dailyCheckIn;
const HL7 = 'http://hl7.org/fhir/StructureDefinition/';

describe('the daily check-in', () => {
  it('asks eight things', () => {
    expect(questionnaire.item?.map((item) => `${item.linkId} ${item.type}`)).to.deep.equal([
      'mood integer',
      'craving integer',
      'sleep integer',
      'connected boolean',
      'confidence integer',
      'use choice',
      'call boolean',
      'reflection text',
    ]);
  });

  it('has sliders from 0 to 10, and to 14 hours of sleep, with words at both ends', () => {
    for (const [linkId, max] of [
      ['mood', 10],
      ['craving', 10],
      ['confidence', 10],
      ['sleep', 14],
    ] as const) {
      const item = itemOf(questionnaire, linkId);
      const number = (name: string) => extensionOf(item, `${HL7}${name}`)?.['valueInteger'];
      expect(controlOf(item)).to.equal('slider');
      expect(number('minValue')).to.equal(0);
      expect(number('maxValue')).to.equal(max);
      expect(number('questionnaire-sliderStepValue')).to.equal(1);
      expect(item.item?.map((end) => `${end.type} ${controlOf(end)}`)).to.deep.equal([
        'display lower',
        'display upper',
      ]);
    }
    expect(
      extensionOf(itemOf(questionnaire, 'sleep'), `${HL7}questionnaire-unit`),
    ).to.nested.include({ 'valueCoding.code': 'h', 'valueCoding.display': 'hours' });
  });

  it('forces nothing but the mood, least of all whether somebody used', () => {
    expect(
      questionnaire.item?.filter((item) => item.required).map((item) => item.linkId),
    ).to.deep.equal(['mood']);
    expect(
      itemOf(questionnaire, 'use').answerOption?.map((o) => o.valueCoding?.code),
    ).to.deep.equal(['no', 'yes', 'prefer-not-to-say']);
    expect(itemOf(questionnaire, 'use').text).to.contain('It is okay to say');
  });

  it('keeps its line of reflection short', () => {
    expect(itemOf(questionnaire, 'reflection').maxLength).to.equal(500);
  });

  it('speaks in short sentences of short words', () => {
    for (const [english = ''] of wordsOf(questionnaire)) {
      for (const sentence of english.split(/(?<=[.?!])\s/))
        expect(sentence.split(/\s+/).length, sentence).to.be.at.most(15);
      for (const word of english.split(/[^a-z]+/i)) expect(word.length, word).to.be.at.most(10);
    }
    expect(spanishOf(itemOf(questionnaire, 'call')._text)).to.equal(
      '¿Quieres que alguien te llame?',
    );
  });
});
