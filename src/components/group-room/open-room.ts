import { RoomError, type VideoRoomFactory } from '../../client/video/video-room.js';

/** Makes the room that an access is for, by the adapters that come with this package. */
export const openRoom: VideoRoomFactory = async (access) => {
  if (access.transport !== 'mesh') throw new RoomError('transport-not-supported');
  if (typeof BroadcastChannel === 'undefined') throw new RoomError('not-supported');
  const { BroadcastSignal, MeshRoom } = await import('../../client/video/mesh/mesh-room.js');
  const iceServers = access.iceServers.map(({ urls, username, credential }) => ({
    urls,
    ...(username !== undefined && { username }),
    ...(credential !== undefined && { credential }),
  }));
  return new MeshRoom({ channel: new BroadcastSignal(access.room), iceServers });
};
