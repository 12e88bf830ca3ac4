import {
  RoomError,
  type RoomEntrance,
  type VideoRoom,
  type VideoRoomFactory,
} from '../../client/video/video-room.js';

/** Makes the room that an access is for, by the adapters that come with this package. */
export const openRoom: VideoRoomFactory = async (access) => {
  if (access.transport === 'mesh') return openMesh(access);
  const { DailyRoom } = await import('../../client/video/daily/daily-room.js');
  return new DailyRoom(access);
};

async function openMesh(access: Extract<RoomEntrance, { transport: 'mesh' }>): Promise<VideoRoom> {
  const { openChannel } = access;
  if (!openChannel && typeof BroadcastChannel === 'undefined') throw new RoomError('not-supported');
  const [{ BroadcastSignal, MeshRoom }, { iceServers }] = await Promise.all([
    import('../../client/video/mesh/mesh-room.js'),
    import('./ice-servers.js'),
  ]);
  return new MeshRoom({
    // A backend without a line of its own: between the tabs of this browser.
    channel: openChannel?.() ?? new BroadcastSignal(access.room, access.host, access.guest),
    host: access.host,
    door: access.door,
    iceServers: iceServers(access),
  });
}
