import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { Backend, MeetingService, SafetyService } from '../src/client/backend.js';
import { EmbeddedBackend } from '../src/client/backends/embedded/embedded-backend.js';
import { BackendError } from '../src/client/errors.js';
import type { Meeting } from '../src/client/model/meeting.js';
import type { SafetyAlert } from '../src/client/model/safety.js';
import { RoomError, type RoomPerson, type RoomState } from '../src/client/video/video-room.js';
import '../src/components/group-room/define.js';
import type { GroupRoom } from '../src/components/group-room/group-room.js';
import { aSession, fakeBackend } from '../test/support/fake-backend.js';
import { aPerson, aScreen, FakeRoom } from '../test/support/fake-room.js';
import { failingMedia } from '../test/support/media.js';
import { aMeeting, agreed, meetingBackend, minutesFromNow } from '../test/support/meetings.js';
import { picture } from './support/picture.js';

interface Args {
  meetingId: string;
  alias: string;
  backend: Backend;
  room?: FakeRoom;
}

const coming = (): Meeting[] => [
  aMeeting(),
  aMeeting({
    id: 'group-2',
    title: { en: 'Sleep and steady days', es: 'Dormir y tener días estables' },
    startsAt: minutesFromNow(1440),
    endsAt: minutesFromNow(1515),
  }),
  aMeeting({
    id: 'one-to-one',
    kind: 'one-to-one',
    title: { en: 'One-to-one with Maya', es: 'Encuentro con Maya' },
    facilitator: { id: 'maya', name: 'Maya', role: 'mentor' },
    agreements: { version: '1', items: [] },
    startsAt: minutesFromNow(2880),
    endsAt: minutesFromNow(2910),
  }),
];

const clinic = (services?: Partial<MeetingService>, meetings = coming()) =>
  meetingBackend(meetings, services).backend;
const never = () => new Promise<never>(() => {});

const meta: Meta<Args> = {
  title: 'Elements/group-room',
  component: 'group-room',
  args: { meetingId: '', alias: '' },
  argTypes: {
    meetingId: { name: 'meeting-id', control: 'text' },
    alias: { control: 'text' },
    backend: { control: false },
    room: { table: { disable: true } },
  },
  // Each story has a backend of its own: what is done in one is not seen in another.
  loaders: [({ args }) => ({ backend: args.backend ?? clinic() })],
  render: ({ meetingId, alias, room, backend }, { loaded }): TemplateResult =>
    html`<group-room
      meeting-id=${meetingId || nothing}
      alias=${alias}
      .backend=${backend ?? (loaded as { backend: Backend }).backend}
      .roomFactory=${room && (() => Promise.resolve(room))}
    ></group-room>`,
};
export default meta;
type Story = StoryObj<Args>;

const elementIn = (canvas: HTMLElement) => canvas.querySelector<GroupRoom>('group-room')!;
const says = (el: GroupRoom, words: string | RegExp) =>
  waitFor(() => expect(el.shadowRoot?.textContent?.replace(/\s+/g, ' ')).toMatch(words), {
    timeout: 4000,
  });
const press = async (el: GroupRoom, words: string) => {
  const find = () =>
    [...el.shadowRoot!.querySelectorAll('button')].find((b) => b.textContent.includes(words));
  await waitFor(() => expect(find()).toBeTruthy(), { timeout: 4000 });
  await userEvent.click(find()!);
};

/** The next sessions, live: the embedded clinic with one group whose doors are open. */
export const Sessions: Story = {
  loaders: [() => ({ backend: new EmbeddedBackend({ storage: 'memory' }) })],
};

/** One's own words and zone: Spanish, on a phone. */
export const SessionsInSpanish: Story = { globals: { locale: 'es' } };

export const NothingPlanned: Story = { args: { backend: clinic({}, []) } };

export const Loading: Story = { args: { backend: clinic({ list: never }) } };

export const LoadingTheDoor: Story = {
  args: { backend: clinic({ get: never }), meetingId: 'group-1' },
};

export const CannotBeReached: Story = {
  args: { backend: clinic({ list: () => Promise.reject(new BackendError('unavailable')) }) },
};

export const SignedOut: Story = { args: { backend: meetingBackend([], {}, null).backend } };

export const NotAvailable: Story = { args: { backend: fakeBackend() } };

export const NothingIsKept: Story = {
  args: {
    backend: meetingBackend(coming(), {}, aSession(), { durable: Promise.resolve(false) }).backend,
  },
};

/** Who and what, what is agreed on, how I look and sound. */
export const Door: Story = { args: { meetingId: 'group-1' } };

export const DoorBeforeItOpens: Story = { args: { meetingId: 'group-2' } };

export const DoorOfAOneToOne: Story = { args: { meetingId: 'one-to-one' } };

export const AgreedBefore: Story = {
  args: { meetingId: 'group-1', backend: clinic({}, [aMeeting({ accepted: agreed })]) },
};

export const AgreementsHaveChanged: Story = {
  args: {
    meetingId: 'group-1',
    backend: clinic({}, [aMeeting({ accepted: { ...agreed, version: '0' } })]),
  },
};

export const Over: Story = {
  args: {
    meetingId: 'group-1',
    backend: clinic({}, [aMeeting({ startsAt: minutesFromNow(-90), endsAt: minutesFromNow(-9) })]),
  },
};

export const Cancelled: Story = {
  args: { meetingId: 'group-1', backend: clinic({}, [aMeeting({ status: 'cancelled' })]) },
};

/** What is missing is said in its place, and the focus goes to the first. */
export const SomethingIsMissing: Story = {
  args: { meetingId: 'group-1' },
  play: async ({ canvasElement }) => {
    const el = elementIn(canvasElement);
    await press(el, 'Go in');
    await says(el, 'Please agree to this');
    await waitFor(() => expect(el.shadowRoot?.activeElement?.matches('.agree input')).toBe(true));
  },
};

/** Real fake devices: a picture, a level, a choice. */
export const DeviceCheck: Story = {
  args: { meetingId: 'group-1' },
  play: async ({ canvasElement }) => {
    const el = elementIn(canvasElement);
    const turnOn = async (name: string) => {
      const find = () => el.shadowRoot?.querySelector<HTMLInputElement>(`[name=${name}]`);
      await waitFor(() => expect(find()).toBeTruthy());
      find()?.click();
    };
    await turnOn('camera');
    await turnOn('microphone');
    await says(el, 'Say a few words');
    await waitFor(() => expect(el.shadowRoot?.querySelector('video')).toBeTruthy());
  },
};

/** Sound and connection, each for those who like to know before. */
export const TryOut: Story = {
  args: { meetingId: 'group-1' },
  play: async ({ canvasElement }) => {
    const el = elementIn(canvasElement);
    await waitFor(() => expect(el.shadowRoot?.querySelector('summary')).toBeTruthy());
    el.shadowRoot?.querySelector('summary')?.click();
    await press(el, 'Test the connection');
    await says(el, 'we can only tell in the room');
  },
};

export const TryOutInSpanish: Story = {
  args: { meetingId: 'group-1' },
  globals: { locale: 'es' },
  play: async ({ canvasElement }) => {
    const el = elementIn(canvasElement);
    await waitFor(() => expect(el.shadowRoot?.querySelector('summary')).toBeTruthy());
    el.shadowRoot?.querySelector('summary')?.click();
    await says(el, 'Nadie más los oye');
  },
};

/** The system keeps the camera: what to do, step by step. */
export const CameraIsRefused: Story = {
  args: { meetingId: 'group-1' },
  play: async ({ canvasElement }) => {
    const el = elementIn(canvasElement);
    const restore = failingMedia('NotAllowedError', 'Permission denied by system');
    try {
      const find = () => el.shadowRoot?.querySelector<HTMLInputElement>('[name=camera]');
      await waitFor(() => expect(find()).toBeTruthy());
      find()?.click();
      await says(el, 'How to allow it');
    } finally {
      restore();
    }
  },
};

const refused = (refusal: Error): Story => {
  const room = Object.assign(new FakeRoom(), { refusal });
  return {
    args: { meetingId: 'group-1', room, backend: clinic({}, [aMeeting({ accepted: agreed })]) },
    play: async ({ canvasElement }) => {
      const el = elementIn(canvasElement);
      await press(el, 'Go in');
      await waitFor(() => expect(el.shadowRoot?.querySelector('[role=alert]')).toBeTruthy());
    },
  };
};

export const RoomIsFull: Story = refused(new RoomError('room-full'));

export const RoomIsNotSupported: Story = refused(new RoomError('transport-not-supported'));

const withPicture = (name: string, colour: string, more: Partial<RoomPerson> = {}) =>
  aPerson(name, { camera: true, videoTrack: picture(colour), ...more });

const six = () => [
  withPicture('Juniper', '#7a5c43', { speaking: true }),
  aPerson('Aspen', { microphone: false, handRaisedAt: 2 }),
  withPicture('Luis', '#e9e4d4', { handRaisedAt: 1 }),
  withPicture('María del Carmen Fernández', '#333355', { microphone: false }),
  aPerson('Bo', { connection: 'interrupted' }),
];

/** A room in which a story puts people and events. */
const inside = (
  others: () => RoomPerson[],
  then: (el: GroupRoom, room: FakeRoom) => unknown = () => {},
  state: Partial<RoomState> = {},
): Story => ({
  args: { meetingId: 'group-1', backend: clinic({}, [aMeeting({ accepted: agreed })]) },
  render: ({ meetingId, alias, backend }) =>
    html`<group-room
      meeting-id=${meetingId}
      alias=${alias}
      .backend=${backend}
      .roomFactory=${() => Promise.resolve(new FakeRoom())}
    ></group-room>`,
  play: async ({ canvasElement }) => {
    const el = elementIn(canvasElement);
    const room = new FakeRoom();
    el.roomFactory = () => Promise.resolve(room);
    await press(el, 'Go in');
    await waitFor(() => expect(el.shadowRoot?.querySelector('.room')).toBeTruthy());
    room.others(...others());
    room.set(state);
    await el.updateComplete;
    await then(el, room);
  },
});

/** The same at a clinic whose care team looks at alerts. */
function withCare(story: Story): Story {
  const backend = Object.assign(clinic({}, [aMeeting({ accepted: agreed })]), {
    safety: {
      policy: () =>
        Promise.resolve({
          recipient: { en: 'your care team', es: 'tu equipo de atención' },
          hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 540, to: 1020 })),
          timeZone: 'America/Chicago',
        }),
      raise: never,
      list: () => Promise.resolve({ items: [] }),
    },
  });
  return { ...story, args: { meetingId: 'group-1', backend } };
}

export const FirstInTheRoom: Story = inside(() => []);

export const OneToOne: Story = inside(() => [withPicture('Maya', '#7a5c43', { speaking: true })]);

export const ThreeInTheRoom: Story = inside(() => six().slice(0, 2));

export const SixInTheRoom: Story = inside(six);

export const SixInTheRoomInSpanish: Story = {
  ...inside(() => []),
  globals: { locale: 'es' },
  play: async ({ canvasElement }) => {
    const el = elementIn(canvasElement);
    const room = new FakeRoom();
    el.roomFactory = () => Promise.resolve(room);
    await press(el, 'Entrar');
    await says(el, 'Salir en silencio');
    room.others(...six());
  },
};

export const WhoIsHere: Story = inside(six, async (el) => {
  await press(el, 'People (6)');
  await says(el, 'Hands up, in order');
});

export const Messages: Story = inside(six, async (el, room) => {
  room.write('Maya', 'Glad that you are all here. We begin with how the week was.');
  room.write('Jordan', 'A hard Monday, and then it got better.', true);
  room.others(
    ...room.state.people.slice(1).map((p, i) => (i ? p : { ...p, reaction: 'heart' as const })),
  );
  await waitFor(() => expect(el.shadowRoot?.querySelector('[data-panel=messages]')).toBeTruthy());
  el.shadowRoot?.querySelector<HTMLElement>('[data-panel=messages]')?.click();
  await waitFor(() => expect(el.shadowRoot?.querySelector('.messages')).toBeTruthy());
});

const openView = async (el: GroupRoom) => {
  await waitFor(() => expect(el.shadowRoot?.querySelector('[data-panel=view]')).toBeTruthy());
  el.shadowRoot?.querySelector<HTMLElement>('[data-panel=view]')?.click();
  await waitFor(() => expect(el.shadowRoot?.querySelector('.choices')).toBeTruthy());
};
const choose = (el: GroupRoom, words: string) =>
  [...el.shadowRoot!.querySelectorAll('label')].find((l) => l.textContent.includes(words))?.click();

const twentyNine = () => [
  ...six(),
  ...Array.from({ length: 24 }, (_, i) => aPerson(`Guest ${i + 1}`, { microphone: i % 3 > 0 })),
];

/** More people than fit: pages, by pointer and by key. Everybody is heard on each. */
export const Pages: Story = inside(twentyNine, (el) => says(el, /Page 1 of \d/));

/** How people are shown, what one shows, and whether it is recorded. */
export const View: Story = inside(
  six,
  async (el, room) => {
    room.recordable = true;
    await openView(el);
  },
  { captions: [] },
);

/** Whoever speaks is large, without flicker. */
export const WhoeverSpeaksIsLarge: Story = inside(six, async (el) => {
  await openView(el);
  choose(el, 'Whoever speaks');
  await waitFor(() => expect(el.shadowRoot?.querySelector('.large')).toBeTruthy());
  el.shadowRoot?.querySelector<HTMLElement>('[data-panel=view]')?.click();
});

export const SoundOnly: Story = inside(six, async (el) => {
  await openView(el);
  choose(el, 'Sound only');
});

export const SomebodyShowsTheirScreen: Story = inside(() =>
  six().map((p, i) => (i ? p : { ...p, screenTrack: aScreen() })),
);

export const YouShowYourScreen: Story = inside(six, async (el, room) => {
  await room.shareScreen?.(true);
  await says(el, 'Everyone sees your screen');
});

export const Captions: Story = inside(
  six,
  async (el) => {
    await openView(el);
    choose(el, 'Captions');
    await waitFor(() => expect(el.shadowRoot?.querySelector('.captions')).toBeTruthy());
    el.shadowRoot?.querySelector<HTMLElement>('[data-panel=view]')?.click();
  },
  {
    captions: [
      { id: '1', name: 'Juniper', text: 'The evenings are the hard part for me.', lang: 'en' },
      { id: '2', name: 'Luis', text: 'A mí me ayuda llamar a alguien antes de cenar.', lang: 'es' },
    ],
  },
);

/** Everyone is asked; nothing is recorded before all have said yes. */
export const AskedToBeRecorded: Story = inside(six, (el) => says(el, 'asks to record'), {
  recording: { phase: 'asking', askedBy: 'Sam', missing: 3 },
});

/** Whoever comes while it is recorded is asked first, and held back until then. */
export const AskedAsALateComer: Story = inside(six, (el) => says(el, 'Nobody hears or sees you'), {
  recording: { phase: 'on', askedBy: 'Sam', missing: 1, held: true },
});

export const Recorded: Story = inside(six, (el) => says(el, 'is being recorded'), {
  recording: { phase: 'on', askedBy: 'Sam', answer: true, missing: 0 },
});

/** A call comes in: the system has the microphone for now. */
export const PhoneCall: Story = inside(six, (el) => says(el, 'maybe for a call'), {
  error: new RoomError('device-interrupted', { device: 'microphone' }),
});

export const CameraTakenByTheNetwork: Story = inside(six, (_, room) => {
  room.set({ reduced: 'camera' });
});

export const YouAreMuted: Story = inside(six, async (el, room) => {
  room.me({ speaking: true });
  await says(el, 'You are muted.');
});

export const Reconnecting: Story = inside(
  () => [aPerson('Juniper', { connection: 'interrupted' })],
  undefined,
  { connection: 'reconnecting' },
);

export const CameraInUse: Story = inside(six, async (el, room) => {
  room.deviceError = new RoomError('device-in-use', { device: 'camera' });
  await press(el, 'Start video');
  await says(el, 'Another app or tab is using your camera');
});

export const Left: Story = inside(six, async (el) => {
  await press(el, 'Leave quietly');
  await says(el, 'We let your program know');
});

/** The one question, answered kindly. */
export const ItWasHard: Story = {
  ...inside(six, async (el) => {
    await press(el, 'Leave quietly');
    await press(el, 'It was hard');
    await says(el, 'you do not have to carry this alone');
  }),
  args: {
    meetingId: 'group-1',
    backend: Object.assign(clinic({}, [aMeeting({ accepted: agreed })]), {
      checkIns: {
        submit: () =>
          Promise.resolve({
            status: 'received',
            checkInId: 'c',
            at: new Date().toISOString(),
          }),
        list: () => Promise.resolve({ items: [] }),
      },
    }),
  },
};

export const ConnectionLost: Story = inside(six, async (el, room) => {
  room.set({ connection: 'failed', people: [], error: new RoomError('connection-lost') });
  await says(el, 'You are no longer in the room');
});

const openPanel = async (el: GroupRoom, panel: string, shown: string) => {
  const find = () => el.shadowRoot?.querySelector<HTMLElement>(`[data-panel=${panel}]`);
  await waitFor(() => expect(find()).toBeTruthy(), { timeout: 4000 });
  find()?.click();
  await waitFor(() => expect(el.shadowRoot?.querySelector(shown)).toBeTruthy(), { timeout: 4000 });
};

/** Who runs the room: who asks for support, who asks to come in, and what can be done for everyone. */
export const HostMenu: Story = inside(six, async (el, room) => {
  room.me({ host: true });
  room.set({
    supportCalls: [{ personId: 'aspen', name: 'Aspen', at: 1 }],
    waiting: [
      { id: 'dana', name: 'Dana' },
      { id: 'rosa', name: 'Rosa Isabel de la Cruz Montoya' },
    ],
    removed: [{ id: 'kai', name: 'Kai' }],
    locked: false,
  });
  await openPanel(el, 'host', '.host-acts');
});

/** What people in the session told the care team, for who runs it. */
export const HostReadsReports: Story = inside(
  () => six().map((p) => ({ ...p, guest: p.id })),
  async (el, room) => {
    const raisedAt = '2026-11-24T18:05:00.000Z';
    const told = { personId: 'sam', raisedAt, receivedAt: raisedAt };
    const meetingId = 'group-1';
    const items: SafetyAlert[] = [
      {
        ...told,
        id: 'a',
        triggers: [
          {
            ...{ type: 'room-report', meetingId, guest: 'bo', reason: 'private-questions' },
            words: 'Asked me twice where I live.',
          },
        ],
      },
      { ...told, id: 'b', triggers: [{ type: 'support-call', meetingId, guest: 'aspen' }] },
    ];
    const safety: Partial<SafetyService> = {
      policy: () => Promise.resolve(null),
      list: () => Promise.resolve({ items }),
      acknowledge: () => Promise.resolve({ ...items[0]!, acknowledgedAt: raisedAt }),
    };
    Object.assign(el.backend!, { safety });
    room.me({ host: true });
    await openPanel(el, 'host', '.alerts');
    el.shadowRoot?.querySelector<HTMLElement>('.alerts button')?.click();
    await says(el, 'You have seen this');
  },
);

/** The same with a locked room and nobody else. */
export const HostOfALockedRoom: Story = inside(
  () => [],
  async (el, room) => {
    room.me({ host: true });
    room.set({ locked: true, waiting: [], removed: [] });
    await openPanel(el, 'host', '.host-acts');
  },
);

/** A host is asked why somebody should leave. */
export const HostRemoves: Story = inside(six, async (el, room) => {
  room.me({ host: true });
  await openPanel(el, 'host', '.host-acts');
  el.shadowRoot?.querySelector<HTMLElement>('[data-remove=bo]')?.click();
  await waitFor(() => expect(el.shadowRoot?.querySelector('.removal form')).toBeTruthy());
});

export const Support: Story = inside(
  () => six().map((p) => (p.name === 'Luis' ? { ...p, host: true } : p)),
  async (el, room) => {
    room.set({ support: 'received' });
    await openPanel(el, 'support', '[part=support]');
  },
);

/** No facilitator is there: help first, and the clinic can be told. */
export const SupportWithoutAHost: Story = withCare(
  inside(six, async (el) => {
    await openPanel(el, 'support', '[data-support]');
  }),
);

export const ReportSomebody: Story = withCare(
  inside(
    () => six().map((p) => ({ ...p, guest: p.id })),
    async (el) => {
      await openPanel(el, 'people', 'button.report');
      el.shadowRoot?.querySelector<HTMLElement>('button.report')?.click();
      await waitFor(() => expect(el.shadowRoot?.querySelector('form.report')).toBeTruthy());
    },
  ),
);

/** At the door, whose host answers as told. */
const atADoorThat = (refusal: string, shown: string, meeting: Partial<Meeting> = {}): Story => ({
  args: {
    meetingId: 'group-1',
    backend: clinic(
      {
        access: () => Promise.reject(new BackendError('conflict', { detail: refusal })),
        knock: () => Promise.resolve({ state: 'waiting' }),
      },
      [aMeeting({ accepted: agreed, ...meeting })],
    ),
  },
  play: async ({ canvasElement }) => {
    const el = elementIn(canvasElement);
    const enter = () => el.shadowRoot?.querySelector<HTMLElement>('[part=enter]');
    await waitFor(() => expect(enter()).toBeTruthy(), { timeout: 4000 });
    enter()?.click();
    await waitFor(() => expect(el.shadowRoot?.querySelector(shown)).toBeTruthy(), {
      timeout: 4000,
    });
  },
});

export const WaitingRoom: Story = atADoorThat('not-admitted', '.waiting', { waitingRoom: true });

export const WaitingRoomInSpanish: Story = { ...WaitingRoom, globals: { locale: 'es' } };

export const Locked: Story = atADoorThat('locked', '[role=alert] .notice');

export const LockedWithAWaitingRoom: Story = atADoorThat('locked', '[role=alert] .notice', {
  waitingRoom: true,
});

export const RemovedAtTheDoor: Story = atADoorThat('removed', '[role=alert] .notice');

/** Somebody removed looks at the door again; it opens by itself once they are let back in. */
export const DoorIsClosedForYou: Story = {
  args: {
    meetingId: 'group-1',
    backend: clinic({}, [aMeeting({ accepted: agreed, removed: true })]),
  },
  play: ({ canvasElement }) => says(elementIn(canvasElement), 'If Luis lets you back in'),
};

export const Removed: Story = inside(six, async (el, room) => {
  room.set({ connection: 'failed', people: [], error: new RoomError('ejected') });
  await says(el, 'The facilitator ended your visit for now');
});
