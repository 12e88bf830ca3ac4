import type { MeetingService } from '../../backend.js';
import { BREAKOUT_NOTICE_MS } from '../../model/breakout-groups.js';
import { RoomBreakouts, type BreakoutChange, type BreakoutWord } from '../../model/breakouts.js';
import { check, ConformanceSkip, fits, refuses, same } from '../assert.js';
import { pause } from '../ear.js';
import { casesOf, type Seat, type Stage } from '../stage.js';

type Breakouts = Required<Pick<MeetingService, 'breakouts' | 'keepBreakouts' | 'tellBreakout'>>;

/** Somebody in the meeting's room. */
interface Guest {
  readonly seat: Seat;
  readonly guest: string;
  readonly look: () => Promise<RoomBreakouts>;
  readonly enter: (breakout?: string) => ReturnType<MeetingService['access']>;
  readonly tell: (word: BreakoutWord) => Promise<RoomBreakouts>;
}

/** The room with everybody in it, and its host. */
interface Room {
  readonly me: Guest;
  readonly peer: Guest;
  readonly mentor: Guest;
  readonly meetingId: string;
  readonly keep: (change: BreakoutChange, idempotencyKey?: string) => Promise<RoomBreakouts>;
  readonly look: () => Promise<RoomBreakouts>;
  readonly host: Breakouts & MeetingService;
}

const skip = () => new ConformanceSkip('There are no small rooms here');

async function gather(stage: Stage): Promise<Room> {
  const meetingId = stage.world.pairs;
  const backend = await stage.world.host?.();
  const host = backend?.sessions as (Breakouts & MeetingService) | undefined;
  if (meetingId === undefined || !host?.keepBreakouts) throw skip();
  const { agreements } = await host.get(meetingId);
  await host.accept(meetingId, agreements.version);
  const come = async (persona: 'participant' | 'peer' | 'mentor'): Promise<Guest> => {
    const seat = await stage.as(persona);
    const sessions = seat.sessions as Breakouts & MeetingService;
    await sessions.accept(meetingId, agreements.version);
    const access = await sessions.access(meetingId);
    if (access.transport !== 'mesh' || !access.guest)
      throw new ConformanceSkip('What people are called in a room is not told here');
    return {
      seat,
      guest: access.guest,
      look: async () => fits(RoomBreakouts, await sessions.breakouts(meetingId), 'What is known'),
      enter: (breakout) => sessions.access(meetingId, { breakout }),
      tell: (word) => sessions.tellBreakout(meetingId, word),
    };
  };
  return {
    ...{ me: await come('participant'), peer: await come('peer'), mentor: await come('mentor') },
    meetingId,
    host,
    keep: async (change, idempotencyKey) =>
      fits(
        RoomBreakouts,
        await host.keepBreakouts(meetingId, change, { idempotencyKey }),
        'What the host knows',
      ),
    look: () => host.breakouts(meetingId),
  };
}

const pairOf = ({ me, mentor }: Room): BreakoutChange => ({
  type: 'start',
  pairs: [
    [
      { guest: me.guest, name: 'Juniper' },
      { guest: mentor.guest, name: 'Maya' },
    ],
  ],
  minutes: 10,
});

/** The room after `me` and `mentor` were asked into a small one. */
async function begin(stage: Stage): Promise<Room & { readonly breakout: string }> {
  const room = await gather(stage);
  const { running } = await room.keep(pairOf(room));
  const breakout = running?.pairs[0]?.id;
  check(breakout, 'They should have begun');
  return { ...room, breakout };
}

export const breakoutCases = casesOf('sessions', {
  'a small room is for whoever is asked into it, and for the host': async (stage) => {
    const { me, peer, mentor, host, meetingId, breakout } = await begin(stage);
    const rooms = [
      await me.enter(breakout),
      await mentor.enter(breakout),
      await host.access(meetingId, { breakout }),
    ];
    const names = rooms.map((access) => (access.transport === 'mesh' ? access.room : access.url));
    same(new Set(names).size, 1, 'How many rooms they are in');
    const large = await me.enter();
    check(large.transport === 'mesh' && large.room !== names[0], 'It should be a room of its own');
    await refuses(peer.enter(breakout), 'forbidden');
    await refuses(me.enter('no such room'), 'conflict', 'breakout-over');
    same(
      rooms.map((access) => access.transport === 'mesh' && access.guest).slice(0, 2),
      [me.guest, mentor.guest],
      'What they are called',
    );
  },

  'one learns of one’s own small room alone, by the names of the room': async (stage) => {
    const { me, peer, look } = await begin(stage);
    const names = (known: RoomBreakouts) =>
      known.running?.pairs.map(({ people }) => people.map(({ name }) => name).sort());
    same(names(await me.look()), [['Juniper', 'Maya']], 'What one who is asked knows');
    same(names(await peer.look()), [], 'What one who stays knows');
    same(names(await look()), [['Juniper', 'Maya']], 'What the host knows');
  },

  'the host is told who is whose mentor, and nobody else is': async (stage) => {
    const { me, mentor, look } = await gather(stage);
    same((await look()).pairings, [], 'Before there is a pairing');
    await stage.pair(me.seat, mentor.seat);
    const pairing = { mentor: mentor.guest, mentee: me.guest };
    same((await look()).pairings, [pairing], 'What the host is told');
    for (const each of [me, mentor]) same((await each.look()).pairings, undefined, 'To the others');
  },

  'a small room is closed once its time is over': async (stage) => {
    const { me, host, look, meetingId, breakout } = await begin(stage);
    await stage.advance(10 * 60_000 + 1000);
    await refuses(me.enter(breakout), 'conflict', 'breakout-over');
    await refuses(host.access(meetingId, { breakout }), 'conflict', 'breakout-over');
    await refuses(me.tell({ type: 'at', at: 'pair' }), 'conflict', 'breakout-over');
    same((await look()).running, null, 'What is going on');
    await me.enter();
  },

  'whoever is called back has a last word, and then it is over': async (stage) => {
    const { me, keep, breakout } = await begin(stage);
    const { running } = await keep({ type: 'end' });
    check(running, 'There should be time for a last word');
    await me.enter(breakout);
    await stage.advance(BREAKOUT_NOTICE_MS + 1000);
    await refuses(me.enter(breakout), 'conflict', 'breakout-over');
  },

  'everybody hears at once that small rooms begin and end': async (stage) => {
    const room = await gather(stage);
    const before = await stage.listen(room.peer.seat);
    await room.keep(pairOf(room));
    await before.hears('sessions');
    before.end();
    const after = await stage.listen(room.me.seat);
    await room.keep({ type: 'end' });
    await after.hears('sessions');
    after.end();
  },

  'small rooms are the host’s alone to begin and end': async (stage) => {
    const room = await begin(stage);
    for (const { seat } of [room.me, room.mentor])
      for (const change of [{ type: 'end' } as const, pairOf(room)])
        await refuses(
          seat.sessions.keepBreakouts?.(room.meetingId, change) ?? Promise.reject(skip()),
          'forbidden',
        );
    check((await room.look()).running, 'They should go on');
  },

  'nobody is asked into two small rooms, nor the host into one': async (stage) => {
    const { me, peer, mentor, keep, host, meetingId } = await gather(stage);
    const access = await host.access(meetingId);
    const hostGuest = access.transport === 'mesh' ? access.guest : undefined;
    const asked = (...guests: (string | undefined)[]) =>
      guests.map((guest) => ({ guest: guest ?? 'nobody of this room', name: 'Somebody' }));
    const wrong = [
      [asked(me.guest, peer.guest), asked(me.guest, mentor.guest)],
      [asked(me.guest, me.guest)],
      [asked(me.guest, hostGuest)],
      [asked(me.guest, 'nobody of this room')],
    ];
    for (const pairs of wrong)
      await refuses(keep({ type: 'start', pairs, minutes: 5 }), 'invalid-request', 'guest');
    const [alone] = [[asked(me.guest)]];
    await refuses(keep({ type: 'start', pairs: alone, minutes: 5 }), 'invalid-request');
  },

  'the same key begins small rooms once, and there is one round at a time': async (stage) => {
    const room = await gather(stage);
    const first = await room.keep(pairOf(room), 'begin');
    same(await room.keep(pairOf(room), 'begin'), first, 'The same answer');
    await refuses(room.keep(pairOf(room), 'again'), 'conflict', 'already-running');
  },

  'small rooms end before their meeting does': async (stage) => {
    const room = await gather(stage);
    const { running } = await room.keep({ ...pairOf(room), minutes: 60 } as BreakoutChange);
    const { endsAt } = await room.host.get(room.meetingId);
    check(running && Date.parse(running.endsAt) < Date.parse(endsAt), 'There should be time left');
  },

  'where one is, and a call for support, reach the host': async (stage) => {
    const { me, mentor, look, keep } = await begin(stage);
    await me.tell({ type: 'at', at: 'pair' });
    await mentor.tell({ type: 'at', at: 'group' });
    const find = ({ running }: RoomBreakouts, { guest }: Guest) =>
      running?.pairs.flatMap(({ people }) => people).find((person) => person.guest === guest);
    same([find(await look(), me)?.at, find(await look(), mentor)?.at], ['pair', 'group'], 'Where');
    same(find(await me.look(), mentor)?.at, 'group', 'What the other learns');
    await me.tell({ type: 'call' });
    check(find(await look(), me)?.callsSince, 'The host should know');
    check(find(await me.look(), me)?.callsSince, 'Whoever calls should know');
    same(find(await mentor.look(), me)?.callsSince, undefined, 'What the other learns of it');
    await keep({ type: 'answer', guest: me.guest });
    same(find(await look(), me)?.callsSince, undefined, 'What is left to do');
    same(find(await me.look(), me)?.seen, true, 'What whoever called learns');
  },

  'whoever is removed from the meeting is in no small room either': async (stage) => {
    const { me, host, meetingId, breakout } = await begin(stage);
    const remove = { type: 'remove', guest: me.guest, name: 'Jo', reason: 'unsettled' } as const;
    if (!host.keepDoor) throw skip();
    await host.keepDoor(meetingId, remove);
    await refuses(me.enter(breakout), 'conflict', 'removed');
    await refuses(me.look(), 'conflict', 'removed');
  },

  'what is said in a small room is heard there alone': async (stage) => {
    const { me, peer, mentor, meetingId, breakout } = await begin(stage);
    const heard: Record<string, unknown[]> = {};
    const open = async ({ seat, enter, guest }: Guest, into?: string) => {
      const access = await enter(into);
      if (access.transport !== 'mesh' || !seat.roomChannel)
        throw new ConformanceSkip('Rooms need no line between the browsers here');
      const channel = seat.roomChannel(meetingId, access, into);
      const all: unknown[] = (heard[guest] = []);
      channel.subscribe((message) => all.push(message));
      return channel;
    };
    const [a, b] = [await open(me, breakout), await open(mentor, breakout)];
    const outside = await open(peer);
    const limit = Date.now() + (stage.world.patience ?? 3000);
    while (!heard[mentor.guest]?.includes('between us')) {
      check(Date.now() < limit, 'What is said should be heard');
      a.send('between us');
      outside.send('for the group');
      await pause(20);
    }
    await stage.settle();
    same(heard[peer.guest], [], 'What the group hears');
    check(!heard[mentor.guest]?.includes('for the group'), 'What the small room hears');
    for (const channel of [a, b, outside]) channel.close();
  },
});
