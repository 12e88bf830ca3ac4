import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { phq9 } from '../../../src/client/model/questionnaires/phq-9.js';
import type { CheckinForm } from '../../../src/components/checkin-form/checkin-form.js';
import {
  aClinic,
  aForm,
  answersIn,
  aPolicy,
  asking,
  button,
  choices,
  click,
  field,
  focused,
  option,
  says,
  settled,
  text,
} from '../../support/check-ins.js';

const heading = (form: CheckinForm) =>
  form.renderRoot.querySelector('.ask[role=heading]')?.textContent.trim();

const three = asking(
  { linkId: 'd', type: 'display', text: 'Hello' },
  {
    linkId: 'g',
    type: 'group',
    text: 'In the last week',
    item: [
      { linkId: 'a', type: 'boolean', text: 'Did you sleep?', required: true },
      {
        linkId: 'b',
        type: 'choice',
        text: 'How well?',
        answerOption: choices('Well', 'Badly'),
        enableWhen: [{ question: 'a', operator: '=', answerBoolean: true }],
      },
    ],
  },
  { linkId: 'c', type: 'string', text: 'Anything else?' },
  { linkId: 'e', type: 'display', text: 'That was all' },
);

describe('<checkin-form> one question at a time', () => {
  it('is what a narrow element does by itself, and what a wide one leaves', async () => {
    const { backend } = aClinic();
    const form = document.createElement('checkin-form');
    form.backend = backend;
    const parent = await fixture<HTMLElement>(html`<div style="inline-size: 360px">${form}</div>`);
    await settled(form);
    await waitUntil(() => heading(form));
    expect(text(form)).to.include('1 of 8');
    await click(form, button(form, 'More'));
    parent.style.inlineSize = '900px';
    await waitUntil(() => !heading(form));
    expect(answersIn(form.response, 'mood')).to.eql([{ valueInteger: 6 }]);
    expect(form.renderRoot.querySelectorAll('.question')).to.have.length(8);
  });

  it('goes on and back, keeps answers, and gives the question the focus', async () => {
    const form = await aForm({ questionnaire: three, layout: 'steps' });
    expect(heading(form)).to.equal('Did you sleep?');
    expect(text(form)).to.include('1 of 2');
    expect(text(form)).to.include('In the last week');
    expect(text(form)).to.include('Hello');
    expect(text(form)).to.include('Needs an answer');
    await click(form, option(form, 'Did you sleep?', 'Yes'));
    expect(text(form)).to.include('1 of 3');
    // What has the focus says how far it is.
    const described = form.renderRoot.querySelector('.ask')!.getAttribute('aria-describedby');
    expect(form.shadowRoot!.getElementById(described!)!.textContent.trim()).to.equal('1 of 3');
    await click(form, button(form, 'Next'));
    expect(heading(form)).to.equal('How well?');
    await waitUntil(() => focused(form)?.textContent.trim() === 'How well?');
    await click(form, button(form, 'Back'));
    expect(option(form, 'Did you sleep?', 'Yes').checked).to.be.true;
    await waitUntil(() => focused(form)?.textContent.trim() === 'Did you sleep?');
    expect(() => button(form, 'Back')).to.throw();
  });

  it('does not leave a question that needs an answer, and names what may be skipped', async () => {
    const clinic = aClinic();
    const form = await aForm({ questionnaire: three, layout: 'steps' }, clinic.backend);
    await click(form, button(form, 'Next'));
    expect(text(form)).to.include('Please answer this one.');
    await waitUntil(() => focused(form) === field(form, 'Did you sleep?'));
    await click(form, option(form, 'Did you sleep?', 'Yes'));
    await click(form, button(form, 'Next'));
    await click(form, button(form, 'Skip'));
    expect(heading(form)).to.equal('Anything else?');
    expect(text(form)).to.include('That was all');
    await click(form, button(form, 'Send check-in'));
    await says(form, 'Thank you');
    expect(clinic.sent[0]?.checkIn.response.item?.map((i) => i.linkId)).to.eql(['g']);
  });

  it('goes on by Enter', async () => {
    const form = await aForm({ questionnaire: three, layout: 'steps' });
    option(form, 'Did you sleep?', 'No').focus();
    await sendKeys({ press: 'Space' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => heading(form) === 'Anything else?');
    await waitUntil(() => focused(form)?.textContent.trim() === 'Anything else?');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'Thanks' });
    await sendKeys({ press: 'Enter' });
    await says(form, 'Thank you for checking in');
  });

  it('goes back to a question that has become faulty', async () => {
    const questionnaire = asking(
      {
        linkId: 'a',
        type: 'string',
        text: 'First?',
        required: true,
        enableWhen: [{ question: 'b', operator: '=', answerBoolean: true }],
      },
      { linkId: 'b', type: 'boolean', text: 'Second?' },
    );
    const form = await aForm({ questionnaire, layout: 'steps' });
    await click(form, option(form, 'Second?', 'Yes'));
    await click(form, button(form, 'Send check-in'));
    await waitUntil(() => heading(form) === 'First?');
    expect(text(form)).to.include('Please answer this one.');
  });

  it('asks each row of a table, under the words of the table', async () => {
    const form = await aForm({ instrument: phq9, policy: aPolicy(), layout: 'steps' });
    expect(text(form)).to.include('1 of 10');
    expect(text(form)).to.include('Over the last 2 weeks');
    await click(form, option(form, 'Little interest', 'Several days'));
    await click(form, button(form, 'Next'));
    expect(heading(form)).to.include('Feeling down');
    expect(form.renderRoot.querySelectorAll('[type=radio]')).to.have.length(4);
    expect(option(form, 'Feeling down', 'Several days').checked).to.be.false;
  });

  it('is one sheet when there is nothing to step through', async () => {
    const questionnaire = asking({ linkId: 'd', type: 'display', text: 'Only words' });
    const form = await aForm({ questionnaire, layout: 'steps' });
    expect(text(form)).to.include('Only words');
    expect(text(form)).not.to.include(' of ');
  });
});
