import { RoomDoor, type Admission, type DoorChange } from '../../model/room-door.js';
import { check, ConformanceSkip, fits, refuses, same } from '../assert.js';
import { casesOf, type Seat, type Stage } from '../stage.js';

interface Doorkeeper {
  readonly keep: (change: DoorChange) => Promise<RoomDoor>;
  readonly look: () => Promise<RoomDoor>;
  /** What somebody is called within the room, as they would be let in now. */
  readonly guestOf: (seat: Seat) => Promise<string>;
}

/** The host of the open meeting, with its door in their hand. */
async function host(stage: Stage): Promise<Doorkeeper> {
  const { open } = stage.world.meetings;
  const backend = await stage.world.host?.();
  const sessions = backend?.sessions;
  const keepDoor = sessions?.keepDoor?.bind(sessions);
  const door = sessions?.door?.bind(sessions);
  if (!keepDoor || !door) throw new ConformanceSkip('There are no doors to keep here');
  return {
    keep: async (change) => fits(RoomDoor, await keepDoor(open, change), 'The door'),
    look: async () => fits(RoomDoor, await door(open), 'The door'),
    async guestOf(seat) {
      const access = await seat.sessions.access(open);
      if (access.transport !== 'mesh' || !access.guest)
        throw new ConformanceSkip('What people are called in a room is not told here');
      return access.guest;
    },
  };
}

/** Somebody who has agreed, and would be let in. */
async function comer(stage: Stage, persona: 'participant' | 'peer'): Promise<Seat> {
  const seat = await stage.as(persona);
  const { open } = stage.world.meetings;
  const { agreements } = await seat.sessions.get(open);
  await seat.sessions.accept(open, agreements.version);
  return seat;
}

const enter = (stage: Stage, seat: Seat) => seat.sessions.access(stage.world.meetings.open);
const knock = (stage: Stage, seat: Seat, name: string): Promise<Admission> =>
  seat.sessions.knock?.(stage.world.meetings.open, { name }) ??
  Promise.reject(new ConformanceSkip('There are no doors to keep here'));

export const doorCases = casesOf('sessions', {
  'whoever a host removes stays out of the meeting, until they are let in again': async (stage) => {
    const { keep, look, guestOf } = await host(stage);
    const [me, peer] = [await comer(stage, 'participant'), await comer(stage, 'peer')];
    const guest = await guestOf(me);
    const door = await keep({ type: 'remove', guest, name: 'Jo', reason: 'unsettled' });
    same(
      door.removed.map((each) => [each.guest, each.name]),
      [[guest, 'Jo']],
      'Who was removed',
    );
    await refuses(enter(stage, me), 'conflict', 'removed');
    await refuses(knock(stage, me, 'Jo'), 'conflict', 'removed');
    await refuses(enter(stage, await stage.as('participant')), 'conflict', 'removed');
    await enter(stage, peer);
    const { open } = stage.world.meetings;
    same((await me.sessions.get(open)).removed, true, 'What they read of the meeting');
    same((await peer.sessions.get(open)).removed, undefined, 'What the others read of it');
    const ear = await stage.listen(me);
    await keep({ type: 'admit', guests: [guest] });
    await ear.hears('sessions');
    same((await me.sessions.get(open)).removed, undefined, 'What they read of it then');
    same((await look()).removed, [], 'Who is still out');
    await enter(stage, me);
  },

  'a locked room keeps those who are in, and nobody else comes in': async (stage) => {
    const { keep, guestOf } = await host(stage);
    const [me, peer] = [await comer(stage, 'participant'), await comer(stage, 'peer')];
    const door = await keep({ type: 'lock', present: [await guestOf(me)] });
    check(door.locked, 'It should be locked');
    await enter(stage, me);
    await refuses(enter(stage, peer), 'conflict', 'locked');
    check(!(await keep({ type: 'unlock' })).locked, 'It should be open again');
    await enter(stage, peer);
  },

  'who was noted as there may come back into a locked room': async (stage) => {
    const { keep } = await host(stage);
    const me = await comer(stage, 'participant');
    const joinedAt = stage.now().toISOString();
    await me.sessions.attend({ meetingId: stage.world.meetings.open, joinedAt });
    await keep({ type: 'lock', present: [] });
    await enter(stage, me);
  },

  'people are called otherwise in a room than in the clinic, and each otherwise': async (stage) => {
    const { look, guestOf } = await host(stage);
    const guests = [
      await guestOf(await comer(stage, 'participant')),
      await guestOf(await comer(stage, 'peer')),
    ];
    same(new Set([...guests, ...Object.values(stage.world.people)]).size, 6, 'Different names');
    const { expected } = await look();
    check(
      guests.every((guest) => expected.includes(guest)),
      'The host should know whom to expect',
    );
  },

  'the door is for its host alone': async (stage) => {
    const { guestOf } = await host(stage);
    const me = await comer(stage, 'participant');
    const guest = await guestOf(await comer(stage, 'peer'));
    const { open } = stage.world.meetings;
    const remove = { type: 'remove', guest, name: 'Sam', reason: 'unsettled' } as const;
    for (const seat of [me, await stage.as('mentor'), await stage.as('clinician')]) {
      await refuses(seat.sessions.door?.(open) ?? Promise.resolve(), 'forbidden');
      for (const change of [remove, { type: 'unlock' } as const])
        await refuses(seat.sessions.keepDoor?.(open, change) ?? Promise.resolve(), 'forbidden');
    }
    await enter(stage, await stage.as('peer'));
  },

  'an unknown guest cannot be let in or removed': async (stage) => {
    const { keep } = await host(stage);
    const guests = ['nobody of this room'];
    await refuses(keep({ type: 'admit', guests }), 'invalid-request', 'guest');
  },

  'who is reported is told to those who look into it, and to nobody else': async (stage) => {
    const { guestOf } = await host(stage);
    const [me, peer] = [await comer(stage, 'participant'), await comer(stage, 'peer')];
    const guest = await guestOf(peer);
    const meetingId = stage.world.meetings.open;
    const report = { type: 'room-report', meetingId, guest, reason: 'unkind' } as const;
    const raisedAt = stage.now().toISOString();
    const receipt = await me.safety.raise({ triggers: [report], raisedAt });
    same(receipt.triggers, [report], 'What the one who reports is told');
    same((await peer.safety.list()).items, [], 'What the other learns');
    const { items } = await (await stage.as('clinician')).safety.list();
    same(
      items.map(({ triggers }) => triggers),
      [[{ ...report, about: stage.world.people.peer }]],
      'What a clinician reads',
    );
    const unknown = { ...report, guest: 'nobody of this room' };
    await refuses(me.safety.raise({ triggers: [unknown], raisedAt }), 'invalid-request', 'guest');
    const elsewhere = { type: 'support-call', meetingId: 'no such meeting' } as const;
    await refuses(me.safety.raise({ triggers: [elsewhere], raisedAt }), 'not-found');
  },

  'a call for support from a meeting says who calls, by what the room calls them': async (
    stage,
  ) => {
    const { guestOf } = await host(stage);
    const me = await comer(stage, 'participant');
    const guest = await guestOf(me);
    const call = { type: 'support-call', meetingId: stage.world.meetings.open } as const;
    const raisedAt = stage.now().toISOString();
    // Whatever a browser says of itself.
    await me.safety.raise({ triggers: [{ ...call, guest: 'somebody else' }], raisedAt });
    const { items } = await (await stage.as('clinician')).safety.list();
    same(
      items.map(({ triggers }) => triggers),
      [[{ ...call, guest }]],
      'What a clinician reads',
    );
  },

  'whoever is in need not knock': async (stage) => {
    await host(stage);
    const me = await comer(stage, 'participant');
    same(await knock(stage, me, 'Jo'), { state: 'admitted' }, 'The answer');
  },
});
