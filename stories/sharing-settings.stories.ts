import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { userEvent } from 'storybook/test';
import type { Backend } from '../src/client/backend.js';
import { EmbeddedBackend } from '../src/client/backends/embedded/embedded-backend.js';
import { BackendError } from '../src/client/errors.js';
import '../src/components/sharing-settings/define.js';
import { aSession, fakeBackend } from '../test/support/fake-backend.js';
import { aGrantTo, consenting } from '../test/support/sharing.js';
import { onStage } from './support/element-on-stage.js';

interface Args {
  scopes: string;
  days: number;
  backend?: Backend;
}

const SOME = 'name recovery-dates check-in-answers free-text';
const meta: Meta<Args> = {
  title: 'Elements/sharing-settings',
  component: 'sharing-settings',
  args: { scopes: SOME, days: 90 },
  argTypes: { backend: { table: { disable: true } } },
  render: ({ scopes, days, backend }): TemplateResult =>
    html`<sharing-settings scopes=${scopes} days=${days} .backend=${backend}></sharing-settings>`,
};
export default meta;
type Story = StoryObj<Args>;
const { root, shows, said } = onStage('sharing-settings');

const fails = () => Promise.reject(new BackendError('offline'));

/** Jordan shares three things with Maya, and their own words with nobody. */
export const Sharing: Story = {
  args: {
    backend: new EmbeddedBackend({ storage: 'memory', seed: 'paired', persona: 'jordan' }),
  },
  play: said('What Maya may see'),
};

/** Nothing is shared before it is chosen. */
export const Closed: Story = {
  args: { backend: fakeBackend(consenting()) },
  play: said('Nothing'),
};

/** One tap, in force at once. */
export const JustShared: Story = {
  args: { backend: fakeBackend(consenting()) },
  play: async ({ canvasElement }) => {
    await shows(canvasElement, 'What Maya may see');
    await userEvent.click(root(canvasElement).querySelector('.switch')!);
    await shows(canvasElement, 'Maya can see it from now on.');
  },
};

/** Sharing ends by itself, and can be prolonged when that is near. */
export const EndsSoon: Story = {
  args: { backend: fakeBackend(consenting([aGrantTo('name', { ago: 85 })])) },
  play: said('Share for 90 more days'),
};

/** Own words are seen with the answers only. */
export const WordsAlone: Story = {
  args: { backend: fakeBackend(consenting([aGrantTo('free-text')])) },
  play: said('They see it only once'),
};

export const SharedBefore: Story = {
  args: {
    backend: fakeBackend(
      consenting([
        aGrantTo('name'),
        aGrantTo('recovery-dates', { ago: 120 }),
        aGrantTo('check-in-answers', { revokedAt: new Date().toISOString() }),
      ]),
    ),
  },
  play: async ({ canvasElement }) => {
    await shows(canvasElement, 'What you shared before');
    await userEvent.click(root(canvasElement).querySelector('summary')!);
  },
};

/** Everything that the model knows; name only what your backend acts upon. */
export const Everything: Story = {
  args: {
    scopes: `${SOME} diagnosis substances group-membership contact-after-discharge`,
    backend: fakeBackend(consenting([aGrantTo('group-membership')])),
  },
  play: said('Which groups you are in'),
};

/** The switch says what is true. */
export const DidNotWork: Story = {
  args: { backend: fakeBackend(consenting([aGrantTo('name')], { revoke: fails })) },
  play: async ({ canvasElement }) => {
    await shows(canvasElement, 'Until');
    await userEvent.click(root(canvasElement).querySelector('.switch')!);
    await shows(canvasElement, 'You are offline.');
  },
};

export const NoMentorYet: Story = {
  args: { backend: fakeBackend(consenting([], {}, [])) },
  play: said('Once you have a mentor'),
};

export const ForAMentor: Story = {
  args: {
    backend: fakeBackend(
      consenting(),
      aSession({ person: { id: 'maya', name: 'Maya', role: 'mentor' } }),
    ),
  },
  play: said('nothing for you to choose'),
};

export const Loading: Story = {
  args: { backend: fakeBackend(consenting([], { list: () => new Promise(() => {}) })) },
};

export const Failed: Story = {
  args: {
    backend: fakeBackend(
      consenting([], { list: () => Promise.reject(new BackendError('unavailable')) }),
    ),
  },
  play: said('We cannot reach the service right now.'),
};

export const NotAvailable: Story = {
  args: { backend: fakeBackend({}) },
  play: said('not available'),
};
export const SignedOut: Story = {
  args: { backend: fakeBackend({}, null) },
  play: said('You are signed out.'),
};
