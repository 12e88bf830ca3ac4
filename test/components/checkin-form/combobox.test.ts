import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { QuestionnaireItem } from '../../../src/client/model/questionnaire.js';
import type { CheckinForm } from '../../../src/components/checkin-form/checkin-form.js';
import {
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
  says,
} from '../../support/check-ins.js';

const MEDICINES = ['Acamprosate', 'Bupropion', 'Café con leche', 'Disulfiram', 'Naltrexone'];

const form = (item: Partial<QuestionnaireItem> = {}) =>
  aForm({
    questionnaire: asking({
      linkId: 'q',
      text: 'Which medicine?',
      type: 'choice',
      extension: [itemControl('autocomplete')],
      answerOption: choices(...MEDICINES),
      ...item,
    }),
  });

const box = (el: CheckinForm) => field(el, 'Which medicine?');
const list = (el: CheckinForm) =>
  el.shadowRoot!.getElementById(box(el).getAttribute('aria-controls')!)!;
const offered = (el: CheckinForm) => [...list(el).querySelectorAll<HTMLElement>('[role=option]')];
const words = (el: CheckinForm) => offered(el).map((option) => option.textContent.trim());
const isOpen = (el: CheckinForm) => {
  const isSaid = box(el).getAttribute('aria-expanded') === 'true';
  const isSeen = ask(el, 'Which medicine?').querySelector('.popup:not([hidden])') !== null;
  expect(isSeen).to.equal(isSaid, 'what is said is what is seen');
  return isSaid;
};
/** What a screen reader is at in the list. */
const active = (el: CheckinForm) => {
  const id = box(el).getAttribute('aria-activedescendant');
  return id === null ? undefined : el.shadowRoot!.getElementById(id)?.textContent.trim();
};
const answer = (el: CheckinForm) =>
  (
    (answersIn(el.response, 'q') ?? []) as {
      valueCoding?: { display: string };
      valueString?: string;
    }[]
  ).map(({ valueCoding, valueString }) => valueCoding?.display ?? valueString);
const press = async (el: CheckinForm, ...keys: string[]) => {
  for (const key of keys) await sendKeys({ press: key });
  await el.updateComplete;
};
const withAlt = async (el: CheckinForm, key: string) => {
  await sendKeys({ down: 'Alt' });
  await press(el, key);
  await sendKeys({ up: 'Alt' });
};
const type = async (el: CheckinForm, letters: string) => {
  await sendKeys({ type: letters });
  await el.updateComplete;
};
const chips = (el: CheckinForm) =>
  [...ask(el, 'Which medicine?').querySelectorAll('.chip')].map((chip) => chip.textContent.trim());

describe('<checkin-form> finds among many choices by typing', () => {
  it('with the roles and names of a combobox', async () => {
    const el = await form();
    expect(box(el).getAttribute('role')).to.equal('combobox');
    expect(box(el).getAttribute('aria-autocomplete')).to.equal('list');
    expect(list(el).getAttribute('role')).to.equal('listbox');
    expect(isOpen(el)).to.be.false;
    await expect(el).to.be.accessible();
    box(el).focus();
    await press(el, 'ArrowDown');
    await expect(el).to.be.accessible();
  });

  it('in any case, without accents, words in any order', async () => {
    const el = await form();
    box(el).focus();
    await type(el, 'CAFE');
    expect(isOpen(el)).to.be.true;
    expect(words(el)).to.eql(['Café con leche']);
    expect(active(el)).to.equal(undefined, 'nothing is taken by itself');
    box(el).select();
    await type(el, 'leche caf');
    expect(words(el)).to.eql(['Café con leche']);
    box(el).select();
    await type(el, 'n');
    expect(words(el)[0]).to.equal('Naltrexone', 'what begins so comes first');
    expect(answer(el)).to.eql([]);
  });

  it('by keys: down and up go round, Enter takes, the list closes', async () => {
    const el = await form();
    box(el).focus();
    await press(el, 'ArrowDown');
    expect(isOpen(el)).to.be.true;
    expect(active(el)).to.equal('Acamprosate');
    await press(el, 'ArrowUp');
    expect(active(el)).to.equal('Naltrexone');
    await press(el, 'ArrowDown', 'ArrowDown');
    expect(active(el)).to.equal('Bupropion');
    expect(offered(el).map((option) => option.getAttribute('aria-selected'))).to.eql([
      'false',
      'true',
      'false',
      'false',
      'false',
    ]);
    await press(el, 'Enter');
    expect(isOpen(el)).to.be.false;
    expect(answer(el)).to.eql(['Bupropion']);
    expect(box(el).value).to.equal('Bupropion');
    expect(focused(el)).to.equal(box(el));
    // Open again, it is at what was chosen, among all.
    await press(el, 'ArrowDown');
    expect(active(el)).to.equal('Bupropion');
    expect(words(el)).to.have.length(5);
  });

  it('by keys: Home and End move in the text, Escape closes and then empties', async () => {
    const el = await form();
    box(el).focus();
    await press(el, 'ArrowDown', 'Enter', 'ArrowDown');
    await press(el, 'Home');
    expect(active(el)).to.equal(undefined);
    expect(box(el).selectionStart).to.equal(0);
    await press(el, 'End');
    expect(box(el).selectionStart).to.equal('Acamprosate'.length);
    let reached = 0;
    el.addEventListener('keydown', () => reached++);
    await press(el, 'Escape');
    expect(isOpen(el)).to.be.false;
    expect(answer(el)).to.eql(['Acamprosate']);
    await press(el, 'Escape');
    expect(answer(el)).to.eql([]);
    expect(box(el).value).to.equal('');
    expect(reached).to.equal(0, 'a dialog around it would have closed');
  });

  it('by keys: Tab takes what was gone to and goes on; Alt opens without a choice', async () => {
    const el = await form();
    box(el).focus();
    await withAlt(el, 'ArrowDown');
    expect(isOpen(el)).to.be.true;
    expect(active(el)).to.equal(undefined);
    await withAlt(el, 'ArrowUp');
    expect(isOpen(el)).to.be.false;
    await press(el, 'ArrowDown', 'Tab');
    expect(answer(el)).to.eql(['Acamprosate']);
    expect(focused(el)).not.to.equal(box(el));
    expect(isOpen(el)).to.be.false;
  });

  it('by touch or mouse, with the focus in the field', async () => {
    const el = await form();
    await click(el, box(el));
    box(el).focus();
    expect(isOpen(el)).to.be.true;
    await click(el, offered(el)[3]!);
    expect(answer(el)).to.eql(['Disulfiram']);
    expect(isOpen(el)).to.be.false;
    await click(el, button(el, 'Show the list'));
    expect(isOpen(el)).to.be.true;
    expect(focused(el)).to.equal(box(el));
    await click(el, button(el, 'Show the list'));
    expect(isOpen(el)).to.be.false;
  });

  it('and keeps no half a word, but says so', async () => {
    const el = await form();
    box(el).focus();
    await type(el, 'penicillin');
    expect(words(el)).to.eql([]);
    await says(el, 'Nothing on the list fits.');
    await press(el, 'Tab');
    await says(el, '“penicillin” is not on the list. Please choose from the list.');
    expect(box(el).value).to.equal('');
    expect(answer(el)).to.eql([]);
    box(el).focus();
    await type(el, 'disulfiram');
    await press(el, 'Tab');
    expect(answer(el)).to.eql(['Disulfiram'], 'a whole word is a choice');
  });

  it('and keeps words of one’s own where they are welcome', async () => {
    const el = await form({ type: 'open-choice' });
    box(el).focus();
    await type(el, 'Herbal tea');
    await press(el, 'Tab');
    expect(answer(el)).to.eql(['Herbal tea']);
    expect(box(el).value).to.equal('Herbal tea');
    box(el).focus();
    box(el).select();
    await type(el, 'bupropion');
    await press(el, 'Tab');
    expect(answer(el)).to.eql(['Bupropion']);
    expect(box(el).value).to.equal('Bupropion');
  });

  it('several, each of which can be taken away again', async () => {
    const el = await form({ repeats: true, type: 'open-choice' });
    box(el).focus();
    await type(el, 'nal');
    await press(el, 'ArrowDown', 'Enter');
    expect(chips(el)).to.eql(['Naltrexone']);
    expect(box(el).value).to.equal('');
    expect(offered(el).filter((o) => o.getAttribute('aria-selected') === 'true')).to.have.length(1);
    await type(el, 'Herbal tea');
    await press(el, 'Enter');
    expect(chips(el)).to.eql(['Naltrexone', 'Herbal tea']);
    expect(answer(el)).to.eql(['Naltrexone', 'Herbal tea']);
    await click(el, button(el, 'Remove Naltrexone'));
    expect(answer(el)).to.eql(['Herbal tea']);
    expect(focused(el)).to.equal(box(el));
    const status = ask(el, 'Which medicine?').querySelector('[role=status]');
    await waitUntil(() => status?.textContent === 'Naltrexone removed', 'said', { timeout: 3000 });
  });

  it('several, of which one that stands alone takes the others back', async () => {
    const alone = { url: `${HL7}questionnaire-optionExclusive`, valueBoolean: true };
    const [walk, none] = choices('A walk', 'None of these');
    const el = await form({
      repeats: true,
      answerOption: [walk!, { ...none!, extension: [alone] }],
    });
    box(el).focus();
    await press(el, 'ArrowDown', 'Enter', 'ArrowDown', 'Enter');
    expect(chips(el)).to.eql(['None of these']);
  });

  it('says politely how many there are, once the person rests', async () => {
    const el = await form();
    box(el).focus();
    await type(el, 'di');
    const status = ask(el, 'Which medicine?').querySelector('[role=status]');
    expect(status?.textContent).to.equal('');
    await waitUntil(() => status?.textContent === '1 match', status?.textContent ?? '', {
      timeout: 3000,
    });
  });

  it('offers an answer that came back, and lets nobody change one that is fixed', async () => {
    const initial = [{ valueCoding: choices(...MEDICINES)[1]!.valueCoding }];
    const el = await form({ initial, readOnly: true });
    expect(box(el).value).to.equal('Bupropion');
    expect(box(el).readOnly).to.be.true;
    box(el).focus();
    await press(el, 'ArrowDown', 'Escape');
    expect(isOpen(el)).to.be.false;
    expect(answer(el)).to.eql(['Bupropion']);
  });

  it('among a thousand at once, drawing no more than are seen', async () => {
    const thousand = Array.from({ length: 1000 }, (_, i) => `Place number ${i + 1}`);
    const el = await form({ answerOption: choices(...thousand) });
    box(el).focus();
    const began = performance.now();
    await press(el, 'ArrowDown');
    await type(el, '99');
    expect(performance.now() - began).to.be.below(500);
    expect(offered(el)).to.have.length(19);
    box(el).select();
    await press(el, 'Delete', 'Escape', 'ArrowDown');
    expect(offered(el)).to.have.length(50);
    expect(offered(el)[0]!.getAttribute('aria-setsize')).to.equal('1000');
    const popup = list(el);
    popup.scrollTop = popup.scrollHeight;
    await waitUntil(() => offered(el).length === 100);
    await press(el, 'ArrowUp');
    expect(active(el)).to.equal('Place number 1000');
  });

  it('on a phone, within its width', async () => {
    const { innerWidth, innerHeight } = window;
    await setViewport({ width: 360, height: 740 });
    const el = await form();
    el.parentElement!.style.inlineSize = '340px';
    await el.updateComplete;
    await click(el, box(el));
    const { left, right } = list(el).getBoundingClientRect();
    expect(left).to.be.at.least(0);
    expect(right).to.be.at.most(360);
    await setViewport({ width: innerWidth, height: innerHeight });
  });
});
