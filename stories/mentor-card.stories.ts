import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { userEvent } from 'storybook/test';
import type { MentorService, PairingService } from '../src/client/backend.js';
import { EmbeddedBackend } from '../src/client/backends/embedded/embedded-backend.js';
import { BackendError } from '../src/client/errors.js';
import type { Pairing } from '../src/client/model/pairing.js';
import type { Session } from '../src/client/model/session.js';
import '../src/components/mentor-card/define.js';
import type { MentorCard } from '../src/components/mentor-card/mentor-card.js';
import { aSession, fakeBackend } from '../test/support/fake-backend.js';
import { aPairing, inHours, maya, reasons } from '../test/support/mentors.js';
import { onStage } from './support/element-on-stage.js';

interface Args {
  mentorId: string;
  variant: MentorCard['variant'];
  backend?: MentorCard['backend'];
}

const meta: Meta<Args> = {
  title: 'Elements/mentor-card',
  component: 'mentor-card',
  args: { mentorId: 'maya', variant: 'full' },
  argTypes: {
    mentorId: { control: 'text', name: 'mentor-id' },
    variant: { control: 'inline-radio', options: ['full', 'compact'] },
    backend: { table: { disable: true } },
  },
  render: ({ mentorId, variant, backend }): TemplateResult =>
    html`<mentor-card
      mentor-id=${mentorId || nothing}
      variant=${variant}
      .backend=${backend}
    ></mentor-card>`,
};
export default meta;
type Story = StoryObj<Args>;
const { shows, press } = onStage('mentor-card');

const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);

/** A backend in which the participant and Maya stand as given. */
function standing(pairing?: Pairing, session: Partial<Session> = {}, mentor = maya()) {
  return fakeBackend(
    {
      mentors: {
        match: () => Promise.resolve({ mentor, reasons }),
        get: () => Promise.resolve(mentor),
      } as unknown as MentorService,
      pairings: {
        list: () => Promise.resolve({ items: pairing ? [pairing] : [] }),
        request: () => Promise.resolve(aPairing('requested')),
        apply: () => Promise.resolve(aPairing('paused')),
      } as unknown as PairingService,
    },
    aSession(session),
  );
}

const failing = (reason: BackendError) =>
  fakeBackend({
    mentors: { match: () => Promise.reject(reason) } as unknown as MentorService,
  });

/** The whole way over the embedded backend: ask, write, send. */
export const Asking: Story = {
  args: { backend: new EmbeddedBackend({ storage: 'memory' }) },
  play: async ({ canvasElement }) => {
    await shows(canvasElement, 'Ask Maya to be my mentor');
    await press(canvasElement, 'Ask Maya to be my mentor');
    await shows(canvasElement, 'Message to Maya (optional)');
    const field = canvasElement
      .querySelector('mentor-card')!
      .shadowRoot!.querySelector('textarea')!;
    await userEvent.type(field, 'Your story is a lot like mine.');
    await press(canvasElement, 'Send request');
    await shows(canvasElement, 'You asked Maya.');
  },
};

export const NotPaired: Story = { args: { backend: standing() } };

export const WithPhoto: Story = {
  args: {
    backend: standing(
      undefined,
      {},
      maya({
        photo: `data:image/svg+xml,${encodeURIComponent(
          '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><rect width="100" height="100" fill="#d8c4ad"/><circle cx="50" cy="42" r="19" fill="#7a4b32"/><path d="M12 100c0-28 18-36 38-36s38 8 38 36z" fill="#3c5a78"/></svg>',
        )}`,
      }),
    ),
  },
};

export const AnotherTimeZone: Story = {
  args: { backend: standing(undefined, { timeZone: 'Pacific/Honolulu' }) },
};

export const NoOpenPlace: Story = {
  args: { backend: standing(undefined, {}, maya({ openPlaces: 0 })) },
};

export const Resting: Story = {
  args: { backend: standing(undefined, {}, maya({ paused: true })) },
};

export const Requested: Story = { args: { backend: standing(aPairing('requested')) } };

export const Active: Story = { args: { backend: standing(aPairing('active')) } };

export const EndingAsksOnceMore: Story = {
  args: { backend: standing(aPairing('paused')) },
  play: async ({ canvasElement }) => {
    await shows(canvasElement, 'You and Maya are taking a break.');
    await press(canvasElement, 'End this mentorship');
    await shows(canvasElement, 'End your mentorship with Maya?');
  },
};

export const Paused: Story = { args: { backend: standing(aPairing('paused')) } };

export const PausedByMentor: Story = {
  args: { backend: standing(aPairing('paused', { changedBy: 'maya' })) },
};

export const DeclinedForTime: Story = {
  args: { backend: standing(aPairing('declined', { declineReason: 'no-time' })) },
};

export const DeclinedForExperience: Story = {
  args: { backend: standing(aPairing('declined', { declineReason: 'not-my-experience' })) },
};

export const Expired: Story = {
  args: { backend: standing(aPairing('expired', { expiresAt: inHours(-2) })) },
};

export const Ended: Story = { args: { backend: standing(aPairing('ended')) } };

export const ProgrammeEnding: Story = {
  args: {
    backend: standing(aPairing('active', { continuingConsent: ['mentor'] }), {
      programme: { name: 'Evening program', startedOn: day(63), weeks: 10 },
    }),
  },
};

export const WaitingForTheOtherSide: Story = {
  args: {
    backend: standing(aPairing('active', { continuingConsent: ['participant'] }), {
      programme: { name: 'Evening program', startedOn: day(80), weeks: 10, dischargedOn: day(4) },
    }),
  },
};

export const ContinuingCare: Story = {
  args: { backend: standing(aPairing('active', { phase: 'continuing-care' })) },
};

export const Compact: Story = { args: { variant: 'compact', backend: standing() } };

export const CompactRequested: Story = {
  args: { variant: 'compact', backend: standing(aPairing('requested')) },
};

export const CompactList: Story = {
  args: { backend: new EmbeddedBackend({ storage: 'memory' }) },
  parameters: { controls: { disable: true } },
  render: ({ backend }) =>
    html`${['maya', 'ray', 'denise', 'theo'].map(
      (id) =>
        html`<mentor-card mentor-id=${id} variant="compact" .backend=${backend}></mentor-card
          ><br />`,
    )}`,
};

export const OwnCard: Story = {
  args: {
    backend: standing(undefined, { person: { id: 'maya', name: 'Maya', role: 'mentor' } }),
  },
};

export const HandedIn: Story = {
  parameters: { controls: { disable: true } },
  render: () => html`<mentor-card .mentor=${maya()} .reasons=${reasons}></mentor-card>`,
};

export const Loading: Story = {
  args: {
    backend: fakeBackend({
      mentors: { match: () => new Promise(() => {}) } as unknown as MentorService,
    }),
  },
};

export const Failing: Story = { args: { backend: failing(new BackendError('unavailable')) } };

export const Malformed: Story = {
  args: {
    backend: fakeBackend({
      mentors: { match: () => Promise.resolve({ mentor: 'Maya' }) } as unknown as MentorService,
    }),
  },
};

export const LastPlaceTaken: Story = {
  args: {
    backend: {
      ...standing(),
      pairings: {
        list: () => Promise.resolve({ items: [] }),
        request: () => Promise.reject(new BackendError('conflict', { detail: 'no-capacity' })),
      } as unknown as PairingService,
    },
  },
  play: async ({ canvasElement }) => {
    await shows(canvasElement, 'Ask Maya to be my mentor');
    await press(canvasElement, 'Ask Maya to be my mentor');
    await shows(canvasElement, 'Send request');
    await press(canvasElement, 'Send request');
    await shows(canvasElement, 'last place was just taken');
  },
};

export const Absent: Story = { args: { backend: fakeBackend() } };

export const SignedOut: Story = { args: { backend: fakeBackend({}, null) } };

export const NothingIsKept: Story = {
  args: { backend: { ...standing(), durable: Promise.resolve(false) } },
};

export const NobodyChosen: Story = { args: { mentorId: '', backend: standing() } };

export const Spanish: Story = {
  globals: { locale: 'es' },
  args: { backend: standing(aPairing('active')) },
};

export const Dark: Story = {
  globals: { theme: 'dark' },
  args: { backend: standing(aPairing('active')) },
};

export const RightToLeft: Story = { globals: { direction: 'rtl' }, args: { backend: standing() } };
