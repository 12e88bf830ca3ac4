import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { BackendServices } from '../src/client/backend.js';
import { EmbeddedBackend } from '../src/client/backends/embedded/embedded-backend.js';
import { BackendError } from '../src/client/errors.js';
import type { CheckIn } from '../src/client/model/check-in.js';
import { addDays, localDateAt } from '../src/client/model/date-time.js';
import type { Questionnaire, QuestionnaireItem } from '../src/client/model/questionnaire.js';
import { phq9 } from '../src/client/model/questionnaires/phq-9.js';
import '../src/components/checkin-form/define.js';
import type { CheckinForm } from '../src/components/checkin-form/checkin-form.js';
import { aClinic, asking, choices, HL7, itemControl } from '../test/support/clinic.js';
import { aSession, fakeBackend } from '../test/support/fake-backend.js';
import { onStage } from './support/element-on-stage.js';

type Args = Pick<
  CheckinForm,
  'questionnaire' | 'layout' | 'on' | 'schedule' | 'instrument' | 'policy' | 'backend'
> & {
  width: string;
};

const meta: Meta<Args> = {
  title: 'Elements/checkin-form',
  component: 'checkin-form',
  args: { questionnaire: 'daily-check-in', layout: 'auto', width: '760px' },
  argTypes: {
    questionnaire: {
      control: 'select',
      options: ['daily-check-in', 'phq-9', 'phq-2', 'gad-7'],
    },
    layout: { control: 'inline-radio', options: ['auto', 'steps', 'sheet'] },
    on: { control: 'text' },
    schedule: {
      control: 'select',
      options: [undefined, 'daily', 'weekly', 'every-2-weeks', 'at-discharge'],
    },
    width: { control: 'text', description: 'Of the column that the element is in.' },
    instrument: { table: { disable: true } },
    policy: { table: { disable: true } },
    backend: { table: { disable: true } },
  },
  render: ({ questionnaire, layout, on, schedule, ...rest }): TemplateResult => {
    const { instrument, policy, backend, width } = rest;
    return html`<div .style=${`max-inline-size:${width};margin-inline:auto`}>
      <checkin-form
        .questionnaire=${questionnaire}
        layout=${layout}
        on=${on ?? nothing}
        .schedule=${schedule}
        .instrument=${instrument}
        .policy=${policy}
        .backend=${backend}
      ></checkin-form>
    </div>`;
  },
};
export default meta;
type Story = StoryObj<Args>;
const { root, shows, press } = onStage('checkin-form');

const PHONE = '360px';
const empty = () => new EmbeddedBackend({ storage: 'memory', seed: 'empty' });

type Services = ReturnType<typeof aClinic>['services'];

/** A clinic with some of its services replaced. */
const clinic = (over: (services: Services) => Partial<BackendServices> = () => ({})) => {
  const { services } = aClinic();
  return fakeBackend({ ...services, ...over(services) });
};

/** The whole way over the embedded backend: answer, skip, write, send. */
export const OneQuestionAtATime: Story = {
  args: { backend: empty(), width: PHONE },
  play: async ({ canvasElement }) => {
    await shows(canvasElement, '1 of 8');
    await press(canvasElement, 'More');
    await press(canvasElement, 'Next');
    await shows(canvasElement, '2 of 8');
    for (let i = 0; i < 6; i++) await press(canvasElement, 'Skip');
    await shows(canvasElement, '8 of 8');
    await userEvent.type(root(canvasElement).querySelector('textarea')!, 'A walk in the rain.');
    await press(canvasElement, 'Send check-in');
    await shows(canvasElement, 'Thank you for checking in.');
  },
};

export const Sheet: Story = { args: { backend: clinic() } };

export const Answered: Story = {
  args: { backend: clinic() },
  play: async ({ canvasElement }) => {
    await shows(canvasElement, 'How is your mood');
    await press(canvasElement, 'More');
    await press(canvasElement, 'Yes');
  },
};

/** Nine questions with the same answers: a table, and one after the other where it is narrow. */
export const Phq9: Story = { args: { questionnaire: 'phq-9', backend: clinic() } };
export const Phq9OnAPhone: Story = {
  args: { questionnaire: 'phq-9', backend: clinic(), width: PHONE },
};
export const Gad7: Story = { args: { questionnaire: 'gad-7', backend: clinic() } };

const kinds: Questionnaire = {
  ...asking(
    { linkId: 'hello', type: 'display', text: 'A few things that help us prepare.' },
    {
      linkId: 'you',
      type: 'group',
      prefix: 'A.',
      text: 'About you',
      item: [
        {
          linkId: 'name',
          type: 'string',
          prefix: '1.',
          text: 'What should we call you?',
          required: true,
        },
        { linkId: 'people', type: 'integer', prefix: '2.', text: 'How many people live with you?' },
        {
          linkId: 'weight',
          type: 'quantity',
          text: 'How much do you weigh?',
          extension: ['kg', 'lb'].map((code) => ({
            url: `${HL7}questionnaire-unitOption`,
            valueCoding: { code, display: code },
          })),
          item: [
            {
              linkId: 'guess',
              type: 'display',
              text: 'A guess is fine.',
              extension: [itemControl('help')],
            },
          ],
        },
        { linkId: 'doctor', type: 'date', text: 'When did you last see a doctor?' },
        { linkId: 'bed', type: 'time', text: 'When do you usually go to bed?' },
        { linkId: 'call', type: 'dateTime', text: 'When would a call suit you?' },
      ],
    },
    {
      linkId: 'helps',
      type: 'choice',
      repeats: true,
      text: 'What helps you on a hard day?',
      answerOption: choices('A walk', 'A call with a friend', 'Music'),
    },
    {
      linkId: 'state',
      type: 'choice',
      text: 'Where do you live?',
      answerOption: choices('Here', 'There'),
      extension: [itemControl('drop-down')],
    },
    {
      linkId: 'heard',
      type: 'open-choice',
      text: 'How did you hear of us?',
      answerOption: choices('A friend', 'My doctor'),
    },
    { linkId: 'page', type: 'url', text: 'A page that gives you strength' },
    { linkId: 'else', type: 'text', text: 'Anything else?', maxLength: 60 },
    { linkId: 'remind', type: 'boolean', text: 'May we send you a reminder?', required: true },
    {
      linkId: 'number',
      type: 'string',
      text: 'To which number?',
      enableWhen: [{ question: 'remind', operator: '=', answerBoolean: true }],
    },
  ),
  title: 'Before your visit',
};

export const EveryKindOfQuestion: Story = {
  args: { questionnaire: kinds, backend: clinic() },
  play: async ({ canvasElement }) => {
    await shows(canvasElement, 'May we send you a reminder?');
    await press(canvasElement, 'Yes');
    await shows(canvasElement, 'To which number?');
  },
};

export const Errors: Story = {
  args: { questionnaire: kinds, backend: clinic() },
  play: async ({ canvasElement }) => {
    await shows(canvasElement, 'Anything else?');
    await userEvent.type(root(canvasElement).querySelector('textarea')!, 'word '.repeat(14));
    await press(canvasElement, 'Send check-in');
    await shows(canvasElement, '3 answers need another look.');
  },
};

const SDC = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-';
const by = (kind: string, expression: string) => ({
  url: `${SDC}${kind}Expression`,
  valueExpression: { language: 'text/fhirpath', expression },
});

/** Groups and questions that repeat, a sum and a rule in FHIRPath, an option that stands alone. */
const plan: Questionnaire = {
  ...asking(
    {
      linkId: 'medication',
      type: 'group',
      text: 'Medication',
      repeats: true,
      item: [
        { linkId: 'what', type: 'string', text: 'What do you take?' },
        {
          linkId: 'helps',
          type: 'choice',
          text: 'Does it help?',
          answerOption: choices('Yes', 'A little', 'No'),
          extension: [{ url: `${HL7}questionnaire-choiceOrientation`, valueCode: 'horizontal' }],
        },
      ],
    },
    { linkId: 'people', type: 'string', text: 'Whom can you call?', repeats: true },
    { linkId: 'night', type: 'decimal', text: 'Hours of sleep at night' },
    {
      linkId: 'day',
      type: 'decimal',
      text: 'Hours of sleep by day',
      extension: [
        { url: `${HL7}entryFormat`, valueString: '1.5' },
        { url: `${HL7}questionnaire-unit`, valueCoding: { code: 'h' } },
        {
          url: `${HL7}questionnaire-constraint`,
          extension: [
            { url: 'key', valueId: 'nap' },
            { url: 'severity', valueCode: 'warning' },
            { url: 'expression', valueString: 'answer.value <= 3' },
            {
              url: 'human',
              valueString: 'That is a long nap. Is it right? You can send it as it is.',
            },
          ],
        },
      ],
    },
    {
      linkId: 'sum',
      type: 'decimal',
      text: 'Together',
      readOnly: true,
      extension: [
        by('calculated', "%resource.item.where(linkId='night' or linkId='day').answer.value.sum()"),
        {
          url: `${HL7}questionnaire-constraint`,
          extension: [
            { url: 'key', valueId: 'day' },
            { url: 'severity', valueCode: 'error' },
            { url: 'expression', valueString: 'answer.value <= 24' },
            { url: 'human', valueString: 'A day has 24 hours.' },
          ],
        },
      ],
    },
    {
      linkId: 'hard',
      type: 'choice',
      repeats: true,
      text: 'What was hard this week?',
      answerOption: [
        ...choices('Evenings', 'Being alone'),
        {
          ...choices('None of these')[0],
          extension: [{ url: `${HL7}questionnaire-optionExclusive`, valueBoolean: true }],
        },
      ],
    },
  ),
  title: 'Your plan',
};

export const AskedToLookAgain: Story = {
  args: { questionnaire: plan, backend: clinic() },
  play: async ({ canvasElement }) => {
    await shows(canvasElement, 'Hours of sleep by day');
    const field = [...root(canvasElement).querySelectorAll('.question')]
      .find((question) => question.textContent.includes('by day'))!
      .querySelector('input')!;
    await userEvent.type(field, '5');
    await shows(canvasElement, 'That is a long nap.');
  },
};

export const WhatRepeatsAndIsCalculated: Story = {
  args: { questionnaire: plan, backend: clinic() },
  play: async ({ canvasElement }) => {
    await shows(canvasElement, 'Whom can you call?');
    const field = (label: string) =>
      [...root(canvasElement).querySelectorAll('label')].find(
        ({ textContent }) => textContent.trim() === label,
      )!.control as HTMLInputElement;
    await userEvent.type(field('Whom can you call? 1'), 'Maya');
    await press(canvasElement, 'Add another');
    await press(canvasElement, 'Add another: Medication');
    await shows(canvasElement, 'Remove Medication 2');
    await userEvent.type(field('Hours of sleep at night'), '6.5');
    await userEvent.type(field('Hours of sleep by day'), '1');
    await waitFor(() => expect(field('Together').value).toBe('7.5'));
  },
};

const found = (item: Partial<QuestionnaireItem>, ...names: string[]): Questionnaire => ({
  ...asking(
    {
      linkId: 'medicine',
      type: 'choice',
      text: 'Which medicine do you take?',
      answerOption: choices(...names),
      extension: [itemControl('autocomplete')],
      ...item,
    },
    { linkId: 'since', type: 'date', text: 'Since when?' },
  ),
  title: 'Your medicine',
});
const medicines = [
  ...['Acamprosate', 'Bupropion', 'Buprenorphine with naloxone', 'Disulfiram', 'Fluoxetine'],
  ...['Gabapentin', 'Lofexidine', 'Methadone', 'Naltrexone, by mouth', 'Naltrexone, once a month'],
  ...['Sertraline', 'Topiramate', 'Trazodone', 'Varenicline'],
];
const combobox = (canvas: HTMLElement) =>
  root(canvas).querySelector<HTMLElement>('[role=combobox]')!;

/** `autocomplete`: found among many by typing, without regard to accents and case. */
export const FoundByTyping: Story = {
  args: { questionnaire: found({}, ...medicines), backend: clinic() },
  play: async ({ canvasElement }) => {
    await shows(canvasElement, 'Which medicine do you take?');
    await userEvent.type(combobox(canvasElement), 'nal{ArrowDown}{ArrowDown}');
    await shows(canvasElement, 'Naltrexone, once a month');
  },
};

/** Several, and words of one's own; the list stays open for the next. */
export const SeveralFoundByTyping: Story = {
  args: {
    questionnaire: found({ type: 'open-choice', repeats: true }, ...medicines),
    backend: clinic(),
    width: PHONE,
    layout: 'sheet',
  },
  play: async ({ canvasElement }) => {
    await shows(canvasElement, 'Which medicine do you take?');
    await userEvent.type(combobox(canvasElement), 'bup{ArrowDown}{ArrowDown}{Enter}');
    // user-event would go on from what it typed before, though the field is empty: all of it goes.
    await userEvent.type(combobox(canvasElement), 'Herbal tea{Enter}{ArrowDown}', {
      initialSelectionStart: 0,
      initialSelectionEnd: 3,
    });
    await shows(canvasElement, 'Buprenorphine with naloxone');
    await expect(root(canvasElement).textContent).not.toContain('bupHerbal');
    await shows(canvasElement, 'Herbal tea');
  },
};

/** Half a word is not kept, and that is said. */
export const NotOnTheList: Story = {
  args: { questionnaire: found({}, ...medicines), backend: clinic(), width: PHONE },
  play: async ({ canvasElement }) => {
    await shows(canvasElement, 'Which medicine do you take?');
    await userEvent.type(combobox(canvasElement), 'penicillin');
    await userEvent.tab();
    await shows(canvasElement, '“penicillin” is not on the list.');
  },
};

/** A thousand choices; no more are drawn than are seen. */
export const FoundAmongAThousand: Story = {
  args: {
    questionnaire: found({}, ...Array.from({ length: 1000 }, (_, i) => `Medicine ${i + 1}`)),
    backend: clinic(),
  },
  play: async ({ canvasElement }) => {
    await shows(canvasElement, 'Which medicine do you take?');
    await userEvent.type(combobox(canvasElement), '77');
    await shows(canvasElement, 'Medicine 177');
  },
};

/** Something in it cannot be shown: said in place, and to the developer by name. */
export const MalformedQuestionnaire: Story = {
  args: {
    questionnaire: asking(
      { linkId: 'a', type: 'string', text: 'What helped today?' },
      { linkId: 'b', type: 'attachment', text: 'A photo' },
      { linkId: 'c', type: 'choice', text: 'Which?' },
    ),
    backend: clinic(),
  },
};

/** Help stands in place before anything is sent; then who was told what. */
export const HelpInACrisis: Story = {
  args: { instrument: phq9, backend: clinic() },
  play: async ({ canvasElement }) => {
    await shows(canvasElement, 'better off dead');
    await userEvent.click(root(canvasElement).querySelectorAll('.table input')[33]!);
    await shows(canvasElement, 'You are not alone. Help is here now.');
    await shows(canvasElement, 'Nobody has seen it yet.');
  },
};

/** Words that sound like harm: help is offered, and nobody is told. */
export const HelpOfferedForWords: Story = {
  args: { backend: clinic(), width: PHONE },
  play: async ({ canvasElement }) => {
    await shows(canvasElement, 'How is your mood');
    await press(canvasElement, 'More');
    await press(canvasElement, 'Next');
    await shows(canvasElement, '2 of 8');
    for (let i = 0; i < 6; i++) await press(canvasElement, 'Skip');
    await shows(canvasElement, '8 of 8');
    await userEvent.type(
      root(canvasElement).querySelector('textarea')!,
      'I don’t want to live anymore',
    );
    await shows(canvasElement, 'If you think of hurting yourself, help is here.');
    await shows(canvasElement, 'We told no one.');
  },
};

export const NobodyCouldBeTold: Story = {
  args: {
    backend: clinic(({ safety }) => ({
      safety: { ...safety, raise: () => Promise.reject(new BackendError('offline')) },
    })),
    width: PHONE,
  },
  play: async ({ canvasElement }) => {
    await shows(canvasElement, 'How is your mood');
    await press(canvasElement, 'I’m not safe right now');
    await shows(canvasElement, 'They do not know yet.');
  },
};

/** A questionnaire about self-harm, and nobody is named who is told. */
export const NoEscalationPolicy: Story = {
  args: {
    questionnaire: 'phq-9',
    backend: clinic(({ safety }) => ({
      safety: { ...safety, policy: () => Promise.resolve(null) },
    })),
  },
};

export const DraftBroughtBack: Story = {
  args: {
    backend: clinic(({ drafts }) => ({
      drafts: {
        ...drafts,
        get: (key) =>
          Promise.resolve({
            key,
            savedAt: new Date().toISOString(),
            value: { on: '2026-01-05', answers: { mood: [{ valueInteger: 7 }] } },
          }),
      },
    })),
  },
};

export const NothingIsKept: Story = {
  args: { backend: clinic(() => ({ drafts: undefined })), width: PHONE },
};

const sendOne = async (canvasElement: HTMLElement) => {
  await shows(canvasElement, 'How is your mood');
  await press(canvasElement, 'More');
  await press(canvasElement, 'Send check-in');
};

export const Sent: Story = {
  args: { backend: clinic(), layout: 'sheet' },
  play: async ({ canvasElement }) => {
    await sendOne(canvasElement);
    await shows(canvasElement, '1 of the last 7 days');
  },
};

export const Queued: Story = {
  args: {
    layout: 'sheet',
    backend: clinic(({ checkIns }) => ({
      checkIns: {
        ...checkIns,
        submit: () =>
          Promise.resolve({ status: 'queued', checkInId: 'c', at: new Date().toISOString() }),
      },
    })),
  },
  play: async ({ canvasElement }) => {
    await sendOne(canvasElement);
    await shows(canvasElement, 'kept on this device');
  },
};

export const CouldNotBeSent: Story = {
  args: {
    layout: 'sheet',
    backend: clinic(({ checkIns }) => ({
      checkIns: { ...checkIns, submit: () => Promise.reject(new BackendError('unavailable')) },
    })),
  },
  play: async ({ canvasElement }) => {
    await sendOne(canvasElement);
    await shows(canvasElement, 'Nothing is lost. Please try again.');
  },
};

export const Sending: Story = {
  args: {
    layout: 'sheet',
    backend: clinic(({ checkIns }) => ({
      checkIns: { ...checkIns, submit: () => new Promise<never>(() => {}) },
    })),
  },
  play: async ({ canvasElement }) => {
    await sendOne(canvasElement);
    await shows(canvasElement, 'Sending…');
  },
};

/** With the score of a weekly instrument in plain words. */
export const Scored: Story = {
  args: { questionnaire: 'gad-7', backend: clinic() },
  play: async ({ canvasElement }) => {
    await shows(canvasElement, 'nervous');
    for (const row of root(canvasElement).querySelectorAll('.table .question'))
      await userEvent.click(row.querySelectorAll('input')[1]!);
    await press(canvasElement, 'Send check-in');
    await shows(canvasElement, 'mild symptoms');
  },
};

export const DoneToday: Story = {
  args: {
    backend: clinic(({ checkIns }) => ({
      checkIns: {
        ...checkIns,
        list: (options) =>
          Promise.resolve({
            items: [0, 1, 3, 4, 6].map((ago) => ({
              id: `c${ago}`,
              personId: 'jordan',
              receivedAt: new Date().toISOString(),
              on: new Date(Date.parse(options?.to ?? '') - ago * 86_400_000)
                .toISOString()
                .slice(0, 10),
              timeZone: 'America/Chicago',
              response: { resourceType: 'QuestionnaireResponse', status: 'completed' },
            })),
          }),
      },
    })),
  },
};

const TODAY = localDateAt(new Date(), 'America/Chicago');
/** In the programme for ten days, with the weekly questions answered the day before yesterday. */
const betweenWeeks = () => {
  const { services } = aClinic();
  const on = addDays(TODAY, -2);
  const sent: CheckIn = {
    id: 'sent',
    personId: 'jordan',
    on,
    timeZone: 'America/Chicago',
    receivedAt: `${on}T18:00:00Z`,
    response: { resourceType: 'QuestionnaireResponse', status: 'completed' },
  };
  return fakeBackend(
    {
      ...services,
      checkIns: { ...services.checkIns, list: () => Promise.resolve({ items: [sent] }) },
    },
    aSession({ programme: { name: 'IOP', startedOn: addDays(TODAY, -10), weeks: 10 } }),
  );
};

/** It is asked for once a week, and the week is not over. */
export const NothingDueToday: Story = {
  args: { questionnaire: 'gad-7', schedule: 'weekly', backend: betweenWeeks(), width: PHONE },
  play: async ({ canvasElement }) => {
    await shows(canvasElement, 'Nothing is due today.');
  },
};

export const Loading: Story = {
  args: {
    questionnaire: 'https://clinic.example/q',
    backend: clinic(({ checkIns }) => ({
      checkIns: { ...checkIns, questionnaire: () => new Promise<never>(() => {}) },
    })),
  },
};

export const CouldNotBeLoaded: Story = {
  args: {
    questionnaire: 'https://clinic.example/q',
    backend: clinic(({ checkIns }) => ({
      checkIns: {
        ...checkIns,
        questionnaire: () => Promise.reject(new BackendError('unavailable')),
      },
    })),
  },
};

export const NotAvailableHere: Story = { args: { backend: fakeBackend({}) } };

export const SignedOut: Story = { args: { backend: fakeBackend(aClinic().services, null) } };
