import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type {
  AnswerValue,
  Extension,
  ItemType,
  QuestionnaireItem,
} from '../../../src/client/model/questionnaire.js';
import { boundsOf, isAnswer, isHidden, isQuestion } from '../../../src/client/model/questions.js';
import { answerFaults, faultOf } from '../../../src/client/model/validate-answers.js';
import { localDate } from './arbitraries.js';

const HL7 = 'http://hl7.org/fhir/StructureDefinition/';
const extension = (name: string, value: Omit<Extension, 'url'>): Extension => ({
  url: HL7 + name,
  ...value,
});
const item = (type: ItemType, more: Partial<QuestionnaireItem> = {}): QuestionnaireItem => ({
  linkId: 'q',
  type,
  ...more,
});
const code = (of: QuestionnaireItem, ...answers: AnswerValue[]) => faultOf(of, answers)?.code;

describe('validateAnswers', () => {
  it('misses an answer only where one is needed', () => {
    expect(code(item('string'))).to.equal(undefined);
    expect(code(item('string', { required: true }))).to.equal('required');
    expect(code(item('string', { required: true }), { valueString: ' \n' })).to.equal('required');
    expect(code(item('string', { required: true, readOnly: true }))).to.equal(undefined);
    expect(code(item('boolean', { required: true }), { valueBoolean: false })).to.equal(undefined);
  });

  it('takes no more digits than are asked for', () => {
    const asked = item('decimal', {
      extension: [extension('maxDecimalPlaces', { valueInteger: 2 })],
    });
    expect(code(asked, { valueDecimal: 1.25 })).to.equal(undefined);
    expect(code(asked, { valueDecimal: 1.255 })).to.equal('too-precise');
    expect(code(asked, { valueDecimal: 1e-7 })).to.equal('too-precise');
    expect(code(asked, { valueDecimal: 1e21 })).to.equal(undefined);
  });

  it('matches the whole of what was written, and no pattern that is none', () => {
    const asked = (pattern: string) =>
      item('string', { extension: [extension('regex', { valueString: pattern })] });
    expect(code(asked('a|b'), { valueString: 'b' })).to.equal(undefined);
    expect(code(asked('a|b'), { valueString: 'bc' })).to.equal('unexpected');
    expect(code(asked('['), { valueString: 'x' })).to.equal(undefined);
  });

  const shapes: [ItemType, AnswerValue, string | undefined][] = [
    ['integer', { valueInteger: 3 }, undefined],
    ['integer', { valueDecimal: 3.5 }, 'not-whole'],
    ['integer', { valueString: 'three' }, 'not-a-number'],
    ['decimal', { valueDecimal: 3.5 }, undefined],
    ['decimal', { valueInteger: 3 }, undefined],
    ['decimal', { valueString: '3..5' }, 'not-a-number'],
    ['quantity', { valueQuantity: { value: 3 } }, undefined],
    ['quantity', { valueString: 'x' }, 'not-a-number'],
    ['date', { valueDate: '2026-02-28' }, undefined],
    ['date', { valueDate: '2026-02' }, undefined],
    ['date', { valueDate: '2026' }, undefined],
    ['date', { valueDate: '2026-02-30' }, 'not-a-date'],
    ['date', { valueDate: '2026-13' }, 'not-a-date'],
    ['date', { valueDate: '2026-00-01' }, 'not-a-date'],
    ['date', { valueString: '?' }, 'not-a-date'],
    ['dateTime', { valueDateTime: '2026-02-28T09:15:00-06:00' }, undefined],
    ['dateTime', { valueDateTime: '2026-02-28T29:15:00Z' }, 'not-a-date'],
    ['dateTime', { valueDateTime: '2026-02-28T09:15:00' }, 'not-a-date'],
    ['time', { valueTime: '23:59:00' }, undefined],
    ['time', { valueTime: '24:00:00' }, 'not-a-time'],
    ['url', { valueUri: 'https://clinic.example/a' }, undefined],
    ['url', { valueUri: 'clinic.example' }, 'not-an-address'],
    ['url', { valueUri: 'javascript:alert(1)' }, 'not-an-address'],
    ['choice', { valueCoding: { code: 'a' } }, undefined],
  ];
  for (const [type, answer, expected] of shapes)
    it(`finds ${expected ?? 'no fault'} in ${JSON.stringify(answer)} for ${type}`, () => {
      expect(code(item(type), answer)).to.equal(expected);
    });

  it('keeps numbers within their bounds', () => {
    const bounded = item('integer', {
      extension: [
        extension('minValue', { valueInteger: 0 }),
        extension('maxValue', { valueInteger: 10 }),
      ],
    });
    expect(boundsOf(bounded)).to.eql({ min: 0, max: 10 });
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 50 }), (valueInteger) => {
        const expected = valueInteger < 0 ? 'too-low' : valueInteger > 10 ? 'too-high' : undefined;
        expect(code(bounded, { valueInteger })).to.equal(expected);
      }),
    );
    expect(faultOf(bounded, [{ valueInteger: 11 }])).to.eql({ code: 'too-high', limit: 10 });
    expect(boundsOf(item('integer'))).to.eql({ min: undefined, max: undefined });
    const odd = item('integer', { extension: [extension('minValue', { valueBoolean: true })] });
    expect(boundsOf(odd).min).to.equal(undefined);
  });

  it('keeps days and instants within their bounds', () => {
    const min = item('date', { extension: [extension('minValue', { valueDate: '2026-01-01' })] });
    fc.assert(
      fc.property(localDate, (valueDate) => {
        const expected = valueDate < '2026-01-01' ? 'too-low' : undefined;
        expect(code(min, { valueDate })).to.equal(expected);
      }),
    );
    const max = item('dateTime', {
      extension: [extension('maxValue', { valueDateTime: '2026-01-01T00:00:00Z' })],
    });
    expect(code(max, { valueDateTime: '2025-12-31T20:00:00-06:00' })).to.equal('too-high');
    expect(code(max, { valueDateTime: '2025-12-31T17:00:00-06:00' })).to.equal(undefined);
  });

  it('says when text is too long or too short', () => {
    const text = item('text', {
      maxLength: 5,
      extension: [extension('minLength', { valueInteger: 2 })],
    });
    expect(faultOf(text, [{ valueString: '123456' }])).to.eql({ code: 'too-long', limit: 5 });
    expect(code(text, { valueString: 'x' })).to.equal('too-short');
    expect(code(text, { valueString: ' 123 ' })).to.equal(undefined);
    expect(code(item('open-choice', { maxLength: 1 }), { valueCoding: { code: 'long' } })).to.equal(
      undefined,
    );
  });

  it('misses an answer in a group that needs one, at its first question', () => {
    const group = (more: Partial<QuestionnaireItem> = {}) => [
      item('group', {
        linkId: 'g',
        required: true,
        item: [
          item('string', { linkId: 'off' }),
          item('string', { linkId: 'fixed', readOnly: true }),
          item('group', { linkId: 'inner', item: [item('string', { linkId: 'a' })] }),
          item('string', { linkId: 'b' }),
        ],
        ...more,
      }),
    ];
    const faults = (items: QuestionnaireItem[], answered?: string) => [
      ...answerFaults(items, new Set(['g', 'fixed', 'inner', 'a', 'b']), (linkId) =>
        linkId === answered ? [{ valueString: 'x' }] : [],
      ).keys(),
    ];
    expect(faults(group())).to.eql(['a']);
    expect(faults(group(), 'b')).to.eql([]);
    expect(faults(group(), 'off')).to.eql(['a']);
    expect(faults(group({ required: false }))).to.eql([]);
    expect(faults(group({ item: [] }))).to.eql([]);
  });

  it('looks at enabled questions that are shown, in their order', () => {
    const hidden = extension('questionnaire-hidden', { valueBoolean: true });
    const required = (linkId: string, more: Partial<QuestionnaireItem> = {}) =>
      item('string', { linkId, required: true, ...more });
    const items = [
      item('group', { linkId: 'g', item: [required('b'), required('off')] }),
      required('a'),
      required('hidden', { extension: [hidden] }),
      item('display', { linkId: 'd', required: true }),
      item('attachment', { linkId: 'x', required: true }),
    ];
    const faults = answerFaults(items, new Set(['g', 'b', 'a', 'hidden', 'd', 'x']), () => []);
    expect([...faults.keys()]).to.eql(['b', 'a']);
    expect(answerFaults(undefined, new Set(), () => []).size).to.equal(0);
    expect(isHidden(item('string', { extension: [hidden] }))).to.be.true;
    expect(isQuestion(item('group'))).to.be.false;
    expect(isAnswer({ valueQuantity: { value: 1 } })).to.be.true;
    expect(isAnswer({})).to.be.false;
  });
});
