import type { RoomAccess } from '../../client/model/meeting.js';
import { RoomError, type VideoRoom, type VideoRoomFactory } from '../../client/video/video-room.js';
import { iceServers } from './ice-servers.js';

/** Makes the room that an access is for, by the adapters that come with this package. */
export const openRoom: VideoRoomFactory = async (access) => {
  if (access.transport === 'mesh') return openMesh(access);
  const { DailyRoom } = await import('../../client/video/daily/daily-room.js');
  return new DailyRoom(access);
};

async function openMesh(access: Extract<RoomAccess, { transport: 'mesh' }>): Promise<VideoRoom> {
  if (typeof BroadcastChannel === 'undefined') throw new RoomError('not-supported');
  const { BroadcastSignal, MeshRoom } = await import('../../client/video/mesh/mesh-room.js');
  return new MeshRoom({
    channel: new BroadcastSignal(access.room),
    iceServers: iceServers(access),
  });
}
