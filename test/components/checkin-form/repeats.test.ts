import { expect, waitUntil } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { QuestionnaireItem } from '../../../src/client/model/questionnaire.js';
import type { CheckinForm } from '../../../src/components/checkin-form/checkin-form.js';
import { Form } from '../../../src/components/checkin-form/form.js';
import { loadControls } from '../../../src/components/checkin-form/items/controls.js';
import { loadRules } from '../../../src/components/checkin-form/judge.js';
import { answersIn as answersOf } from '../../../src/components/checkin-form/copy-link-ids.js';
import {
  aForm,
  answersIn,
  asking,
  button,
  choices,
  click,
  focused,
  option,
  says,
  text,
} from '../../support/check-ins.js';

const fields = (form: CheckinForm) =>
  [...form.renderRoot.querySelectorAll<HTMLInputElement>('.question input')].filter(
    (input) => input.type === 'text',
  );

async function type(form: CheckinForm, input: HTMLInputElement | undefined, words: string) {
  input!.value = words;
  input!.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await form.updateComplete;
}

const medication: QuestionnaireItem = {
  linkId: 'm',
  type: 'group',
  text: 'Medication',
  repeats: true,
  item: [
    { linkId: 'what', type: 'string', text: 'What do you take?' },
    {
      linkId: 'helps',
      type: 'choice',
      text: 'Does it help?',
      answerOption: choices('Yes', 'No'),
    },
    {
      linkId: 'why',
      type: 'string',
      text: 'What is missing?',
      enableWhen: [{ question: 'helps', operator: '=', answerCoding: { code: 'no' } }],
    },
  ],
};

describe('<checkin-form> and what repeats', () => {
  it('lets what stands outside hang on any copy of a group, and what is inside on its own', async () => {
    await Promise.all([loadRules(), loadControls()]);
    const no = { valueCoding: { code: 'no' } };
    const form = new Form({
      questionnaire: asking(medication, {
        ...{ linkId: 'talk', type: 'string', text: 'Shall we talk about it?' },
        enableWhen: [{ question: 'helps', operator: '=', answerCoding: { code: 'no' } }],
      }),
    });
    const given = (code: string) => ({
      linkId: 'm',
      item: [{ linkId: 'helps', answer: [{ valueCoding: { code } }] }],
    });
    form.restore(answersOf([given('yes'), given('no')]));
    const [first, second] = form.questionnaire.item!;
    const idOf = (group: QuestionnaireItem | undefined, at: number) => group!.item![at]!.linkId;
    const { enabled } = form.answers;
    expect(form.answers.of(idOf(second, 1))).to.eql([no]);
    expect(enabled.has('talk'), 'outside, by the second').to.be.true;
    expect(enabled.has(idOf(first, 2)), 'inside the first').to.be.false;
    expect(enabled.has(idOf(second, 2)), 'inside the second').to.be.true;
    form.put(second!.item![1]!, [{ valueCoding: { code: 'yes' } }]);
    expect(form.answers.enabled.has('talk'), 'no copy any more').to.be.false;
  });

  it('takes several answers to a question, each in a field with a name', async () => {
    const form = await aForm({
      questionnaire: asking({ linkId: 'n', type: 'string', text: 'Who helps you?', repeats: true }),
    });
    await type(form, fields(form)[0], 'Maya');
    await click(form, button(form, 'Add another'));
    await waitUntil(() => focused(form) === fields(form)[1], 'the new field has the focus');
    expect(fields(form)[1]!.labels![0]!.textContent).to.equal('Who helps you? 2');
    await type(form, fields(form)[1], 'Ray');
    expect(answersIn(form.response, 'n')).to.eql([{ valueString: 'Maya' }, { valueString: 'Ray' }]);
    await expect(form).to.be.accessible();
    await click(form, button(form, 'Remove Who helps you? 1'));
    expect(answersIn(form.response, 'n')).to.eql([{ valueString: 'Ray' }]);
    expect(fields(form)[0]!.value).to.equal('Ray');
    await waitUntil(() => focused(form) === fields(form)[0], 'the focus is not lost');
  });

  it('asks a group again, each time on its own', async () => {
    const form = await aForm({ questionnaire: asking(medication) });
    await type(form, fields(form)[0], 'Naltrexone');
    await click(form, button(form, 'Add another: Medication'));
    await waitUntil(() => focused(form) === fields(form)[1], 'its first question has the focus');
    await type(form, fields(form)[1], 'Melatonin');
    const second = form.renderRoot.querySelectorAll('.group')[1]!;
    const no = [...second.querySelectorAll('label.option')].find((o) => o.textContent === 'No');
    await click(form, no as HTMLElement);
    expect(second.textContent).to.include('What is missing?');
    expect(form.renderRoot.querySelector('.group')!.textContent).not.to.include('What is missing?');
    expect(form.response?.item).to.eql([
      {
        linkId: 'm',
        text: 'Medication',
        item: [
          { linkId: 'what', text: 'What do you take?', answer: [{ valueString: 'Naltrexone' }] },
        ],
      },
      {
        linkId: 'm',
        text: 'Medication',
        item: [
          { linkId: 'what', text: 'What do you take?', answer: [{ valueString: 'Melatonin' }] },
          {
            linkId: 'helps',
            text: 'Does it help?',
            answer: [{ valueCoding: { system: 's', code: 'no', display: 'No' } }],
          },
        ],
      },
    ]);
    await expect(form).to.be.accessible();
    await click(form, button(form, 'Remove Medication 2'));
    expect(form.response?.item).to.have.length(1);
    await waitUntil(() => focused(form)?.textContent.includes('Add another'));
  });

  it('asks a group again one question at a time', async () => {
    const form = await aForm({ questionnaire: asking(medication), layout: 'steps' });
    await click(form, button(form, 'Skip'));
    await click(form, option(form, 'Does it help?', 'Yes'));
    await click(form, button(form, 'Add another: Medication'));
    await says(form, '2 of 4');
    await click(form, button(form, 'Next'));
    expect(text(form)).to.include('What do you take?');
  });

  it('gives back what it was filled with, however often a group is there', async () => {
    await Promise.all([loadRules(), loadControls()]);
    const words = fc.string({ minLength: 1 }).filter((s) => s.trim() !== '');
    fc.assert(
      fc.property(
        fc.array(fc.array(words, { minLength: 1, maxLength: 3 }), { maxLength: 4 }),
        (given) => {
          const several = { ...medication, item: [{ ...medication.item![0]!, repeats: true }] };
          const questionnaire = asking(several);
          const item = given.map((answers) => ({
            linkId: 'm',
            text: 'Medication',
            item: [
              {
                linkId: 'what',
                text: 'What do you take?',
                answer: answers.map((valueString) => ({ valueString })),
              },
            ],
          }));
          const form = new Form({ questionnaire });
          form.restore(answersOf(item));
          expect(form.response().item ?? []).to.eql(item);
          // And so does a draft of it.
          const later = new Form({ questionnaire });
          later.restore(JSON.parse(JSON.stringify(form.answers)) as never);
          expect(later.response()).to.eql(form.response());
        },
      ),
    );
  });
});
