import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { RoomBreakouts } from '../src/client/model/breakouts.js';
import { RoomError, type RoomPerson } from '../src/client/video/video-room.js';
import '../src/components/group-room/define.js';
import type { GroupRoom } from '../src/components/group-room/group-room.js';
import { aPair, going, PairsClinic } from '../test/support/breakouts.js';
import { aPerson } from '../test/support/fake-room.js';
import { picture } from './support/picture.js';

const meta: Meta = {
  title: 'Elements/group-room/Pairs',
  component: 'group-room',
  // Each story has a clinic of its own: what is done in one is not seen in another.
  loaders: [() => ({ clinic: new PairsClinic() })],
  render: (_, { loaded }): TemplateResult => {
    const { backend, makeRoom } = (loaded as { clinic: PairsClinic }).clinic;
    return html`<group-room
      meeting-id="group-1"
      .backend=${backend}
      .roomFactory=${makeRoom}
    ></group-room>`;
  },
};
export default meta;

const seen = (name: string, colour: string, more: Partial<RoomPerson> = {}) =>
  aPerson(name, {
    ...{ guest: `g-${name.toLowerCase()}`, camera: true, videoTrack: picture(colour) },
    ...more,
  });
const maya = () => seen('Maya', '#7a5c43', { speaking: true });
const group = () => [
  seen('Luis', '#44604f', { host: true }),
  maya(),
  aPerson('Bo', { guest: 'g-bo' }),
  seen('María del Carmen Fernández', '#333355', { guest: 'g-maria', microphone: false }),
];

interface Scene {
  readonly el: GroupRoom;
  readonly clinic: PairsClinic;
}
const find = (el: GroupRoom, selector: string) =>
  waitFor(
    () => {
      const found = el.shadowRoot?.querySelector<HTMLElement>(selector);
      if (!found) throw new Error(`No ${selector}`);
      return found;
    },
    { timeout: 4000 },
  );
const click = async (el: GroupRoom, selector: string) => userEvent.click(await find(el, selector));

/** In the group, when this is told of pairs; then what the person does. */
const scene = (told: RoomBreakouts, then: (scene: Scene) => unknown = () => {}): StoryObj => ({
  play: async ({ canvasElement, loaded }) => {
    const el = canvasElement.querySelector<GroupRoom>('group-room')!;
    const { clinic } = loaded as { clinic: PairsClinic };
    await click(el, '[part=enter]');
    await find(el, '.room');
    clinic.room.others(...group());
    clinic.tell(told);
    await then({ el, clinic });
    await el.updateComplete;
  },
});

const pair = async ({ el, clinic }: Scene, ...others: RoomPerson[]) => {
  await click(el, '.ways .button');
  await waitFor(() => expect(clinic.into).toBe('pair-1'));
  await find(el, '.left');
  clinic.room.others(...others);
};

/** A choice, and no shove: what, with whom, how long, and that one can come back. */
export const Invitation: StoryObj = scene(going(600), ({ el }) => find(el, '#invitation'));

export const InvitationInSpanish: StoryObj = { ...Invitation, globals: { locale: 'es' } };

export const InvitationFromRightToLeft: StoryObj = { ...Invitation, globals: { direction: 'rtl' } };

export const StaysInTheGroup: StoryObj = scene(going(600), async ({ el }) => {
  await find(el, '#invitation');
  await click(el, '.ways .quiet');
});

export const OthersAreInPairs: StoryObj = scene(going(600, []), ({ el }) => find(el, '.beside'));

export const OnTheWay: StoryObj = scene(going(600), async ({ el, clinic }) => {
  clinic.opensNever = true;
  await click(el, '.ways .button');
  await find(el, '.on-the-way');
});

export const InAPair: StoryObj = scene(going(480), (each) => pair(each, maya()));

export const InAPairInSpanish: StoryObj = { ...InAPair, globals: { locale: 'es' } };

export const WaitsForTheOther: StoryObj = scene(going(480, [aPair({}, { at: 'group' })]), (each) =>
  pair(each),
);

export const AboutToEnd: StoryObj = scene(going(480), async (each) => {
  await pair(each, maya());
  each.clinic.tell(going(25));
});

export const DidNotOpen: StoryObj = scene(going(480), async ({ el, clinic }) => {
  clinic.joinRefusal = new RoomError('room-full');
  await click(el, '.ways .button');
  await find(el, '.notice.problem');
  clinic.room.others(...group());
});

export const SupportFromAPair: StoryObj = scene(going(480), async (each) => {
  await pair(each, maya());
  await click(each.el, '[data-panel=support]');
  await click(each.el, '[data-support]');
});

const asHost = (told: Omit<RoomBreakouts, 'pairings'>, then?: (scene: Scene) => unknown) =>
  scene(
    { ...told, you: 'g-host', pairings: [{ mentor: 'g-maya', mentee: 'g-bo' }] },
    async (each) => {
      const { el, clinic } = each;
      clinic.room.me({ host: true });
      const there = told.running ? group().slice(2) : group().slice(1);
      clinic.room.others(...there, aPerson('Aspen', { guest: 'g-aspen' }));
      await click(el, '[data-panel=host]');
      await find(el, '.pairs');
      el.shadowRoot?.querySelector('.pairs')?.scrollIntoView({ block: 'nearest' });
      await then?.(each);
    },
  );

const idle = { you: 'g-host', running: null };

/** For the host: mentors with their mentees, and the others by two. */
export const HostBegins: StoryObj = asHost(idle);

export const HostBeginsInSpanish: StoryObj = { ...HostBegins, globals: { locale: 'es' } };

export const HostChanges: StoryObj = asHost(idle, async ({ el }) => {
  await click(el, '.pairs summary');
  const select = await find(el, '[data-guest=g-aspen]');
  await userEvent.selectOptions(select, '1');
  await click(el, '.pairs [type=submit]');
  await find(el, '.pairs .error-text');
  el.shadowRoot?.querySelector('.pairs')?.scrollIntoView({ block: 'start' });
});

const called = aPair({ at: 'pair', callsSince: '2026-11-24T20:00:00Z' }, { at: 'pair' });
const other = {
  id: 'pair-2',
  people: [
    { guest: 'g-maria', name: 'María del Carmen Fernández', at: 'group' as const },
    { guest: 'g-aspen', name: 'Aspen' },
  ],
};

/** Who is where, how long, and who asks for support. */
export const HostSees: StoryObj = asHost(going(420, [called, other]), ({ el }) =>
  find(el, '.pairs .calling'),
);

export const HostVisits: StoryObj = asHost(going(420, [called, other]), async ({ el, clinic }) => {
  await click(el, '[aria-label^="Visit Juniper"]');
  await find(el, '.left');
  clinic.room.me({ host: true });
  clinic.room.others(maya(), aPerson('Juniper', { guest: 'g-me' }));
});
