import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import type { Backend } from '../src/client/backend.js';
import { EmbeddedBackend } from '../src/client/backends/embedded/embedded-backend.js';
import { BackendError } from '../src/client/errors.js';
import '../src/components/mentee-list/define.js';
import { aSession, fakeBackend } from '../test/support/fake-backend.js';
import {
  aMentor,
  mentoring,
  moodOf,
  quietFor,
  reached,
  walking,
  wrote,
  type Days,
} from '../test/support/mentees.js';
import { onStage } from './support/element-on-stage.js';

interface Args {
  backend?: Backend;
}

const meta: Meta<Args> = {
  title: 'Elements/mentee-list',
  component: 'mentee-list',
  argTypes: { backend: { table: { disable: true } } },
  render: ({ backend }): TemplateResult => html`<mentee-list .backend=${backend}></mentee-list>`,
};
export default meta;
type Story = StoryObj<Args>;
const { press, shows, said } = onStage('mentee-list');

const day = (pairings: Parameters<typeof mentoring>[0], days?: Days) =>
  fakeBackend(mentoring(pairings, days), aMentor());
const asks = walking('Aspen', {
  status: 'requested',
  message: 'I saw you know about panic at night. Me too.',
});
const moods = (name: string, ...values: number[]) =>
  values.map((mood, ago) => moodOf(name, ago + 1, mood));
const fails = () => Promise.reject(new BackendError('unavailable'));

/** Somebody asks, somebody has gone quiet: a mentor's morning. */
export const Morning: Story = {
  args: { backend: new EmbeddedBackend({ storage: 'memory', persona: 'maya' }) },
  play: said('A kind hello may help.'),
};

/** Every reason for a word there is, and somebody without one. */
export const Everybody: Story = {
  args: {
    backend: day(
      ['Ana', 'Bo', 'Kim', 'Lee', 'Sam'].map((name) =>
        walking(name, name === 'Lee' ? { status: 'paused' } : {}),
      ),
      {
        checkIns: [
          moodOf('Ana', 0, 2, { call: true }),
          ...moods('Ana', 4, 5, 3, 6, 5),
          ...moods('Kim', 7, 6, 8, 5, 5, 6, 4, 4, 3, 5, 4),
        ],
        followUps: [quietFor('Bo', 2)],
        messages: [wrote('Sam', 'It went okay!'), wrote('Sam', 'Can we talk?')],
        milestones: [reached('Kim', 1, 'A whole Saturday with the kids')],
      },
    ),
  },
  play: said('2 messages that you have not read'),
};

export const SaidYes: Story = {
  args: { backend: day([asks]) },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Yes, walk with Aspen');
    await shows(canvasElement, 'You are now the mentor of Aspen.');
  },
};

/** A no has a reason, which is read as kindness. */
export const NotRightNow: Story = {
  args: { backend: day([asks]) },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Not right now');
    await shows(canvasElement, 'Why not right now?');
  },
};

export const CouldNotAnswer: Story = {
  args: {
    backend: (() => {
      const services = mentoring([asks]);
      services.pairings.apply = () =>
        Promise.reject(new BackendError('conflict', { detail: 'request-expired' }));
      return fakeBackend(services, aMentor());
    })(),
  },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Yes, walk with Aspen');
    await shows(canvasElement, 'This request has ended by itself.');
  },
};

/** Who they are is known, how they are is not. */
export const CannotSee: Story = {
  args: {
    backend: (() => {
      const services = mentoring([walking('Sam')]);
      services.messages.list = fails;
      return fakeBackend(services, aMentor());
    })(),
  },
  play: said('We cannot see right now how they are doing.'),
};

export const Nobody: Story = { args: { backend: day([]) }, play: said('Nobody is waiting') };

export const ForAParticipant: Story = {
  args: { backend: fakeBackend(mentoring([]), aSession()) },
  play: said('This list is for mentors.'),
};

export const Loading: Story = {
  args: {
    backend: (() => {
      const services = mentoring([]);
      services.pairings.list = () => new Promise(() => {});
      return fakeBackend(services, aMentor());
    })(),
  },
  play: said('Loading'),
};

export const Failed: Story = {
  args: {
    backend: (() => {
      const services = mentoring([]);
      services.pairings.list = fails;
      return fakeBackend(services, aMentor());
    })(),
  },
  play: said('Try again'),
};

export const NotHere: Story = {
  args: { backend: fakeBackend({}, aMentor()) },
  play: said('This is not available here.'),
};

export const SignedOut: Story = {
  args: { backend: fakeBackend(mentoring([]), null) },
  play: said('You are signed out.'),
};
