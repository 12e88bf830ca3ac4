import type { RoomHarness } from '../../../../src/client/conformance/index.js';
import { BroadcastSignal, MeshRoom } from '../../../../src/client/video/mesh/mesh-room.js';
import type { VideoRoom } from '../../../../src/client/video/video-room.js';
import { smallMedia, tracksOf } from '../../../support/media.js';

/** Rooms of the mesh, each changed by `change`. */
export function meshHarness(change: (room: VideoRoom) => VideoRoom = (room) => room): RoomHarness {
  return {
    open() {
      const media = smallMedia();
      const name = crypto.randomUUID();
      const rooms: MeshRoom[] = [];
      return Promise.resolve({
        patience: 5000,
        open({ host } = { host: false }) {
          const room = new MeshRoom({ channel: new BroadcastSignal(name, host), host });
          rooms.push(room);
          return Promise.resolve(change(room));
        },
        tracks: tracksOf,
        async close() {
          await Promise.all(rooms.map((room) => room.leave()));
          media.restore();
        },
      });
    },
  };
}
