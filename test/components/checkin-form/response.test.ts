import { expect, fixture, html } from '@open-wc/testing';
import * as fc from 'fast-check';
import type {
  AnswerValue,
  ItemType,
  QuestionnaireItem,
} from '../../../src/client/model/questionnaire.js';
import { QuestionnaireResponse } from '../../../src/client/model/questionnaire-response.js';
import { phq9 } from '../../../src/client/model/questionnaires/phq-9.js';
import { Form } from '../../../src/components/checkin-form/form.js';
import { loadControls } from '../../../src/components/checkin-form/items/controls.js';
import { loadRules } from '../../../src/components/checkin-form/judge.js';
import { answersIn as answersOf } from '../../../src/components/checkin-form/copy-link-ids.js';
import {
  aClinic,
  aForm,
  answersIn,
  asking,
  click,
  field,
  listening,
  option,
  settled,
  write,
} from '../../support/check-ins.js';

/** A part of a questionnaire, and how it is answered. */
interface Part {
  readonly item: Partial<QuestionnaireItem>;
  readonly answer: readonly AnswerValue[];
}
const part = (
  type: ItemType,
  answer: AnswerValue[] = [],
  more: Partial<QuestionnaireItem> = {},
) => ({
  item: { type, ...more },
  answer,
});

const codes = ['a', 'b', 'c'];
const parts: fc.Arbitrary<Part> = fc.oneof(
  fc.boolean().map((valueBoolean) => part('boolean', [{ valueBoolean }])),
  fc.integer().map((valueInteger) => part('integer', [{ valueInteger }])),
  fc.string().map((valueString) => part('text', valueString.trim() ? [{ valueString }] : [])),
  fc.subarray(codes).map((chosen) =>
    part(
      'choice',
      chosen.map((code) => ({ valueCoding: { code } })),
      { repeats: true, answerOption: codes.map((code) => ({ valueCoding: { code } })) },
    ),
  ),
  fc
    .float({ noNaN: true, noDefaultInfinity: true })
    .map((valueDecimal) => part('decimal', [{ valueDecimal }])),
  fc.string().map((words) =>
    part('open-choice', [words.trim() ? { valueString: words } : { valueCoding: { code: 'a' } }], {
      answerOption: codes.map((code) => ({ valueCoding: { code } })),
    }),
  ),
  fc
    .record({
      value: fc.integer(),
      unit: fc.constantFrom('kg', 'lb', 'stone'),
      comparator: fc.constantFrom('<', '>='),
    })
    .map((valueQuantity) => part('quantity', [{ valueQuantity }])),
  fc.subarray(['Maya', 'Ray', 'Ana']).map((names) =>
    part(
      'string',
      names.map((valueString) => ({ valueString })),
      { repeats: true },
    ),
  ),
  // What hangs on a question that nobody asks is not there, nor what is below it.
  fc.constantFrom<'exists' | '='>('exists', '=').map((operator) =>
    part('string', [{ valueString: 'hidden' }], {
      enableWhen: [{ question: 'nobody', operator, answerBoolean: true }],
    }),
  ),
  fc.constantFrom(
    part('date', [{ valueDate: '2026-11-24' }]),
    part('date', [{ valueDate: '2026-11' }]),
    part('dateTime', [{ valueDateTime: '2026-11-24T09:15:00.5+05:30' }]),
    part('time', [{ valueTime: '23:59:30' }]),
    part('url', [{ valueUri: 'https://clinic.example/a?b=c' }]),
    part('attachment', [{ valueAttachment: { url: 'https://clinic.example/p.png' } }]),
    part('reference', [{ valueReference: { reference: 'Practitioner/7' } }]),
    part('display'),
    part('group'),
  ),
);

before(() => Promise.all([loadRules(), loadControls()]));

/** Parts with what is below each, three levels deep. */
interface Tree {
  readonly part: Part;
  readonly below: readonly Tree[];
}
const trees = (depth = 3): fc.Arbitrary<Tree[]> =>
  fc.array(fc.record({ part: parts, below: depth > 1 ? trees(depth - 1) : fc.constant([]) }), {
    maxLength: 3,
  });

/** The items of a questionnaire, and answers by linkId. */
function planted(from: readonly Tree[], answers: Record<string, readonly AnswerValue[]> = {}) {
  const items = from.map(({ part: { item, answer }, below }): QuestionnaireItem => {
    const linkId = `q${Object.keys(answers).length}`;
    answers[linkId] = answer;
    const inside = item.type === 'display' ? [] : planted(below, answers).items;
    return { linkId, ...item, ...(inside.length ? { item: inside } : {}) } as QuestionnaireItem;
  });
  return { items, answers };
}

describe('<checkin-form> and a QuestionnaireResponse', () => {
  it('gives back the response that it was filled with', () => {
    fc.assert(
      fc.property(trees(), (from) => {
        const { items, answers } = planted(from);
        const questionnaire = asking(...items);
        const first = new Form({ questionnaire });
        first.restore(answers);
        const response = first.response('completed', '2026-11-24T09:15:00-06:00');
        expect(QuestionnaireResponse.parse(response)).to.eql(response);
        const second = new Form({ questionnaire });
        second.restore(answersOf(response.item));
        expect(second.response('completed', '2026-11-24T09:15:00-06:00')).to.eql(response);
      }),
    );
  });

  it('begins with the answers that the page hands in, also before it is defined what is asked', async () => {
    const answered = await aForm({ instrument: phq9 });
    const first = 'Little interest or pleasure in doing things';
    await click(answered, option(answered, first, 'Several days'));
    const { response } = answered;
    const form = await aForm({ questionnaire: 'phq-9', response });
    expect(option(form, first, 'Several days').checked).to.be.true;
    expect(form.response).to.eql(response);
    form.response = {
      resourceType: 'QuestionnaireResponse',
      status: 'completed',
      item: [{ linkId: 'nobody asks', answer: [{ valueString: 'x' }] }],
    };
    await form.updateComplete;
    expect(form.response).to.eql(response);
  });

  it('gives back what it cannot ask as it was handed in', async () => {
    const photo = {
      linkId: 'p',
      answer: [
        {
          valueAttachment: { contentType: 'image/png', url: 'https://clinic.example/p.png' },
          item: [{ linkId: 'why', text: 'Why this one?', answer: [{ valueString: 'The sea' }] }],
        },
      ],
    };
    const mentor = { linkId: 'm', answer: [{ valueReference: { reference: 'Practitioner/7' } }] };
    const asked = asking(
      {
        linkId: 'p',
        type: 'attachment',
        item: [{ linkId: 'why', type: 'string', text: 'Why this one?' }],
      },
      { linkId: 'm', type: 'reference' },
      { linkId: 'n', type: 'string', text: 'Name?' },
    );
    await listening(async () => {
      const form = await aForm({
        questionnaire: asked,
        response: {
          resourceType: 'QuestionnaireResponse',
          status: 'completed',
          item: [photo, mentor],
        },
      });
      expect(form.response?.item).to.eql([photo, mentor]);
      await write(form, 'Name?', 'Jordan');
      expect(form.response?.item?.slice(0, 2)).to.eql([photo, mentor]);
    });
  });

  it('keeps what a response says beside its answers, and what is below each of several', async () => {
    const below = (why: string) => [{ linkId: 'why', answer: [{ valueString: why }] }];
    const item = [
      {
        linkId: 'who',
        text: 'Who helps?',
        answer: [
          { valueString: 'Maya', item: below('She listens') },
          { valueString: 'Ray', item: below('He has been there') },
          { valueString: 'Ana' },
        ],
      },
    ];
    const given = {
      resourceType: 'QuestionnaireResponse' as const,
      id: 'r-7',
      subject: { reference: 'Patient/7' },
      status: 'completed' as const,
      authored: '2026-11-01T09:00:00-06:00',
      item,
    };
    const questionnaire = asking({
      ...{ linkId: 'who', type: 'string', text: 'Who helps?', repeats: true },
      item: [{ linkId: 'why', type: 'string' }],
    });
    await listening(async () => {
      const form = await aForm({ questionnaire, response: given });
      const { status, authored, ...kept } = form.response!;
      expect(kept).to.eql({
        resourceType: 'QuestionnaireResponse',
        questionnaire: 'https://clinic.example/q|1',
        ...{ id: 'r-7', subject: given.subject, item },
      });
      // They tell of this time of answering, not of that one.
      expect([status, authored]).to.eql(['in-progress', undefined]);
    });
  });

  it('is held by a form of the page under its name, and emptied with it', async () => {
    const name = { linkId: 'n', type: 'string' as const, text: 'Name?' };
    const host = await fixture<HTMLFormElement>(
      html`<form>
        <checkin-form
          name="check-in"
          layout="sheet"
          .questionnaire=${asking(name)}
          .backend=${aClinic().backend}
        ></checkin-form>
        <checkin-form layout="sheet" .questionnaire=${asking(name)}></checkin-form>
      </form>`,
    );
    const el = host.querySelector('checkin-form')!;
    await settled(el);
    await write(el, 'Name?', 'Jordan');
    const held = new FormData(host);
    expect([...held.keys()]).to.eql(['check-in']);
    expect(answersIn(JSON.parse(held.get('check-in') as string), 'n')).to.eql([
      { valueString: 'Jordan' },
    ]);
    host.reset();
    await settled(el);
    expect(field(el, 'Name?').value).to.equal('');
    expect(new FormData(host).get('check-in')).not.to.include('Jordan');
  });
});
