import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { AnswerValue } from '../../../src/client/model/questionnaire.js';
import {
  answeredItems,
  answerTo,
  plainAnswer,
  QuestionnaireResponse,
  type ResponseAnswer,
  type ResponseItem,
} from '../../../src/client/model/questionnaire-response.js';
import { wrap } from './responses.js';

const value: fc.Arbitrary<AnswerValue> = fc.oneof(
  fc.boolean().map((valueBoolean) => ({ valueBoolean })),
  fc.integer().map((valueInteger) => ({ valueInteger })),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((valueDecimal) => ({ valueDecimal })),
  fc.string().map((valueString) => ({ valueString })),
  fc.string().map((code) => ({ valueCoding: { code, system: 's' } })),
  fc.constantFrom(
    { valueDate: '2026-03-01' },
    { valueDateTime: '2026-03-01T10:00:00-05:00' },
    { valueTime: '10:00:00' },
    { valueUri: 'https://example.org' },
  ),
);

/** Responses with groups in groups and questions under answers. */
const items = fc.letrec<{
  items: ResponseItem[];
  one: ResponseItem;
  answer: ResponseAnswer;
}>((tie) => ({
  items: fc.array(tie('one'), { maxLength: 3, depthIdentifier: 'r' }),
  one: fc.record(
    {
      linkId: fc.string(),
      text: fc.string(),
      item: tie('items'),
      answer: fc.array(tie('answer'), { maxLength: 3, depthIdentifier: 'r' }),
    },
    { requiredKeys: ['linkId'] },
  ),
  answer: fc
    .tuple(value, fc.option(tie('items'), { nil: undefined, depthIdentifier: 'r' }))
    .map(([given, item]) => (item ? { ...given, item } : given)),
})).items;

describe('a response', () => {
  it('comes through a wire as it was, nested answers and all', () => {
    fc.assert(
      fc.property(items, (item) => {
        const sent: unknown = JSON.parse(JSON.stringify(wrap(item)));
        expect(QuestionnaireResponse.parse(sent)).to.deep.equal(sent);
      }),
    );
  });

  it('keeps what we do not read', () => {
    const given = {
      ...wrap([{ linkId: 'q', answer: [{ valueQuantity: { value: 2 }, id: 'a' }], id: 'i' }]),
      subject: { reference: 'Patient/1' },
      authored: '2026-03-01T22:10:00-05:00',
    };
    expect(QuestionnaireResponse.parse(given)).to.deep.equal(given);
  });

  it('that is malformed names the place of its fault', () => {
    const path = (given: unknown) =>
      QuestionnaireResponse.safeParse(given).error?.issues[0]?.path.join('.');
    const one = (item: object) => wrap([item as ResponseItem]);
    expect(path({ ...wrap([]), status: 'done' })).to.equal('status');
    expect(path(one({}))).to.equal('item.0.linkId');
    expect(path(one({ linkId: 'q', answer: [{ valueBoolean: 'yes' }] }))).to.equal(
      'item.0.answer.0.valueBoolean',
    );
    expect(path(one({ linkId: 'q', answer: [{ item: [{ answer: [] }] }] }))).to.equal(
      'item.0.answer.0.item.0.linkId',
    );
  });

  it('that is anything at all is refused or read, and never throws', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (given) => {
        QuestionnaireResponse.safeParse(given);
        QuestionnaireResponse.safeParse({ ...wrap([]), item: [given] });
      }),
      { numRuns: 500 },
    );
  });
});

describe('reading a response', () => {
  it('meets every item once, in document order, under groups and under answers', () => {
    fc.assert(
      fc.property(items, (list) => {
        const expected: ResponseItem[] = [];
        const walk = (some: readonly ResponseItem[] = []) => {
          for (const item of some) {
            expected.push(item);
            walk(item.item);
            item.answer?.forEach((answer) => walk(answer.item));
          }
        };
        walk(list);
        expect([...answeredItems(list)]).to.deep.equal(expected);
      }),
    );
    expect([...answeredItems(undefined)]).to.deep.equal([]);
  });

  it('finds the first answer to a question wherever it stands', () => {
    const response = wrap([
      {
        linkId: 'outer',
        item: [{ linkId: 'asked', answer: [{ valueBoolean: true, item: [deep()] }] }],
      },
      { linkId: 'later', answer: [{ valueInteger: 1 }, { valueInteger: 2 }] },
      { linkId: 'empty' },
    ]);
    function deep(): ResponseItem {
      return { linkId: 'deep', answer: [{ valueString: 'here' }] };
    }
    expect(answerTo(response, 'deep')).to.deep.equal({ valueString: 'here' });
    expect(answerTo(response, 'later')).to.deep.equal({ valueInteger: 1 });
    expect(answerTo(response, 'empty')).to.be.undefined;
    expect(answerTo(response, 'absent')).to.be.undefined;
    expect(answerTo({ ...response, item: undefined }, 'deep')).to.be.undefined;
  });

  it('gives an answer as a plain value, also when that is false, zero or empty', () => {
    for (const [answer, plain] of [
      [{ valueBoolean: false }, false],
      [{ valueInteger: 0 }, 0],
      [{ valueDecimal: 0.5 }, 0.5],
      [{ valueString: '' }, ''],
      [{ valueCoding: { code: 'yes', display: 'Yes' } }, 'yes'],
      [{ valueDate: '2026-03-01' }, '2026-03-01'],
      [{ valueDateTime: '2026-03-01T10:00:00Z' }, '2026-03-01T10:00:00Z'],
      [{ valueTime: '10:00:00' }, '10:00:00'],
      [{ valueUri: 'https://example.org' }, 'https://example.org'],
      [{ valueCoding: { display: 'No code' } }, undefined],
      [{ valueQuantity: { value: 1 } }, undefined],
      [{}, undefined],
      [undefined, undefined],
    ] as [AnswerValue | undefined, unknown][])
      expect(plainAnswer(answer), JSON.stringify(answer)).to.equal(plain);
  });
});
