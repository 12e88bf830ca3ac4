import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  allItems,
  canonical,
  extensionOf,
  Questionnaire,
  type QuestionnaireItem,
} from '../../../src/client/model/questionnaire.js';
import { dailyCheckIn } from '../../../src/client/model/questionnaires/daily-check-in.js';
import { gad7 } from '../../../src/client/model/questionnaires/gad-7.js';
import { phq2 } from '../../../src/client/model/questionnaires/phq-2.js';
import { phq9 } from '../../../src/client/model/questionnaires/phq-9.js';

const small = (...item: unknown[]) => ({
  resourceType: 'Questionnaire',
  status: 'active',
  item,
});

/** Trees of items, as an outline of linkIds. */
const outline = fc.letrec<{ items: QuestionnaireItem[]; one: QuestionnaireItem }>((tie) => ({
  items: fc.array(tie('one'), { maxLength: 4, depthIdentifier: 'items' }),
  one: fc.record(
    {
      linkId: fc.string({ minLength: 1 }),
      type: fc.constantFrom('group' as const, 'string' as const, 'boolean' as const),
      text: fc.string(),
      item: tie('items'),
    },
    { requiredKeys: ['linkId', 'type'] },
  ),
})).items;

describe('a questionnaire', () => {
  for (const { questionnaire } of [dailyCheckIn, phq9, phq2, gad7])
    it(`of ours is read as it was written: ${questionnaire.title}`, () => {
      const sent: unknown = JSON.parse(JSON.stringify(questionnaire));
      expect(Questionnaire.parse(sent)).to.deep.equal(sent);
    });

  it('of any depth comes through unchanged', () => {
    fc.assert(
      fc.property(outline, (items) => {
        const given = small(...items);
        expect(Questionnaire.parse(given)).to.deep.equal(given);
      }),
    );
  });

  it('keeps what we do not read, at every level', () => {
    const given = {
      ...small({
        linkId: 'q',
        type: 'quantity',
        definition: 'http://example.org',
        initial: [{ valueQuantity: { value: 3, unit: 'kg' } }],
        extension: [{ url: 'x', valueExpression: { language: 'text/fhirpath', expression: '1' } }],
        answerOption: [{ valueReference: { reference: 'Patient/1' }, _initialSelected: {} }],
        enableWhen: [{ question: 'p', operator: '=', answerQuantity: { value: 1 } }],
        code: [{ code: 'a', userSelected: true }],
      }),
      contained: [{ resourceType: 'ValueSet', id: 'v' }],
      _title: { extension: [{ url: 'y', extension: [{ url: 'lang', valueCode: 'es' }] }] },
    };
    expect(Questionnaire.parse(given)).to.deep.equal(given);
  });

  it('that is malformed names the place of its fault', () => {
    const path = (given: unknown) =>
      Questionnaire.safeParse(given).error?.issues[0]?.path.join('.');
    const item = { linkId: 'q', type: 'choice' };
    expect(path({ ...small(), resourceType: 'Patient' })).to.equal('resourceType');
    expect(path({ resourceType: 'Questionnaire' })).to.equal('status');
    expect(path(small(item, { ...item, type: 'slider' }))).to.equal('item.1.type');
    expect(path(small({ type: 'group', linkId: 'g', item: [{ type: 'choice' }] }))).to.equal(
      'item.0.item.0.linkId',
    );
    expect(path(small({ ...item, linkId: '' }))).to.equal('item.0.linkId');
    expect(path(small({ ...item, required: 'yes' }))).to.equal('item.0.required');
    expect(path(small({ ...item, answerOption: [{ valueCoding: 'a' }] }))).to.equal(
      'item.0.answerOption.0.valueCoding',
    );
    expect(path(small({ ...item, answerOption: [{ valueInteger: 1.5 }] }))).to.equal(
      'item.0.answerOption.0.valueInteger',
    );
    expect(path(small({ ...item, enableWhen: [{ question: 'p', operator: 'like' }] }))).to.equal(
      'item.0.enableWhen.0.operator',
    );
    expect(path(small({ ...item, extension: [{ valueCode: 'x' }] }))).to.equal(
      'item.0.extension.0.url',
    );
    expect(path(small({ ...item, _text: { extension: {} } }))).to.equal('item.0._text.extension');
    expect(path({ ...small(), item: {} })).to.equal('item');
    for (const nothing of [null, undefined, [], 'Questionnaire', 7])
      expect(Questionnaire.safeParse(nothing).success).to.be.false;
  });

  it('that is anything at all is refused or read, and never throws', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (value) => {
        Questionnaire.safeParse(value);
        Questionnaire.safeParse(small(value));
        Questionnaire.safeParse(small({ linkId: 'q', type: 'group', item: [value] }));
      }),
      { numRuns: 500 },
    );
  });
});

describe('reading a questionnaire', () => {
  it('meets every item once, each parent before its children, with its depth', () => {
    fc.assert(
      fc.property(outline, (items) => {
        const met = [...allItems(items)];
        const expected: { item: QuestionnaireItem; depth: number }[] = [];
        const walk = (list: QuestionnaireItem[], depth: number) => {
          for (const item of list) {
            expected.push({ item, depth });
            walk(item.item ?? [], depth + 1);
          }
        };
        walk(items, 0);
        expect(met).to.deep.equal(expected);
      }),
    );
    expect([...allItems(undefined)]).to.deep.equal([]);
  });

  it('names it by address and version', () => {
    const { url, version } = dailyCheckIn.questionnaire;
    expect(canonical(dailyCheckIn.questionnaire)).to.equal(
      'https://wayfellow.dev/fhir/Questionnaire/daily-check-in|1.0.0',
    );
    expect(canonical({ resourceType: 'Questionnaire', status: 'draft', url })).to.equal(url);
    expect(canonical({ resourceType: 'Questionnaire', status: 'draft', version })).to.equal(
      '|1.0.0',
    );
    expect(canonical({ resourceType: 'Questionnaire', status: 'draft' })).to.equal('');
  });

  it('finds the first extension of an address', () => {
    const extension = [
      { url: 'a', valueInteger: 1 },
      { url: 'b', valueInteger: 2 },
      { url: 'a', valueInteger: 3 },
    ];
    expect(extensionOf({ extension }, 'a')).to.equal(extension[0]);
    expect(extensionOf({ extension }, 'c')).to.be.undefined;
    expect(extensionOf({}, 'a')).to.be.undefined;
    expect(extensionOf(undefined, 'a')).to.be.undefined;
  });
});
