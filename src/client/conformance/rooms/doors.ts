import type { VideoRoom } from '../../video/video-room.js';
import { check, ConformanceSkip, rejection, same } from '../assert.js';
import { roomCasesOf, type RoomStage } from './room-stage.js';

/** A host at the door, somebody who is in, and somebody who knocks. */
async function meet(stage: RoomStage) {
  const { world } = stage;
  if (!world.knock) throw new ConformanceSkip('Nobody has to ask here');
  const luis = await world.open({ host: true });
  await luis.join({ name: 'Luis' });
  const ben = await stage.joined('Ben');
  await stage.eventually(() => stage.names(luis) === 'Luis, Ben', 'Luis sees Ben');
  const { joined } = await world.knock('Dana');
  const asking = await stage.eventually(() => luis.state.waiting?.[0], 'somebody asks');
  same(asking.name, 'Dana', 'Who asks');
  return { luis, ben, joined, asking };
}

const names = (people: VideoRoom['state']['waiting']) => people?.map(({ name }) => name);

async function answer(
  { host }: VideoRoom,
  verb: 'admit' | 'decline',
  ...ids: string[]
): Promise<void> {
  const answering = verb === 'admit' ? host?.admit?.(ids) : host?.decline?.(ids);
  check(answering, 'The host should be able to answer');
  await answering;
}

export const roomDoorCases = roomCasesOf('door', {
  'whoever asks to be let in is known to the host alone, until they are let in': async (stage) => {
    const { luis, ben, joined, asking } = await meet(stage);
    same(
      [stage.names(luis), stage.names(ben), ben.state.waiting],
      ['Luis, Ben', 'Ben, Luis', undefined],
      'Who knows of whom',
    );
    await answer(luis, 'admit', asking.id);
    const dana = await joined;
    await stage.eventually(() => stage.person(ben, 'Dana'), 'Ben sees Dana');
    await stage.eventually(() => stage.person(dana, 'Ben'), 'Dana sees Ben');
    same([dana.state.connection, dana.host], ['joined', undefined], 'How Dana is in');
    await stage.eventually(() => luis.state.waiting?.length === 0, 'nobody asks any more');
  },

  'who is declined is told, and comes in to nobody': async (stage) => {
    const { luis, ben, joined, asking } = await meet(stage);
    const refused = rejection(joined, 'reject');
    await answer(luis, 'decline', asking.id);
    const error = (await refused) as { code?: string };
    same(error.code, 'declined', 'The reason');
    await stage.eventually(() => luis.state.waiting?.length === 0, 'nobody asks any more');
    same(stage.names(ben), 'Ben, Luis', 'Who is in the room');
  },

  'a host locks the room and opens it again': async (stage) => {
    const { luis } = await meet(stage);
    if (!luis.host?.setLocked) throw new ConformanceSkip('Rooms cannot be locked here');
    await luis.host.setLocked(true);
    await stage.eventually(() => luis.state.locked, 'it is locked');
    await luis.host.setLocked(false);
    await stage.eventually(() => luis.state.locked === false, 'it is open');
  },

  'who was removed is kept out by the door, and can be let in again': async (stage) => {
    const { luis, joined, asking } = await meet(stage);
    if (!luis.host?.setLocked) throw new ConformanceSkip('The transport keeps nobody out itself');
    await answer(luis, 'admit', asking.id);
    const dana = await joined;
    const { id } = await stage.eventually(() => stage.person(luis, 'Dana'), 'Luis sees Dana');
    await luis.host.remove(id, 'agreements');
    await stage.eventually(() => dana.state.connection === 'failed', 'Dana is out');
    const removed = await stage.eventually(() => luis.state.removed?.[0], 'Dana is kept out');
    same(names(luis.state.removed), ['Dana'], 'Who is kept out');
    await answer(luis, 'admit', removed.id);
    same(names(luis.state.removed), [], 'Who is kept out after that');
  },
});
