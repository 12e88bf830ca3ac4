import type { RoomAccess } from '../../client/model/meeting.js';

/** The STUN and TURN servers of an access, as WebRTC wants them: what is absent is left out. */
export const iceServers = (access: Extract<RoomAccess, { transport: 'mesh' }>): RTCIceServer[] =>
  access.iceServers.map(({ urls, username, credential }) => ({
    urls,
    ...(username !== undefined && { username }),
    ...(credential !== undefined && { credential }),
  }));
