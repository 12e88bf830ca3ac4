import { check, rejection, same } from '../assert.js';
import { roomCasesOf } from './room-stage.js';

export const visitCases = roomCasesOf('visit', {
  'joins once however often it is asked': async (stage) => {
    const ana = await stage.world.open();
    await Promise.all([ana.join({ name: 'Ana' }), ana.join({ name: 'Ana' })]);
    same(ana.state.connection, 'joined', 'The connection');
    const ben = await stage.joined('Ben');
    await stage.eventually(() => stage.names(ben) === 'Ben, Ana', 'Ben sees Ana once');
  },

  'a join that is aborted before it began rejects with the reason itself': async (stage) => {
    const ana = await stage.world.open();
    const tracks = await stage.world.tracks();
    const reason = new Error('Nobody waits any more');
    const joining = ana.join({ name: 'Ana', signal: AbortSignal.abort(reason), ...tracks });
    check((await rejection(joining, 'reject')) === reason, 'It rejects with something else');
    const states = Object.values(tracks).map((track) => track?.readyState);
    same(states, ['ended', 'ended'], 'The tracks');
  },

  'a join that is aborted on its way rejects with the reason itself, and ends': async (stage) => {
    const ana = await stage.world.open();
    const reason = new Error('Nobody waits any more');
    const controller = new AbortController();
    const joining = ana.join({ name: 'Ana', signal: controller.signal });
    controller.abort(reason);
    check((await rejection(joining, 'reject')) === reason, 'It rejects with something else');
    same([ana.state.connection, ana.state.people], ['left', []], 'The state');
    const ben = await stage.joined('Ben');
    same(stage.names(ben), 'Ben', 'Who is in the room');
  },

  'leaving on the way in ends the join with an AbortError': async (stage) => {
    const ana = await stage.world.open();
    const joining = rejection(ana.join({ name: 'Ana' }), 'reject');
    await ana.leave();
    same(((await joining) as Error).name, 'AbortError', 'The rejection');
    same(ana.state.connection, 'left', 'The connection');
  },

  'leaving empties the room’s state, and twice is once': async (stage) => {
    const ana = await stage.joined('Ana');
    await ana.setCamera(true);
    const track = stage.person(ana, 'Ana')?.videoTrack;
    check(track, 'Ana should have a camera track');
    await Promise.all([ana.leave(), ana.leave()]);
    await ana.leave();
    same([ana.state.connection, ana.state.people], ['left', []], 'The state');
    same(track.readyState, 'ended', 'The camera track');
  },
});
