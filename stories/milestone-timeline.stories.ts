import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { userEvent } from 'storybook/test';
import type { Backend, BackendServices, MilestoneService } from '../src/client/backend.js';
import { EmbeddedBackend } from '../src/client/backends/embedded/embedded-backend.js';
import { BackendError, type BackendErrorCode } from '../src/client/errors.js';
import '../src/components/milestone-timeline/define.js';
import { aSession, fakeBackend } from '../test/support/fake-backend.js';
import { aMilestone, aRecord, milestoneService } from '../test/support/milestones.js';
import { onStage } from './support/element-on-stage.js';

interface Args {
  personId: string;
  withoutRecord: boolean;
  backend?: Backend;
}

const meta: Meta<Args> = {
  title: 'Elements/milestone-timeline',
  component: 'milestone-timeline',
  args: { personId: '', withoutRecord: false },
  argTypes: {
    personId: { control: 'text', name: 'person-id' },
    withoutRecord: { control: 'boolean', name: 'without-record' },
    backend: { table: { disable: true } },
  },
  render: ({ personId, withoutRecord, backend }): TemplateResult =>
    html`<milestone-timeline
      person-id=${personId || nothing}
      ?without-record=${withoutRecord}
      .backend=${backend}
    ></milestone-timeline>`,
};
export default meta;
type Story = StoryObj<Args>;
const { root, shows, press } = onStage('milestone-timeline');

const clinic = (persona = 'jordan') =>
  new EmbeddedBackend({ storage: 'memory', seed: 'paired', persona });

const fails = (code: BackendErrorCode) => () => Promise.reject(new BackendError(code));

/** A backend with these milestones, or with a service that fails in some way. */
const small = (
  options: Parameters<typeof milestoneService>[1] = {},
  past = [aMilestone(-3), aMilestone(-12, { kind: 'connection' })],
  faults: Partial<MilestoneService> = {},
  services: BackendServices & { durable?: Promise<boolean> } = {},
) => fakeBackend({ milestones: { ...milestoneService(past, options), ...faults }, ...services });

/** The participant's own path: two chapters, four weeks into the program. */
export const OwnPath: Story = {
  args: { backend: clinic() },
  play: async ({ canvasElement }) => {
    await shows(canvasElement, '41 days in recovery');
    await shows(canvasElement, 'A new chapter began');
  },
};

/** A mentor looks at a mentee who shares their dates, and celebrates. */
export const ForAMentor: Story = {
  args: { backend: clinic('maya'), personId: 'jordan' },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Celebrate: Ten sessions attended');
    await shows(canvasElement, 'Words, if you like');
    await userEvent.click(root(canvasElement).querySelector('#reaction-sunrise')!);
    await userEvent.type(root(canvasElement).querySelector('textarea')!, 'Ten times you came.');
    await press(canvasElement, 'Send');
    await shows(canvasElement, 'Ten times you came.');
  },
};

/** A return to use: one private tap, thanks, and what stays. */
export const ReturnToUse: Story = {
  args: { backend: clinic() },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Something changed?');
    await press(canvasElement, 'Tell us');
    await shows(canvasElement, 'Thank you for telling us.');
    await shows(canvasElement, '143 days all together');
  },
};

/** Mending a date is another thing than a return to use. */
export const FixADate: Story = {
  args: { backend: clinic() },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Fix a date');
    await shows(canvasElement, 'This is not a return to use.');
  },
};

/** Somebody who saved on another screen meanwhile: nothing is lost, and what to do is said in place. */
const elsewhere = small({ record: aRecord([41]) }, undefined, {
  changeRecord: () => Promise.reject(new BackendError('conflict', { detail: 'changed-meanwhile' })),
});

/** A date that was mended on another screen since this one showed it. */
export const DatesChangedMeanwhile: Story = {
  args: { backend: elsewhere },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Fix a date');
    await press(canvasElement, 'Save the date');
    await shows(canvasElement, 'What was saved there is safe.');
  },
};

/** The same in Spanish, for the words of one's own. */
export const WordsChangedMeanwhile: Story = {
  args: { backend: elsewhere },
  globals: { locale: 'es' },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Cambiar las palabras');
    await press(canvasElement, 'Usar estas palabras');
    await shows(canvasElement, 'Lo que se guardó allí está a salvo.');
  },
};

/** The words for recovery time are the person's choice. */
export const OwnWords: Story = {
  args: { backend: clinic() },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Change the words');
    await shows(canvasElement, 'My own words');
  },
};

/** A milestone of one's own, with what is missing said in place. */
export const AddAMilestone: Story = {
  args: { backend: clinic() },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Add a milestone');
    await press(canvasElement, 'Add to my path');
    await shows(canvasElement, 'Give it a name.');
  },
};

/** The first day of a chapter never reads as a zero. */
export const DayOne: Story = { args: { backend: small({ record: aRecord([85, 0]) }) } };

export const CustomWords: Story = {
  args: {
    backend: small({
      record: aRecord([412], { label: 'custom', customLabel: 'of coming home' }),
    }),
  },
};

/** No start date: an offer that can be left alone. */
export const NoRecord: Story = { args: { backend: small() } };

/** A program in which nobody counts days. */
export const WithoutRecord: Story = {
  args: { backend: small({ record: aRecord([41]) }), withoutRecord: true },
};

export const Empty: Story = {
  args: {
    backend: small(
      {},
      [],
      {},
      { checkIns: { list: () => Promise.resolve({ items: [] }), submit: fails('unavailable') } },
    ),
  },
};

/** Years of entries, read on by pages. */
export const LongPath: Story = {
  args: {
    backend: small(
      { record: aRecord([1400]) },
      Array.from({ length: 400 }, (_, i) => aMilestone(-3 * i)),
    ),
  },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Show earlier');
    await shows(canvasElement, '25 more shown.');
  },
};

export const Loading: Story = {
  args: { backend: small({}, [], { list: () => new Promise(() => {}) }) },
};

export const CouldNotLoad: Story = {
  args: { backend: small({}, [], { list: fails('unavailable') }) },
};

export const MalformedAnswer: Story = {
  args: { backend: small({}, [], { record: () => Promise.resolve({ chapters: 3 } as never) }) },
};

export const NotShared: Story = {
  args: {
    personId: 'jordan',
    backend: small({}, [], { record: fails('forbidden'), list: fails('forbidden') }),
  },
};

/** The path is shared, the answers to check-ins are not. */
export const CheckInsNotShared: Story = {
  args: {
    personId: 'sam',
    backend: small(
      { record: aRecord([20]) },
      undefined,
      {},
      {
        checkIns: { list: fails('forbidden'), submit: fails('forbidden') },
      },
    ),
  },
};

export const SignedOut: Story = {
  args: { backend: fakeBackend({ milestones: milestoneService([]) }, null) },
};

export const NotAvailable: Story = { args: { backend: fakeBackend({}, aSession()) } };

export const NothingIsKept: Story = {
  args: {
    backend: small({ record: aRecord([41]) }, undefined, {}, { durable: Promise.resolve(false) }),
  },
};
