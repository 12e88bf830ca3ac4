import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { Backend, BackendServices } from '../src/client/backend.js';
import { EmbeddedBackend } from '../src/client/backends/embedded/embedded-backend.js';
import { BackendError, type BackendErrorCode } from '../src/client/errors.js';
import '../src/components/message-thread/define.js';
import { aSession, fakeBackend } from '../test/support/fake-backend.js';
import { aConversation, aMessage, conversation } from '../test/support/messages.js';
import { onStage } from './support/element-on-stage.js';

interface Args {
  pairingId?: string;
  backend?: Backend;
}

const meta: Meta<Args> = {
  title: 'Elements/message-thread',
  component: 'message-thread',
  argTypes: { backend: { table: { disable: true } } },
  render: ({ pairingId, backend }): TemplateResult =>
    html`<message-thread pairing-id=${pairingId ?? nothing} .backend=${backend}></message-thread>`,
};
export default meta;
type Story = StoryObj<Args>;
const { root, shows, said, press } = onStage('message-thread');

const clinic = (persona: 'jordan' | 'maya') =>
  new EmbeddedBackend({ storage: 'memory', seed: 'paired', persona });
const small = (services: BackendServices, session = aSession()) => fakeBackend(services, session);
const fails = (code: BackendErrorCode) => () => Promise.reject(new BackendError(code));
const maya = aSession({ person: { id: 'maya', name: 'Maya Ortiz', role: 'mentor' } });

const type = async (canvas: HTMLElement, words: string) => {
  const field = await waitFor(() => {
    const found = root(canvas).querySelector('textarea');
    if (!found) throw new Error('There is no field yet');
    return found;
  });
  await userEvent.type(field, words);
  return field;
};

/** What Jordan and Maya wrote in their first days. */
export const Participant: Story = {
  args: { backend: clinic('jordan') },
  play: said('You and Maya'),
};

/** The mentor also sends encouragements, and notes to keep. */
export const Mentor: Story = {
  args: { backend: clinic('maya'), pairingId: 'jordan-maya' },
  play: async ({ canvasElement }) => {
    await shows(canvasElement, 'You and Jordan');
    const note = root(canvasElement).querySelectorAll<HTMLInputElement>('.track input')[2]!;
    await userEvent.click(note);
    await shows(canvasElement, 'Jordan can keep it and find it again.');
  },
};

/** A sent message is there at once, and the field is empty for the next. */
export const Sent: Story = {
  args: { backend: clinic('jordan') },
  play: async ({ canvasElement }) => {
    await type(canvasElement, 'I slept six hours!');
    await press(canvasElement, 'Send');
    await shows(canvasElement, 'I slept six hours!');
    await waitFor(() => expect(root(canvasElement).querySelector('textarea')?.value).toBe(''));
  },
};

/** Only what the reader kept. */
export const Kept: Story = {
  args: {
    backend: small(conversation(aConversation().map((m) => ({ ...m, kept: m.kind === 'note' })))),
  },
  play: async ({ canvasElement }) => {
    await shows(canvasElement, 'You and Maya');
    await press(canvasElement, 'Kept');
    await waitFor(() => expect(root(canvasElement).querySelectorAll('.message').length).toBe(1));
  },
};

export const NothingKept: Story = {
  args: { backend: small(conversation([aMessage(1, 'Hello', { kept: false })])) },
  play: async ({ canvasElement }) => {
    await shows(canvasElement, 'Hello');
    await press(canvasElement, 'Kept');
    await shows(canvasElement, 'Nothing kept yet.');
  },
};

/** Years of messages come a page at a time. */
export const Long: Story = {
  args: {
    backend: small(
      conversation(
        Array.from({ length: 80 }, (_, i) =>
          aMessage(i, `Message ${80 - i}`, { from: i % 3 ? 'maya' : 'jordan' }),
        ),
      ),
    ),
  },
  play: said('Show earlier messages'),
};

export const Empty: Story = {
  args: { backend: small(conversation([])) },
  play: said('A hello is enough.'),
};

/** Hard words bring help to the reader's side; they can be sent all the same. */
export const HardWords: Story = {
  args: { backend: small(conversation(aConversation())) },
  play: async ({ canvasElement }) => {
    await type(canvasElement, 'I want to kill myself');
    await shows(canvasElement, 'If you think of hurting yourself, help is here.');
  },
};

/** The words stay where they were typed. */
export const NotSent: Story = {
  args: { backend: small(conversation(aConversation(), { send: fails('offline') })) },
  play: async ({ canvasElement }) => {
    const field = await type(canvasElement, 'Are you there?');
    await press(canvasElement, 'Send');
    await shows(canvasElement, 'You are offline. Nothing is lost.');
    await expect(field.value).toBe('Are you there?');
  },
};

export const NoMentorYet: Story = {
  args: { backend: small({ ...conversation([]), pairings: conversation([], {}, []).pairings }) },
  play: said('Once the two of you are paired'),
};

export const Asked: Story = {
  args: { backend: small(conversation([], {}, ['requested'])) },
  play: said('once the request is accepted'),
};

export const Resting: Story = {
  args: { backend: small(conversation(aConversation(), {}, ['paused'])) },
  play: said('are taking a rest'),
};

export const Ended: Story = {
  args: { backend: small(conversation(aConversation(), {}, ['ended'])) },
  play: said('Your time together has ended.'),
};

export const MentorResting: Story = {
  args: { backend: small(conversation(aConversation(), {}, ['paused']), maya) },
  play: said('You and Jordan'),
};

export const Loading: Story = {
  args: { backend: small(conversation([], { list: () => new Promise(() => {}) })) },
};

export const Failed: Story = {
  args: { backend: small(conversation([], { list: fails('unavailable') })) },
  play: said('We cannot reach the service right now.'),
};

export const NotAvailable: Story = {
  args: { backend: fakeBackend({}) },
  play: said('This is not available here.'),
};

export const SignedOut: Story = {
  args: { backend: fakeBackend({}, null) },
  play: said('You are signed out.'),
};
