import { expect } from '@open-wc/testing';
import type { QuestionnaireItem } from '../../../src/client/model/questionnaire.js';
import type { CheckinForm } from '../../../src/components/checkin-form/checkin-form.js';
import {
  aForm,
  answersIn,
  ask,
  asking,
  button,
  click,
  field,
  HL7,
  itemControl,
  text,
  write,
} from '../../support/check-ins.js';

const form = (item: Partial<QuestionnaireItem> & Pick<QuestionnaireItem, 'type'>, more = {}) =>
  aForm({ questionnaire: asking({ linkId: 'q', text: 'Question?', ...item }), ...more });
const answer = (of: CheckinForm) => answersIn(of.response, 'q');
const extension = (name: string, value: object) => ({ url: HL7 + name, ...value });
const unit = (code: string, display?: string) =>
  extension('questionnaire-unit', { valueCoding: { code, ...(display && { display }) } });
const unitOption = (code: string) =>
  extension('questionnaire-unitOption', { valueCoding: { code, display: code } });

async function chooseUnit(el: CheckinForm, at: number) {
  const select = ask(el, 'Question?').querySelector('select')!;
  select.selectedIndex = at;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await el.updateComplete;
}
const shownUnit = (el: CheckinForm) => ask(el, 'Question?').querySelector('select')!.value;

describe('<checkin-form> and numbers', () => {
  it('keeps a unit that is chosen before the number, and while the number is mended', async () => {
    const el = await form({ type: 'quantity', extension: [unitOption('kg'), unitOption('lb')] });
    await chooseUnit(el, 1);
    expect(answer(el)).to.equal(undefined);
    expect(shownUnit(el)).to.equal('lb');
    await write(el, 'Question?', '80');
    expect(answer(el)).to.eql([{ valueQuantity: { value: 80, unit: 'lb', code: 'lb' } }]);
    await write(el, 'Question?', '');
    expect(answer(el)).to.equal(undefined);
    await write(el, 'Question?', '81');
    expect(shownUnit(el)).to.equal('lb');
    expect(answer(el)).to.eql([{ valueQuantity: { value: 81, unit: 'lb', code: 'lb' } }]);
  });

  it('needs a number where one is needed, not a unit alone', async () => {
    const el = await form({
      type: 'quantity',
      required: true,
      extension: [unitOption('kg'), unitOption('lb')],
    });
    await chooseUnit(el, 1);
    await click(el, button(el, 'Send check-in'));
    expect(text(el)).to.include('Please answer this one');
  });

  it('never calls a quantity by a unit that it is not in', async () => {
    const given = { valueQuantity: { value: 176, unit: 'pounds', code: 'lb' } };
    const el = await form(
      { type: 'quantity', extension: [unit('kg', 'kilograms')] },
      {
        response: {
          resourceType: 'QuestionnaireResponse',
          status: 'completed',
          item: [{ linkId: 'q', answer: [given] }],
        },
      },
    );
    expect(answer(el)).to.eql([given]);
    expect(ask(el, 'Question?').textContent).to.include('pounds');
  });

  it('names a unit by its code where it has no other name', async () => {
    const typed = await form({ type: 'decimal', extension: [unit('km')] });
    expect(ask(typed, 'Question?').textContent).to.include('km');
    const slid = await form({ type: 'integer', extension: [itemControl('slider'), unit('h')] });
    await click(slid, button(slid, 'More'));
    expect(ask(slid, 'Question?').querySelector('.chosen')!.textContent).to.match(/6\s+h/);
  });

  it('shows how a number is written', async () => {
    const el = await form({
      type: 'decimal',
      extension: [extension('entryFormat', { valueString: '36.6' })],
    });
    expect(field(el, 'Question?').placeholder).to.equal('36.6');
  });

  it('takes no more digits after the point than it asks for, and says how many', async () => {
    const el = await form({
      type: 'decimal',
      extension: [extension('maxDecimalPlaces', { valueInteger: 1 })],
    });
    await write(el, 'Question?', '36.65');
    await click(el, button(el, 'Send check-in'));
    expect(field(el, 'Question?').getAttribute('aria-invalid')).to.equal('true');
    expect(ask(el, 'Question?').querySelector('.error-text')!.textContent).to.include('1');
    await write(el, 'Question?', '36.7');
    expect(field(el, 'Question?').hasAttribute('aria-invalid')).to.be.false;
  });

  it('takes no whole number that FHIR cannot hold', async () => {
    const el = await form({ type: 'integer' });
    await write(el, 'Question?', '3125550100');
    await click(el, button(el, 'Send check-in'));
    expect(text(el)).to.include('2,147,483,647');
  });
});
