import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { enabledItems, holds } from '../../../src/client/model/enable-when.js';
import type {
  AnswerValue,
  EnableWhen,
  QuestionnaireItem,
} from '../../../src/client/model/questionnaire.js';

type Given = Readonly<Record<string, readonly AnswerValue[]>>;

const item = (linkId: string, more: Partial<QuestionnaireItem> = {}): QuestionnaireItem => ({
  linkId,
  type: 'boolean',
  ...more,
});
const when = (question: string, more: Partial<EnableWhen> = { answerBoolean: true }) => ({
  question,
  operator: '=' as const,
  ...more,
});
const enabled = (items: QuestionnaireItem[], given: Given = {}) => [
  ...enabledItems(items, (linkId) => given[linkId] ?? []),
];
const test = (condition: Partial<EnableWhen>, ...answers: AnswerValue[]) =>
  holds({ question: 'q', operator: '=', ...condition }, answers);
const yes = [{ valueBoolean: true }];

describe('enableWhen', () => {
  it('enables what asks for nothing, in document order', () => {
    expect(enabled([item('a', { item: [item('b')] }), item('c')])).to.eql(['a', 'b', 'c']);
    expect(enabled([])).to.eql([]);
    expect([...enabledItems(undefined, () => [])]).to.eql([]);
  });

  it('asks whether there is an answer', () => {
    expect(test({ operator: 'exists', answerBoolean: true })).to.be.false;
    expect(test({ operator: 'exists', answerBoolean: false })).to.be.true;
    expect(test({ operator: 'exists', answerBoolean: true }, { valueInteger: 0 })).to.be.true;
    // An answer that only holds items has no value of its own.
    expect(test({ operator: 'exists', answerBoolean: true }, { item: [] })).to.be.false;
  });

  it('compares one answer of several, and for != all of them', () => {
    const [one, two] = [{ valueInteger: 1 }, { valueInteger: 2 }];
    expect(test({ answerInteger: 2 }, one, two)).to.be.true;
    expect(test({ operator: '!=', answerInteger: 2 }, one, two)).to.be.false;
    expect(test({ operator: '!=', answerInteger: 3 }, one, two)).to.be.true;
    expect(test({ operator: '!=', answerInteger: 3 })).to.be.true;
    expect(test({ operator: '>', answerInteger: 1 }, one, two)).to.be.true;
    expect(test({ operator: '>', answerInteger: 2 }, one, two)).to.be.false;
  });

  const orders: [string, EnableWhen['operator'], Partial<EnableWhen>, AnswerValue, boolean][] = [
    ['numbers', '>=', { answerDecimal: 2 }, { valueInteger: 2 }, true],
    ['numbers', '<', { answerInteger: 2 }, { valueDecimal: 1.5 }, true],
    ['quantities', '>', { answerQuantity: { value: 60 } }, { valueQuantity: { value: 61 } }, true],
    ['text', '=', { answerString: 'b' }, { valueString: 'b' }, true],
    ['text', '<', { answerString: 'b' }, { valueString: 'a' }, true],
    ['text', '<', { answerString: 'b' }, { valueInteger: 1 }, false],
    ['times', '<=', { answerTime: '09:00:00' }, { valueTime: '08:59:00' }, true],
    ['days', '<', { answerDate: '2026-02-01' }, { valueDate: '2026-01-31' }, true],
    ['days', '=', { answerDate: '2026-02' }, { valueDate: '2026-02-03' }, false],
    ['days', '>', { answerDate: '2026-02' }, { valueDate: '2026-02-03' }, false],
    ['days', '>', { answerDate: '2026-01' }, { valueDate: '2026-02-03' }, true],
    [
      'instants',
      '=',
      { answerDateTime: '2026-02-01T00:00:00Z' },
      { valueDateTime: '2026-01-31T18:00:00-06:00' },
      true,
    ],
    ['nonsense', '=', { answerDateTime: '2026-T' }, { valueDateTime: 'T' }, false],
    ['nothing to compare with', '=', {}, { valueInteger: 1 }, false],
    ['a number with nothing', '<=', { answerInteger: 1 }, { valueString: '1' }, false],
    ['a day with nothing', '<=', { answerDate: '2026' }, { valueString: '1' }, false],
  ];
  for (const [kind, operator, wanted, answer, expected] of orders)
    it(`compares ${kind} by ${operator} (${expected})`, () => {
      expect(test({ operator, ...wanted }, answer)).to.equal(expected);
    });

  it('compares codes, and their systems where both have one', () => {
    const answer = { valueCoding: { system: 's', code: 'c' } };
    expect(test({ answerCoding: { code: 'c' } }, answer)).to.be.true;
    expect(test({ answerCoding: { system: 's', code: 'c' } }, answer)).to.be.true;
    expect(test({ answerCoding: { system: 't', code: 'c' } }, answer)).to.be.false;
    expect(test({ answerCoding: { code: 'c' } }, { valueString: 'c' })).to.be.false;
    expect(test({ operator: '>', answerCoding: { code: 'c' } }, answer)).to.be.false;
  });

  it('asks for all conditions or for any', () => {
    const enableWhen = [when('a'), when('b')];
    const all = [item('a'), item('b'), item('c', { enableWhen })];
    expect(enabled(all, { a: yes })).to.eql(['a', 'b']);
    expect(enabled(all, { a: yes, b: yes })).to.eql(['a', 'b', 'c']);
    const any = [item('a'), item('b'), item('c', { enableWhen, enableBehavior: 'any' })];
    expect(enabled(any, { b: yes })).to.eql(['a', 'b', 'c']);
    expect(enabled(any)).to.eql(['a', 'b']);
  });

  it('disables what is in a disabled item, and what hangs on it', () => {
    const items = [
      item('a'),
      item('g', { type: 'group', enableWhen: [when('a')], item: [item('b')] }),
      item('c', { enableWhen: [when('b')] }),
      item('d', { enableWhen: [when('c', { operator: '!=', answerBoolean: true })] }),
    ];
    const given = { a: yes, b: yes, c: yes };
    expect(enabled(items, given)).to.eql(['a', 'g', 'b', 'c']);
    expect(enabled(items, { ...given, a: [] })).to.eql(['a', 'd']);
  });

  it('ends circles and questions that are not there', () => {
    expect(enabled([item('a', { enableWhen: [when('a')] })], { a: yes })).to.eql([]);
    const circle = [item('a', { enableWhen: [when('b')] }), item('b', { enableWhen: [when('a')] })];
    expect(enabled(circle, { a: yes, b: yes })).to.eql([]);
    expect(enabled([item('a', { enableWhen: [when('nobody')] })])).to.eql([]);
  });

  it('never enables anything in a disabled item, whatever the conditions', () => {
    const linkId = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const conditions = fc.array(
      fc.record({
        question: linkId,
        operator: fc.constantFrom('exists' as const, '=' as const, '!=' as const),
        answerBoolean: fc.boolean(),
      }),
      { maxLength: 3 },
    );
    const tree = fc
      .tuple(conditions, conditions, conditions, conditions, conditions)
      .map(([a, b, c, d, e]) => [
        item('a', {
          enableWhen: a,
          item: [item('b', { enableWhen: b, item: [item('c', { enableWhen: c })] })],
        }),
        item('d', { enableWhen: d }),
        item('e', { enableWhen: e, enableBehavior: 'any' }),
      ]);
    const answers = fc.dictionary(
      linkId,
      fc.array(fc.record({ valueBoolean: fc.boolean() }), { maxLength: 2 }),
    );
    fc.assert(
      fc.property(tree, answers, (items, given) => {
        const on = new Set(enabled(items, given));
        if (on.has('c')) expect(on.has('b')).to.be.true;
        if (on.has('b')) expect(on.has('a')).to.be.true;
        // Answers to what is disabled make no difference.
        const kept = Object.fromEntries(Object.entries(given).filter(([id]) => on.has(id)));
        expect(enabled(items, kept)).to.eql([...on]);
      }),
    );
  });
});
