import type { DoorChange } from '../../model/room-door.js';
import { ConformanceSkip, refuses, same } from '../assert.js';
import { casesOf, type Stage } from '../stage.js';

export const waitingRoomCases = casesOf('sessions', {
  'whoever comes to a waiting room waits until the host lets them in': async (stage) => {
    const { keep, look, open, me, peer } = await waiting(stage);
    await refuses(me.sessions.access(open), 'conflict', 'not-admitted');
    same((await look()).waiting, [], 'Who waits before anybody asks');
    same(await me.sessions.knock?.(open, { name: 'Jo' }), { state: 'waiting' }, 'The answer');
    await peer.sessions.knock?.(open, { name: 'Sam' });
    const both = (await look()).waiting;
    same(
      both.map(({ name }) => name),
      ['Jo', 'Sam'],
      'Who waits, first come first',
    );
    await keep({ type: 'admit', guests: [both[0]?.guest ?? ''] });
    same(await me.sessions.knock?.(open, { name: 'Jo' }), { state: 'admitted' }, 'The answer');
    await me.sessions.access(open);
    await refuses(peer.sessions.access(open), 'conflict', 'not-admitted');
    same(
      (await look()).waiting.map(({ name }) => name),
      ['Sam'],
      'Who still waits',
    );
  },

  'who is declined is told, and may ask again later': async (stage) => {
    const { keep, look, open, me } = await waiting(stage);
    await me.sessions.knock?.(open, { name: 'Jo' });
    const guests = (await look()).waiting.map(({ guest }) => guest);
    same((await keep({ type: 'decline', guests })).waiting, [], 'Who waits');
    same(await me.sessions.knock?.(open, { name: 'Jo' }), { state: 'declined' }, 'The answer');
    await refuses(me.sessions.access(open), 'conflict', 'not-admitted');
    await stage.advance(6 * 60_000);
    same(await me.sessions.knock?.(open, { name: 'Jo' }), { state: 'waiting' }, 'The answer later');
  },

  'who goes away or falls silent waits no more': async (stage) => {
    const { look, open, me, peer } = await waiting(stage);
    await me.sessions.knock?.(open, { name: 'Jo' });
    await peer.sessions.knock?.(open, { name: 'Sam' });
    const left = await me.sessions.knock?.(open, { name: 'Jo', leaving: true });
    same(left, { state: 'left' }, 'The answer');
    same(
      (await look()).waiting.map(({ name }) => name),
      ['Sam'],
      'Who waits',
    );
    await stage.advance(60_000);
    same((await look()).waiting, [], 'Who waits after a silence');
  },

  'host and guest hear of each other at once': async (stage) => {
    const { keep, look, open, me, hostBackend } = await waiting(stage);
    const hostEar = await stage.listen(hostBackend);
    await me.sessions.knock?.(open, { name: 'Jo' });
    await hostEar.hears('sessions');
    const ear = await stage.listen(me);
    await keep({ type: 'admit', guests: [(await look()).waiting[0]?.guest ?? ''] });
    await ear.hears('sessions');
  },
});

/** A meeting whose people wait to be let in. */
async function waiting(stage: Stage) {
  const id = stage.world.waitingRoom;
  const hostBackend = await stage.world.host?.();
  const sessions = hostBackend?.sessions;
  const keepDoor = sessions?.keepDoor?.bind(sessions);
  const door = sessions?.door?.bind(sessions);
  if (id === undefined || !hostBackend || !keepDoor || !door)
    throw new ConformanceSkip('No meeting has a waiting room here');
  const come = async (persona: 'participant' | 'peer') => {
    const seat = await stage.as(persona);
    const { agreements } = await seat.sessions.get(id);
    await seat.sessions.accept(id, agreements.version);
    return seat;
  };
  return {
    open: id,
    hostBackend,
    me: await come('participant'),
    peer: await come('peer'),
    keep: (change: DoorChange) => keepDoor(id, change),
    look: () => door(id),
  };
}
