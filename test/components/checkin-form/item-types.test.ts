import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { QuestionnaireItem } from '../../../src/client/model/questionnaire.js';
import type { CheckinForm } from '../../../src/components/checkin-form/checkin-form.js';
import {
  aClinic,
  aForm,
  answersIn,
  ask,
  asking,
  button,
  choices,
  click,
  field,
  focused,
  HL7,
  itemControl,
  option,
  text,
  write,
} from '../../support/check-ins.js';

const form = (item: Partial<QuestionnaireItem> & Pick<QuestionnaireItem, 'type'>) =>
  aForm({ questionnaire: asking({ linkId: 'q', text: 'Question?', ...item }) });
const answer = (of: CheckinForm) => answersIn(of.response, 'q');
const chosen = (of: CheckinForm) =>
  ask(of, 'Question?').querySelector('.chosen')?.textContent.trim();
const tryToSend = (of: CheckinForm) => click(of, button(of, 'Send check-in'));
const extension = (name: string, value: object) => ({ url: HL7 + name, ...value });

const zeroToTen = [
  itemControl('slider'),
  extension('minValue', { valueInteger: 0 }),
  extension('maxValue', { valueInteger: 10 }),
];

const written = (name: string, valueString: string) => extension(name, { valueString });

describe('<checkin-form> asks', () => {
  it('for a form of writing, and says which', async () => {
    const el = await form({
      type: 'string',
      extension: [written('regex', '[0-9]{5}'), written('entryFormat', '12345')],
    });
    expect(field(el, 'Question?').placeholder).to.equal('12345');
    await write(el, 'Question?', '1234');
    await tryToSend(el);
    expect(text(el)).to.include('Please write it like this: 12345');
    await write(el, 'Question?', '60601');
    expect(text(el)).not.to.include('Please write it like this');
  });

  it('for a pattern in the older grammar too, and waits for none that has no end', async () => {
    const phone = await form({
      type: 'string',
      extension: [written('regex', '\\d{3}\\-\\d{4}')],
    });
    await write(phone, 'Question?', '555 0100');
    await tryToSend(phone);
    expect(field(phone, 'Question?').getAttribute('aria-invalid')).to.equal('true');
    await write(phone, 'Question?', '555-0100');
    expect(field(phone, 'Question?').hasAttribute('aria-invalid')).to.be.false;

    const name = await form({ type: 'string', extension: [written('regex', '\\p{L}+')] });
    await write(name, 'Question?', 'Peña');
    await tryToSend(name);
    expect(field(name, 'Question?').hasAttribute('aria-invalid')).to.be.false;

    for (const pattern of ['(a+)+b', '(a|a)*b', '([a-z]*)*[0-9]']) {
      const endless = await form({ type: 'string', extension: [written('regex', pattern)] });
      await write(endless, 'Question?', 'a'.repeat(150));
      const began = performance.now();
      await tryToSend(endless);
      expect(performance.now() - began).to.be.below(1000);
    }
  });

  it('and says when there is too little', async () => {
    const el = await form({
      type: 'text',
      extension: [extension('minLength', { valueInteger: 5 })],
    });
    await write(el, 'Question?', 'four');
    await tryToSend(el);
    expect(ask(el, 'Question?').querySelector('.error-text')?.textContent).to.include('5');
    await write(el, 'Question?', 'fives');
    expect(field(el, 'Question?').hasAttribute('aria-invalid')).to.be.false;
  });

  it('lets an option that stands alone take the others back, and the other way round', async () => {
    const alone = extension('questionnaire-optionExclusive', { valueBoolean: true });
    const [walk, call, none] = choices('A walk', 'A call', 'None of these');
    const el = await form({
      type: 'choice',
      repeats: true,
      answerOption: [walk!, call!, { ...none!, extension: [alone] }],
      extension: [extension('questionnaire-choiceOrientation', { valueCode: 'horizontal' })],
    });
    const chosenWords = () =>
      (answer(el) as { valueCoding: { display: string } }[]).map((a) => a.valueCoding.display);
    for (const words of ['A walk', 'A call']) await click(el, option(el, 'Question?', words));
    expect(chosenWords()).to.eql(['A walk', 'A call']);
    await click(el, option(el, 'Question?', 'None of these'));
    expect(chosenWords()).to.eql(['None of these']);
    expect(option(el, 'Question?', 'A walk').checked).to.be.false;
    await click(el, option(el, 'Question?', 'A call'));
    expect(chosenWords()).to.eql(['A call']);
    expect(getComputedStyle(ask(el, 'Question?').querySelector('.options')!).display).to.equal(
      'flex',
    );
  });

  describe('a number on a slider', () => {
    it('that is not answered until it is touched', async () => {
      const el = await form({ type: 'integer', extension: zeroToTen });
      const range = field(el, 'Question?');
      expect(chosen(el)).to.equal('Not answered yet');
      expect(range.getAttribute('aria-valuetext')).to.equal('Not answered yet');
      expect(answer(el)).to.equal(undefined);
      range.focus();
      await sendKeys({ press: 'ArrowRight' });
      await el.updateComplete;
      expect(answer(el)).to.eql([{ valueInteger: 6 }]);
      expect(chosen(el)).to.equal('6');
      expect(range.getAttribute('aria-valuetext')).to.equal('6 of 10');
    });

    it('by its buttons, within its bounds, and back to no answer', async () => {
      const el = await form({ type: 'integer', extension: zeroToTen });
      for (let i = 0; i < 8; i++) await click(el, button(el, 'More'));
      expect(answer(el)).to.eql([{ valueInteger: 10 }]);
      const heard = () => field(el, 'Question?').parentElement?.querySelector('[role=status]');
      expect(heard()?.textContent).to.equal('10 of 10');
      await click(el, button(el, 'Less'));
      expect(heard()?.textContent).to.equal('9 of 10');
      expect(answer(el)).to.eql([{ valueInteger: 9 }]);
      await click(el, button(el, 'Clear answer'));
      expect(answer(el)).to.equal(undefined);
      expect(focused(el)).to.equal(field(el, 'Question?'));
    });

    it('where a tap on the waiting thumb is an answer, and words stand at the ends', async () => {
      const el = await form({
        type: 'decimal',
        extension: [
          itemControl('slider'),
          extension('minValue', { valueDecimal: 1 }),
          extension('maxValue', { valueDecimal: 3 }),
          extension('questionnaire-sliderStepValue', { valueInteger: 2 }),
          extension('questionnaire-unit', { valueCoding: { code: 'h', display: 'hours' } }),
        ],
        item: [
          { linkId: 'lo', type: 'display', text: 'Short', extension: [itemControl('lower')] },
          { linkId: 'up', type: 'display', text: 'Long', extension: [itemControl('upper')] },
        ],
      });
      await click(el, field(el, 'Question?'));
      expect(answer(el)).to.eql([{ valueDecimal: 3 }]);
      expect(field(el, 'Question?').getAttribute('aria-valuetext')).to.equal('3 hours, Long');
      await click(el, button(el, 'Less'));
      expect(field(el, 'Question?').getAttribute('aria-valuetext')).to.equal('1 hours, Short');
      expect(text(el)).to.include('Short');
    });

    it('also when its bounds make no sense', async () => {
      const el = await form({
        type: 'integer',
        extension: [itemControl('slider'), extension('maxValue', { valueInteger: -3 })],
      });
      await click(el, button(el, 'More'));
      expect(answer(el)).to.eql([{ valueInteger: 6 }]);
    });
  });

  describe('a number to type', () => {
    it('and says what it cannot read, without losing it', async () => {
      const el = await form({ type: 'integer' });
      await write(el, 'Question?', 'seven');
      await tryToSend(el);
      expect(text(el)).to.include('Please write a number');
      expect(field(el, 'Question?').value).to.equal('seven');
      await write(el, 'Question?', '7.5');
      expect(text(el)).to.include('whole number');
      await write(el, 'Question?', '7');
      expect(text(el)).not.to.include('number');
      expect(answer(el)).to.eql([{ valueInteger: 7 }]);
      await write(el, 'Question?', '');
      expect(answer(el)).to.equal(undefined);
    });

    it('within bounds, in its unit', async () => {
      const el = await form({
        type: 'decimal',
        extension: [
          ...zeroToTen.slice(1),
          extension('questionnaire-unit', { valueCoding: { code: 'km' } }),
        ],
        item: [
          { linkId: 'u', type: 'display', text: 'kilometres', extension: [itemControl('unit')] },
        ],
      });
      expect(text(el)).to.include('kilometres');
      await write(el, 'Question?', '1,000');
      await tryToSend(el);
      expect(text(el)).to.include('Please write a number');
      await write(el, 'Question?', '10.5');
      await tryToSend(el);
      expect(text(el)).to.include('Please stay between 0 and 10.');
      await write(el, 'Question?', '.5');
      expect(answer(el)).to.eql([{ valueDecimal: 0.5 }]);
    });

    it('as people write it in their language', async () => {
      const el = await form({ type: 'decimal' });
      el.lang = 'es';
      await waitUntil(() => text(el).includes('Enviar'));
      await write(el, 'Question?', '7,5');
      expect(answer(el)).to.eql([{ valueDecimal: 7.5 }]);
      expect(field(el, 'Question?').value).to.equal('7,5');
      await write(el, 'Question?', '1.000');
      await click(el, button(el, 'Enviar registro'));
      expect(text(el)).to.include('Escribe un número');
    });
  });

  it('a quantity and its unit', async () => {
    const unitOption = (code: string, display: string) =>
      extension('questionnaire-unitOption', { valueCoding: { system: 'u', code, display } });
    const el = await form({
      type: 'quantity',
      extension: [unitOption('kg', 'kilograms'), unitOption('lb', 'pounds')],
    });
    await write(el, 'Question?', '80');
    const kg = { value: 80, unit: 'kilograms', system: 'u', code: 'kg' };
    expect(answer(el)).to.eql([{ valueQuantity: kg }]);
    const unit = ask(el, 'Question?').querySelector('select')!;
    unit.selectedIndex = 1;
    unit.dispatchEvent(new Event('change', { bubbles: true }));
    await el.updateComplete;
    expect(answer(el)).to.eql([{ valueQuantity: { ...kg, unit: 'pounds', code: 'lb' } }]);
    await write(el, 'Question?', 'much');
    await tryToSend(el);
    expect(text(el)).to.include('Please write a number');

    const one = await form({
      type: 'quantity',
      extension: [extension('questionnaire-unit', { valueCoding: { code: 'cm' } })],
    });
    expect(ask(one, 'Question?').textContent).to.include('cm');
    await write(one, 'Question?', '');
    expect(answer(one)).to.equal(undefined);
  });

  it('a day, a time and a moment, on the clock of the person', async () => {
    const day = await form({
      type: 'date',
      extension: [extension('minValue', { valueDate: '2026-01-01' })],
    });
    await write(day, 'Question?', '2025-12-31');
    expect(answer(day)).to.eql([{ valueDate: '2025-12-31' }]);
    await tryToSend(day);
    expect(text(day)).to.include('Please give Jan 1, 2026 or more.');
    await write(day, 'Question?', '');
    expect(answer(day)).to.equal(undefined);

    const time = await form({ type: 'time' });
    await write(time, 'Question?', '07:30');
    expect(answer(time)).to.eql([{ valueTime: '07:30:00' }]);

    const moment = await form({ type: 'dateTime' });
    await write(moment, 'Question?', '2026-07-01T07:30');
    expect(answer(moment)).to.eql([{ valueDateTime: '2026-07-01T07:30:00-05:00' }]);
    expect(field(moment, 'Question?').value).to.equal('2026-07-01T07:30');
  });

  it('a moment that was given elsewhere, on the clock of the person', async () => {
    const given = '2026-07-01T12:30:00Z';
    const el = await form({ type: 'dateTime', initial: [{ valueDateTime: given }] });
    expect(field(el, 'Question?').value).to.equal('2026-07-01T07:30');
    expect(answer(el)).to.eql([{ valueDateTime: given }]);
  });

  it('for the rest of half a date instead of taking it for none', async () => {
    const el = await form({ type: 'date' });
    field(el, 'Question?').focus();
    await sendKeys({ type: '12' });
    field(el, 'Question?').blur();
    await el.updateComplete;
    await tryToSend(el);
    expect(text(el)).to.include('Please give the full date');
  });

  it('a month that was filled in before', async () => {
    const el = await form({ type: 'date', initial: [{ valueDate: '2026-02' }] });
    expect(field(el, 'Question?').value).to.equal('2026-02');
    await write(el, 'Question?', '2026-03');
    expect(answer(el)).to.eql([{ valueDate: '2026-03' }]);
  });

  it('for text, and counts what is left before it is too much', async () => {
    const el = await form({ type: 'text', maxLength: 60 });
    const spoken = () => ask(el, 'Question?').querySelector('[role=status]')?.textContent;
    expect(spoken()).to.equal('');
    await write(el, 'Question?', 'x'.repeat(59));
    expect(text(el)).to.include('1 character left');
    await write(el, 'Question?', 'x'.repeat(62));
    expect(text(el)).to.include('2 characters too many');
    // No key is talked over: it is spoken once the person rests, and only the last of it.
    expect(spoken()).to.equal('');
    await waitUntil(() => spoken() === '2 characters too many', 'spoken', { timeout: 3000 });
    await tryToSend(el);
    expect(text(el)).to.include('Please make this shorter by 2 characters.');
    expect(field(el, 'Question?').value).to.have.length(62);
    const area = await form({ type: 'string', extension: [itemControl('text-area')] });
    expect(field(area, 'Question?').localName).to.equal('textarea');
  });

  it('for an address', async () => {
    const el = await form({ type: 'url' });
    await write(el, 'Question?', 'clinic.example');
    await tryToSend(el);
    expect(text(el)).to.include('It begins with https://');
    await write(el, 'Question?', 'https://clinic.example');
    expect(answer(el)).to.eql([{ valueUri: 'https://clinic.example' }]);
  });

  it('yes or no, and knows no answer from no', async () => {
    const el = await form({ type: 'boolean' });
    expect(answer(el)).to.equal(undefined);
    option(el, 'Question?', 'No').focus();
    await sendKeys({ press: 'Space' });
    await el.updateComplete;
    expect(answer(el)).to.eql([{ valueBoolean: false }]);
    await sendKeys({ press: 'ArrowLeft' });
    await el.updateComplete;
    expect(answer(el)).to.eql([{ valueBoolean: true }]);
    await click(el, button(el, 'Clear answer'));
    expect(answer(el)).to.equal(undefined);
    expect(option(el, 'Question?', 'Yes').checked).to.be.false;
  });

  it('to choose one, several, or one of many', async () => {
    const one = await form({ type: 'choice', answerOption: choices('A', 'B') });
    await click(one, option(one, 'Question?', 'B'));
    const coding = (display: string) => ({
      valueCoding: { system: 's', code: display.toLowerCase(), display },
    });
    expect(answer(one)).to.eql([coding('B')]);

    const several = await form({ type: 'choice', repeats: true, answerOption: choices('A', 'B') });
    await click(several, option(several, 'Question?', 'B'));
    await click(several, option(several, 'Question?', 'A'));
    expect(answer(several)).to.eql([coding('B'), coding('A')]);
    await click(several, option(several, 'Question?', 'B'));
    expect(answer(several)).to.eql([coding('A')]);

    const many = await form({ type: 'choice', answerOption: choices(...'ABCDEFGHI') });
    const select = field(many, 'Question?') as unknown as HTMLSelectElement;
    expect(select.options).to.have.length(10);
    select.selectedIndex = 2;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await many.updateComplete;
    expect(answer(many)).to.eql([coding('B')]);
    select.selectedIndex = 0;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    expect(answer(many)).to.equal(undefined);

    const few = await form({
      type: 'choice',
      answerOption: choices('A'),
      extension: [itemControl('drop-down')],
    });
    expect(field(few, 'Question?').localName).to.equal('select');
  });

  it('to choose among numbers and words, and from a value set of its own', async () => {
    const el = await form({
      type: 'choice',
      answerOption: [{ valueInteger: 5 }, { valueString: 'none', initialSelected: true }],
    });
    expect(answer(el)).to.eql([{ valueString: 'none' }]);
    await click(el, option(el, 'Question?', '5'));
    expect(answer(el)).to.eql([{ valueInteger: 5 }]);

    for (const set of [
      { expansion: { contains: [{ system: 'x', code: 'k', display: 'Kind' }] } },
      { compose: { include: [{ system: 'x', concept: [{ code: 'k', display: 'Kind' }] }] } },
    ]) {
      const questionnaire = {
        ...asking({ linkId: 'q', type: 'choice', text: 'Question?', answerValueSet: '#v' }),
        contained: [{ resourceType: 'ValueSet', id: 'v', ...set }],
      };
      const contained = await aForm({ questionnaire });
      await click(contained, option(contained, 'Question?', 'Kind'));
      expect(answer(contained)).to.eql([
        { valueCoding: { system: 'x', code: 'k', display: 'Kind' } },
      ]);
    }
  });

  it('to choose or to say it in other words', async () => {
    const el = await form({ type: 'open-choice', answerOption: choices('A', 'B') });
    await click(el, option(el, 'Question?', 'A'));
    await click(el, option(el, 'Question?', 'Other'));
    expect(answer(el)).to.equal(undefined);
    const own = ask(el, 'Question?').querySelector<HTMLInputElement>('[type=text]')!;
    own.value = 'Mine';
    own.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await el.updateComplete;
    expect(answer(el)).to.eql([{ valueString: 'Mine' }]);
    await click(el, option(el, 'Question?', 'B'));
    expect(ask(el, 'Question?').querySelector('[type=text]')).to.equal(null);

    const many = await form({ type: 'open-choice', repeats: true, answerOption: choices('A') });
    await click(many, option(many, 'Question?', 'A'));
    await click(many, option(many, 'Question?', 'Other'));
    const words = ask(many, 'Question?').querySelector<HTMLInputElement>('[type=text]')!;
    words.value = 'Mine';
    words.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await many.updateComplete;
    expect(answer(many)).to.have.length(2);
    await click(many, option(many, 'Question?', 'Other'));
    expect(answer(many)).to.have.length(1);
  });

  it('in groups and tables, with prefixes, help, and words that ask nothing', async () => {
    const row = (linkId: string) => ({
      linkId,
      type: 'choice' as const,
      text: `Row ${linkId}`,
      answerOption: choices('Never', 'Often'),
    });
    const el = await aForm({
      questionnaire: asking(
        {
          linkId: 'g',
          type: 'group',
          prefix: 'A.',
          text: 'Outer',
          item: [
            {
              linkId: 't',
              type: 'group',
              text: 'Table',
              extension: [itemControl('gtable')],
              item: [row('a'), row('b')],
            },
            {
              linkId: 'u',
              type: 'group',
              extension: [itemControl('gtable')],
              item: [row('c'), { ...row('d'), answerOption: choices('Other') }],
            },
          ],
        },
        {
          linkId: 's',
          type: 'string',
          prefix: '1.',
          text: 'Name?',
          item: [
            { linkId: 'h', type: 'display', text: 'Any name', extension: [itemControl('help')] },
            { linkId: 'n', type: 'string', text: 'Nickname?' },
          ],
        },
      ),
    });
    const table = el.renderRoot.querySelectorAll('.table');
    expect(table).to.have.length(1);
    expect(table[0]?.querySelector('.columns')?.textContent).to.include('Often');
    const outer = el.renderRoot.querySelector('[role=group]')!;
    const title = el.shadowRoot!.getElementById(outer.getAttribute('aria-labelledby')!);
    expect(title?.textContent.trim()).to.match(/^A\.\s+Outer$/);
    await write(el, 'Nickname?', 'Al');
    expect(el.response?.item).to.eql([
      {
        linkId: 's',
        text: 'Name?',
        answer: [{ item: [{ linkId: 'n', text: 'Nickname?', answer: [{ valueString: 'Al' }] }] }],
      },
    ]);
    await write(el, 'Name?', 'Alex');
    expect(answersIn(el.response, 'n')).to.eql([{ valueString: 'Al' }]);
    const name = field(el, 'Name?');
    expect(name.labels?.[0]?.textContent.trim()).to.match(/^1\.\s+Name\?$/);
    expect(
      el.shadowRoot!.getElementById(name.getAttribute('aria-describedby')!)?.textContent,
    ).to.equal('Any name');
  });

  it('what was filled in before, and what may not be changed', async () => {
    const el = await aForm({
      questionnaire: asking(
        {
          linkId: 'a',
          type: 'string',
          text: 'Name?',
          initial: [{ valueString: 'Ana' }],
          readOnly: true,
        },
        {
          linkId: 'b',
          type: 'choice',
          text: 'Choice?',
          answerOption: choices('A', 'B'),
          readOnly: true,
        },
        { linkId: 'c', type: 'integer', text: 'Number?', extension: zeroToTen, readOnly: true },
        {
          linkId: 'h',
          type: 'string',
          text: 'Hidden?',
          initial: [{ valueString: 'kept' }],
          extension: [extension('questionnaire-hidden', { valueBoolean: true })],
        },
      ),
    });
    expect(field(el, 'Name?').readOnly).to.be.true;
    expect(option(el, 'Choice?', 'A').disabled).to.be.true;
    expect(field(el, 'Number?').disabled).to.be.true;
    await click(el, field(el, 'Number?'));
    expect(text(el)).not.to.include('Hidden?');
    expect(el.response?.item?.map((i) => i.linkId)).to.eql(['a', 'h']);
  });

  it('only what is enabled, and sends only that', async () => {
    const clinic = aClinic();
    const questionnaire = asking(
      { linkId: 'a', type: 'boolean', text: 'Smoke?' },
      {
        linkId: 'b',
        type: 'integer',
        text: 'How many?',
        required: true,
        enableWhen: [{ question: 'a', operator: '=', answerBoolean: true }],
      },
    );
    const el = await aForm({ questionnaire }, clinic.backend);
    expect(text(el)).not.to.include('How many?');
    await click(el, option(el, 'Smoke?', 'Yes'));
    await write(el, 'How many?', '3');
    await click(el, option(el, 'Smoke?', 'No'));
    expect(el.response?.item?.map((i) => i.linkId)).to.eql(['a']);
    await click(el, option(el, 'Smoke?', 'Yes'));
    expect(field(el, 'How many?').value).to.equal('3');
  });
});
