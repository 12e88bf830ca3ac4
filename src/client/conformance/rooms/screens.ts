import type { VideoRoom } from '../../video/video-room.js';
import { check, ConformanceSkip, same } from '../assert.js';
import { roomCasesOf } from './room-stage.js';

export const screenCases = roomCasesOf('screen', {
  'everybody sees it, also who comes later, until it is stopped': async (stage) => {
    const ana = await stage.joined('Ana');
    const ben = await stage.joined('Ben');
    await ana.setCamera(true);
    await show(ana, true);
    const own = stage.person(ana, 'Ana')?.screenTrack;
    same(own?.readyState, 'live', 'The own screen');
    const cleo = await stage.joined('Cleo');
    for (const room of [ben, cleo]) {
      const track = await stage.eventually(
        () => stage.person(room, 'Ana')?.screenTrack,
        'a screen of Ana',
      );
      await stage.painted(track, 'Ana’s screen');
      const camera = await stage.eventually(
        () => stage.person(room, 'Ana')?.videoTrack,
        'the camera of Ana beside it',
      );
      check(camera !== track, 'Screen and camera should be two tracks');
      await stage.painted(camera, 'Ana');
    }
    await show(ana, false);
    same(own?.readyState, 'ended', 'The own screen when stopped');
    for (const room of [ana, ben, cleo])
      await stage.eventually(() => !stage.person(room, 'Ana')?.screenTrack, 'no screen of Ana');
    check(stage.person(ana, 'Ana')?.camera, 'The camera should stay on');
  },

  'it ends with the visit': async (stage) => {
    const ana = await stage.joined('Ana');
    await show(ana, true);
    const own = stage.person(ana, 'Ana')?.screenTrack;
    await ana.leave();
    same(own?.readyState, 'ended', 'The own screen after leaving');
  },

  'who looks at no pictures gets none, and still hears': async (stage) => {
    const ana = await stage.joined('Ana');
    const ben = await stage.joined('Ben');
    if (!ben.watch) throw new ConformanceSkip('This transport sends every picture');
    await ana.setCamera(true);
    await ana.setMicrophone(true);
    const seen = () => stage.person(ben, 'Ana');
    await stage.painted(await stage.eventually(() => seen()?.videoTrack, 'Ana'), 'Ana');
    ben.watch(new Map());
    await stage.still(() => seen()?.videoTrack, 'Ana');
    check(seen()?.camera, 'That Ana’s camera is on should still be known');
    const sound = await stage.eventually(() => seen()?.audioTrack, 'the sound of Ana');
    await stage.eventually(() => !sound.muted, 'sound comes');
    ben.watch(new Map([[seen()?.id ?? '', 'large']]));
    await stage.painted(await stage.eventually(() => seen()?.videoTrack, 'Ana again'), 'Ana');
  },
});

async function show(room: VideoRoom, on: boolean): Promise<void> {
  if (!room.shareScreen) throw new ConformanceSkip('This person may show no screen here');
  try {
    await room.shareScreen(on);
  } catch (error) {
    if ((error as Error).name === 'AbortError')
      throw new ConformanceSkip('This browser shows no screen unless a person picks one');
    throw error;
  }
}
