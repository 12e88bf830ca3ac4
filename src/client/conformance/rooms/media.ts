import { check, same } from '../assert.js';
import { roomCasesOf } from './room-stage.js';

export const mediaCases = roomCasesOf('media', {
  'picture and sound go both ways': async (stage) => {
    const ana = await stage.joined('Ana');
    const ben = await stage.joined('Ben');
    for (const room of [ana, ben]) {
      await room.setCamera(true);
      await room.setMicrophone(true);
    }
    for (const [room, other] of [
      [ana, 'Ben'],
      [ben, 'Ana'],
    ] as const) {
      const track = await stage.eventually(
        () => stage.person(room, other)?.videoTrack,
        `a camera track of ${other}`,
      );
      await stage.painted(track, other);
      const sound = await stage.eventually(
        () => stage.person(room, other)?.audioTrack,
        `a microphone track of ${other}`,
      );
      same([sound.kind, sound.readyState], ['audio', 'live'], `The sound of ${other}`);
      await stage.eventually(() => !sound.muted, `sound of ${other}`);
    }
  },

  'the tracks of a device check go in, and end with the visit': async (stage) => {
    const ana = await stage.world.open();
    const tracks = await stage.world.tracks();
    await ana.join({ name: 'Ana', ...tracks });
    const self = stage.person(ana, 'Ana');
    check(self?.microphone && self.camera, 'Microphone and camera should be on');
    const ben = await stage.joined('Ben');
    const track = await stage.eventually(() => stage.person(ben, 'Ana')?.videoTrack, 'a track');
    await stage.painted(track, 'Ana');
    await ana.leave();
    const states = Object.values(tracks).map((own) => own?.readyState);
    same(states, ['ended', 'ended'], 'The tracks after leaving');
  },

  'off is off: no track for the others, the camera let go, and on again': async (stage) => {
    const ana = await stage.joined('Ana');
    const ben = await stage.joined('Ben');
    await ana.setCamera(true);
    await ana.setMicrophone(true);
    const seen = () => stage.person(ben, 'Ana');
    await stage.eventually(() => seen()?.videoTrack && seen()?.audioTrack, 'Ben has both tracks');
    const own = stage.person(ana, 'Ana')?.videoTrack;
    await ana.setCamera(false);
    await ana.setMicrophone(false);
    same(own?.readyState, 'ended', 'The camera track when off');
    same(stage.person(ana, 'Ana')?.videoTrack, undefined, 'The own track when off');
    await stage.eventually(() => !seen()?.camera && !seen()?.videoTrack, 'no camera of Ana');
    await stage.eventually(() => !seen()?.microphone && !seen()?.audioTrack, 'Ana is muted');
    await ana.setCamera(true);
    const track = await stage.eventually(() => seen()?.videoTrack, 'the camera of Ana again');
    await stage.painted(track, 'Ana');
  },
});
