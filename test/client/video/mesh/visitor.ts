import { BroadcastSignal, MeshRoom } from '../../../../src/client/video/mesh/mesh-room.js';
import { framesOf, smallMedia } from '../../../support/media.js';

/** Another tab's person: comes in with a camera and counts the frames of whoever was there first. */
smallMedia();
const room = new MeshRoom({ channel: new BroadcastSignal(window.name) });
room.subscribe(({ people }) => {
  const track = people[1]?.videoTrack;
  if (!track || 'framesOfFirst' in window) return;
  Object.assign(window, { framesOfFirst: 0 });
  void framesOf(track, 3).then((framesOfFirst) => Object.assign(window, { framesOfFirst }));
});
await room.join({ name: 'Visitor' });
await room.setCamera(true);
