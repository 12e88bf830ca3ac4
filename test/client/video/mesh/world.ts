import type { RoomHarness } from '../../../../src/client/conformance/index.js';
import type { Backend } from '../../../../src/client/backend.js';
import { backendDoor } from '../../../../src/components/group-room/backend-door.js';
import { BroadcastSignal, MeshRoom } from '../../../../src/client/video/mesh/mesh-room.js';
import { RoomError, type VideoRoom } from '../../../../src/client/video/video-room.js';
import { eventually, smallMedia, tracksOf } from '../../../support/media.js';
import { embeddedWorld } from '../../backends/embedded/world.js';

const MEETING = 'g-wait';

/** Rooms of the mesh, each changed by `change`, with the door of an embedded clinic. */
export function meshHarness(change: (room: VideoRoom) => VideoRoom = (room) => room): RoomHarness {
  return {
    open() {
      const media = smallMedia();
      const name = crypto.randomUUID();
      const clinic = embeddedWorld({ storage: 'memory', name });
      const rooms: MeshRoom[] = [];
      const make = (
        options: Partial<ConstructorParameters<typeof MeshRoom>[0]>,
        guest?: string,
      ) => {
        const { host } = options;
        const room = new MeshRoom({ channel: new BroadcastSignal(name, host, guest), ...options });
        rooms.push(room);
        return change(room);
      };
      return Promise.resolve({
        patience: 5000,
        async open({ host } = { host: false }) {
          const backend = host ? await clinic.host?.() : undefined;
          return make({ host, door: backend && backendDoor(backend, MEETING) });
        },
        async knock(as) {
          const backend = await clinic.connect('participant');
          await backend.sessions?.accept(MEETING, '3');
          await backend.sessions?.knock?.(MEETING, { name: as });
          return { joined: enter(backend, as, make) };
        },
        tracks: tracksOf,
        async close() {
          await Promise.all(rooms.map((room) => room.leave()));
          media.restore();
          await clinic.close?.();
        },
      });
    },
  };
}

/** As somebody whom the backend makes wait. */
async function enter(
  { sessions }: Backend,
  name: string,
  make: (options: object, guest?: string) => VideoRoom,
): Promise<VideoRoom> {
  let state: string | undefined;
  await eventually(async () => {
    state = (await sessions?.knock?.(MEETING, { name }))?.state;
    return state !== 'waiting';
  }, `an answer to ${name}`);
  if (state === 'declined') throw new RoomError('declined');
  const access = await sessions?.access(MEETING);
  const room = make({}, access && 'guest' in access ? access.guest : undefined);
  await room.join({ name });
  return room;
}
