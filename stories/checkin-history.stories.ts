import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { Backend } from '../src/client/backend.js';
import { EmbeddedBackend } from '../src/client/backends/embedded/embedded-backend.js';
import { BackendError, type BackendErrorCode } from '../src/client/errors.js';
import type { CheckIn } from '../src/client/model/check-in.js';
import '../src/components/checkin-history/define.js';
import { aSession, fakeBackend } from '../test/support/fake-backend.js';
import { aCheckIn } from '../test/support/milestones.js';
import { onStage } from './support/element-on-stage.js';

interface Args {
  days: number;
  backend?: Backend;
}

const meta: Meta<Args> = {
  title: 'Elements/checkin-history',
  component: 'checkin-history',
  args: { days: 30 },
  argTypes: {
    days: { control: 'inline-radio', options: [14, 30, 90] },
    backend: { table: { disable: true } },
  },
  render: ({ days, backend }): TemplateResult =>
    html`<checkin-history days=${days} .backend=${backend}></checkin-history>`,
};
export default meta;
type Story = StoryObj<Args>;
const { root, shows, press } = onStage('checkin-history');

const clinic = () => new EmbeddedBackend({ storage: 'memory', seed: 'paired', persona: 'jordan' });

/** A backend with these check-ins, or one that answers in some other way. */
const small = (list: () => Promise<{ items: CheckIn[] }>, session = aSession()) =>
  fakeBackend({ checkIns: { list, submit: fails('unavailable') } }, session);
const having = (...items: CheckIn[]) => small(() => Promise.resolve({ items }));
const fails = (code: BackendErrorCode) => () => Promise.reject(new BackendError(code));

const scored = (
  on: number,
  [loinc, max]: readonly [string, number],
  total: number,
  [code, en, es]: readonly [string, string, string],
): CheckIn => ({
  ...aCheckIn(on, {}),
  id: `${loinc} ${on}`,
  score: { total, max, loinc, band: { code, label: { en, es } } },
});
const PHQ9 = ['44261-6', 27] as const;
const GAD7 = ['70274-6', 21] as const;
const MILD = ['mild', 'Mild symptoms', 'Síntomas leves'] as const;
const MODERATE = ['moderate', 'Moderate symptoms', 'Síntomas moderados'] as const;

const near = (canvas: HTMLElement) =>
  waitFor(() => {
    root(canvas).querySelector('.copy')!.scrollIntoView();
    if (!root(canvas).querySelector('.copies')) throw new Error('The copy is not there yet');
  });

/** A month of check-ins with the gaps that a month has; shared with a mentor, words not. */
export const OneMonth: Story = {
  args: { backend: clinic() },
  play: async ({ canvasElement }) => {
    await shows(canvasElement, 'Your mood was between');
    await shows(canvasElement, 'Seen by you, Maya, and your care team');
  },
};

export const TwoWeeks: Story = { args: { backend: clinic(), days: 14 } };

/** Gaps stay gaps: a month of answers in three. */
export const NinetyDays: Story = {
  args: { backend: clinic() },
  play: async ({ canvasElement }) => {
    await shows(canvasElement, '90 days');
    const span = root(canvasElement).querySelectorAll<HTMLInputElement>('.track input')[2]!;
    await userEvent.click(span);
    await shows(canvasElement, 'of the last 90 days.');
  },
};

/** The same days in numbers. */
export const AsTable: Story = {
  args: { backend: clinic() },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Show as table');
    await waitFor(() => expect(root(canvasElement).querySelector('table')).not.toBeNull());
  },
};

/** Scored questionnaires, weeks apart and never joined, with their bands in words. */
export const Scores: Story = {
  args: {
    backend: having(
      scored(-1, PHQ9, 7, MILD),
      scored(-1, GAD7, 6, MILD),
      scored(-8, PHQ9, 11, MODERATE),
      scored(-15, PHQ9, 13, MODERATE),
      scored(-15, GAD7, 10, MODERATE),
    ),
  },
  play: ({ canvasElement }) => shows(canvasElement, 'Mild symptoms'),
};

/** Looking for one's own words; the page alone looks. */
export const Search: Story = {
  args: { backend: clinic() },
  play: async ({ canvasElement }) => {
    await shows(canvasElement, 'In your own words');
    await near(canvasElement);
    await userEvent.type(root(canvasElement).querySelector('#search')!, 'walked');
    await waitFor(() => expect(root(canvasElement).querySelector('mark')).not.toBeNull());
    await shows(canvasElement, 'There may be more from before');
  },
};

/** Everything is read before a file is made; here it never ends, and can be stopped. */
export const Collecting: Story = {
  args: {
    backend: fakeBackend({
      checkIns: {
        submit: fails('unavailable'),
        list: (options) =>
          options?.from
            ? Promise.resolve({ items: [aCheckIn(-1, { mood: 6 })] })
            : new Promise(() => {}),
      },
    }),
  },
  play: async ({ canvasElement }) => {
    await shows(canvasElement, 'Your copy');
    await near(canvasElement);
    await press(canvasElement, 'Save as FHIR file');
    await shows(canvasElement, 'Collecting your check-ins…');
  },
};

/** Nobody can say who sees it: the words say just that. */
export const SharingNotKnown: Story = {
  args: { backend: having(aCheckIn(-1, { mood: 6 })) },
  play: ({ canvasElement }) => shows(canvasElement, 'We cannot tell right now'),
};

export const FirstTime: Story = {
  args: { backend: having() },
  play: ({ canvasElement }) => shows(canvasElement, 'and that is fine'),
};

/** Nothing in the span that is shown, something before it. */
export const QuietDays: Story = { args: { backend: having(aCheckIn(-60, { mood: 5 })) } };

export const Loading: Story = { args: { backend: small(() => new Promise(() => {})) } };

export const CouldNotLoad: Story = { args: { backend: small(fails('unavailable')) } };

export const Offline: Story = { args: { backend: small(fails('offline')) } };

export const MalformedAnswer: Story = {
  args: { backend: small(() => Promise.resolve({ items: 3 } as never)) },
};

export const SignedOut: Story = { args: { backend: fakeBackend({}, null) } };

export const NotAvailable: Story = { args: { backend: fakeBackend({}) } };

export const Spanish: Story = {
  args: { backend: clinic() },
  globals: { locale: 'es' },
  play: ({ canvasElement }) => shows(canvasElement, 'Tu ánimo estuvo entre'),
};

export const Dark: Story = { args: { backend: clinic() }, globals: { theme: 'dark' } };

/** Time runs as the reading does. */
export const RightToLeft: Story = { args: { backend: clinic() }, globals: { direction: 'rtl' } };
