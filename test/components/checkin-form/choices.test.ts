import { expect } from '@open-wc/testing';
import type { Questionnaire, QuestionnaireItem } from '../../../src/client/model/questionnaire.js';
import { phq9 } from '../../../src/client/model/questionnaires/phq-9.js';
import type { CheckinForm } from '../../../src/components/checkin-form/checkin-form.js';
import {
  aForm,
  answersIn,
  ask,
  asking,
  choices,
  click,
  field,
  HL7,
  itemControl,
  option,
  says,
  settled,
} from '../../support/check-ins.js';

const form = (item: Partial<QuestionnaireItem> & Pick<QuestionnaireItem, 'type'>, more = {}) =>
  aForm({ questionnaire: asking({ linkId: 'q', text: 'Question?', ...item }), ...more });
const answer = (of: CheckinForm) => answersIn(of.response, 'q') as object[] | undefined;
const extension = (name: string, value: object) => ({ url: HL7 + name, ...value });
const alone = extension('questionnaire-optionExclusive', { valueBoolean: true });
const words = (el: CheckinForm) =>
  [...ask(el, 'Question?').querySelectorAll('.option')].map((o) => o.textContent.trim());

async function own(el: CheckinForm, said: string) {
  const input = ask(el, 'Question?').querySelector<HTMLInputElement>('input[type=text]')!;
  input.value = said;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await el.updateComplete;
}

describe('<checkin-form> and choices', () => {
  it('lets words of one’s own take back an option that stands alone', async () => {
    const [walk, none] = choices('A walk', 'None of these');
    const el = await form({
      type: 'open-choice',
      repeats: true,
      answerOption: [walk!, { ...none!, extension: [alone] }],
    });
    await click(el, option(el, 'Question?', 'None of these'));
    await click(el, option(el, 'Question?', 'Other'));
    await own(el, 'A swim');
    expect(answer(el)).to.eql([{ valueString: 'A swim' }]);
    expect(option(el, 'Question?', 'None of these').checked).to.be.false;
    await click(el, option(el, 'Question?', 'None of these'));
    expect(answer(el)).to.have.length(1);
    expect(option(el, 'Question?', 'Other').checked).to.be.false;
  });

  it('keeps further words of one’s own that came with a response', async () => {
    const said = ['Swim', 'Sing'].map((valueString) => ({ valueString }));
    const el = await form(
      { type: 'open-choice', repeats: true, answerOption: choices('A walk') },
      {
        response: {
          resourceType: 'QuestionnaireResponse',
          status: 'completed',
          item: [{ linkId: 'q', answer: said }],
        },
      },
    );
    await click(el, option(el, 'Question?', 'A walk'));
    await own(el, 'Swim far');
    expect(answer(el)).to.deep.include.members([
      { valueString: 'Swim far' },
      { valueString: 'Sing' },
      choices('A walk')[0],
    ]);
  });

  it('folds many options with room for one’s own words, and several of a drop-down', async () => {
    const many = choices(...'ABCDEFGHI');
    for (const item of [
      { type: 'open-choice', answerOption: many },
      { type: 'open-choice', answerOption: many, extension: [itemControl('drop-down')] },
      { type: 'choice', repeats: true, answerOption: many, extension: [itemControl('drop-down')] },
    ] as const) {
      const el = await form(item as never);
      expect(field(el, 'Question?').getAttribute('role')).to.equal('combobox');
    }
    const listed = await form({
      type: 'open-choice',
      answerOption: many,
      extension: [itemControl('radio-button')],
    });
    expect(words(listed)).to.have.length(10);
  });

  it('takes an option that has words and no code for an answer', async () => {
    const answerOption = ['Yes', 'No'].map((display) => ({ valueCoding: { display } }));
    const el = await form({ type: 'choice', required: true, answerOption });
    await click(el, option(el, 'Question?', 'No'));
    expect(answer(el)).to.eql([answerOption[1]]);
    expect(option(el, 'Question?', 'Yes').checked).to.be.false;
  });

  it('puts two options below each other where they are to be', async () => {
    const el = await form({
      type: 'choice',
      answerOption: choices('Yes', 'No'),
      extension: [extension('questionnaire-choiceOrientation', { valueCode: 'vertical' })],
    });
    const [yes, no] = [...ask(el, 'Question?').querySelectorAll('.option')].map((o) =>
      o.getBoundingClientRect(),
    );
    expect(no!.top).to.be.at.least(yes!.bottom);
  });

  it('knows an answer again that does not say its system', async () => {
    const el = await form({
      type: 'choice',
      answerOption: choices('A', 'B'),
      initial: [{ valueCoding: { code: 'b' } }],
    });
    expect(option(el, 'Question?', 'B').checked).to.be.true;
    expect(option(el, 'Question?', 'A').checked).to.be.false;
  });

  it('says options in the reader’s language, whatever they are', async () => {
    const es = (content: string) => ({
      extension: [
        extension('translation', {
          extension: [
            { url: 'lang', valueCode: 'es' },
            { url: 'content', valueString: content },
          ],
        }),
      ],
    });
    const answerOption = [
      { valueCoding: { code: 'a', display: 'Often', _display: es('A menudo') } },
      { valueString: 'Never', _valueString: es('Nunca') },
    ] as never;
    const el = await form({ type: 'choice', answerOption });
    el.lang = 'es';
    await says(el, 'A menudo');
    await settled(el);
    expect(words(el)).to.eql(['A menudo', 'Nunca']);
    await click(el, option(el, 'Question?', 'Nunca'));
    expect(answer(el)).to.eql([{ valueString: 'Never' }]);
  });

  it('says them in the same language of another place where there is no nearer one', async () => {
    const said = (lang: string, content: string) =>
      extension('translation', {
        extension: [
          { url: 'lang', valueCode: lang },
          { url: 'content', valueString: content },
        ],
      });
    const _display = { extension: [said('es-MX', 'Platicar'), said('es-ES', 'Charlar')] };
    const el = await form({
      type: 'choice',
      answerOption: [{ valueCoding: { code: 'a', display: 'To talk', _display } }],
    });
    el.lang = 'es';
    await says(el, 'Platicar');
    el.lang = 'es-ES';
    await says(el, 'Charlar');
  });

  describe('from a value set that the questionnaire contains', () => {
    const concept = (code: string, display: string, es: string, ordinal: number) => ({
      code,
      display,
      designation: [{ language: 'es', value: es }],
      extension: [extension('ordinalValue', { valueDecimal: ordinal })],
    });
    const asks = (set: object): Questionnaire => ({
      ...asking({ linkId: 'q', type: 'choice', text: 'Question?', answerValueSet: '#v' }),
      contained: [{ resourceType: 'ValueSet', id: 'v', ...set }],
    });
    const all = [concept('n', 'Never', 'Nunca', 0), concept('o', 'Often', 'A menudo', 2)];

    for (const [name, set] of [
      ['composed', { compose: { include: [{ system: 'x', concept: all }] } }],
      ['expanded', { expansion: { contains: all.map((c) => ({ system: 'x', ...c })) } }],
    ] as const)
      it(`keeps the numbers and translations of what is ${name}`, async () => {
        const el = await aForm({
          instrument: {
            questionnaire: asks(set),
            scoring: {
              items: ['q'],
              max: 2,
              bands: [{ from: 0, code: 'any', label: { en: 'Any' } }],
            },
          },
        });
        el.lang = 'es';
        await says(el, 'A menudo');
        expect(words(el)).to.eql(['Nunca', 'A menudo']);
        await click(el, option(el, 'Question?', 'A menudo'));
        const [{ valueCoding }] = answer(el) as [{ valueCoding: object }];
        expect(valueCoding).to.include({ system: 'x', code: 'o', display: 'Often' });
        let total: number | undefined;
        el.addEventListener('wf-checkin-submit', (event) => {
          total = event.score?.total;
          event.preventDefault();
        });
        el.renderRoot.querySelector('form')!.requestSubmit();
        await el.updateComplete;
        await new Promise((r) => setTimeout(r, 50));
        expect(total).to.equal(2);
      });

    it('also what stands below another concept', async () => {
      const contains = [
        {
          abstract: true,
          display: 'Moods',
          contains: [{ system: 'x', code: 'g', display: 'Glad' }],
        },
      ];
      const el = await aForm({ questionnaire: asks({ expansion: { contains } }) });
      expect(words(el)).to.eql(['Glad']);
    });
  });

  it('folds a table on a phone: each question has its own words and options below it', async () => {
    const el = await aForm({ instrument: phq9, layout: 'sheet' });
    const columns = el.renderRoot.querySelector('.columns')!;
    const option = () => el.renderRoot.querySelector('.table .option')!;
    expect(getComputedStyle(columns).display).not.to.equal('none');
    el.parentElement!.style.inlineSize = '340px';
    await new Promise((r) => requestAnimationFrame(() => setTimeout(r, 50)));
    expect(getComputedStyle(columns).display).to.equal('none');
    expect(option().getBoundingClientRect().width).to.be.above(200);
    expect(option().textContent.trim()).to.equal('Not at all');
    expect(el.scrollWidth).to.be.at.most(340);
  });
});
