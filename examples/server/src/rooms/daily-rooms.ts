import { createHash } from 'node:crypto';
import { uuidOf } from '../../../../src/client/backends/embedded/random.js';
import type { Backend } from '../../../../src/client/backend.js';
import { DOORS_OPEN_MS } from '../../../../src/client/model/meeting.js';
import type { Principal } from '../principal.js';
import type { DailyApi } from './daily-api.js';

/** A meeting that runs over is not cut in mid-sentence. */
const OVERRUN_MS = 30 * 60_000;

/**
 * The backend with rooms of Daily in place of those whose people are connected to each other. Who is
 * let in is decided by the backend as before. What Daily learns is a random name, a time, and an id
 * for each person that is another in every room.
 */
export function withDailyRooms(backend: Backend, principal: Principal, daily: DailyApi): Backend {
  const { sessions } = backend;
  if (!sessions) return backend;
  return {
    ...backend,
    sessions: {
      ...sessions,
      async access(meetingId, options) {
        const access = await sessions.access(meetingId, options);
        if (access.transport !== 'mesh') return access;
        const { startsAt, endsAt, facilitator } = await sessions.get(meetingId, options);
        const { tenantId } = principal;
        // The room's own id is random, so nobody can tell from these which meeting or who it is.
        const spec = {
          name: digest('room', tenantId, access.room).slice(0, 40),
          notBefore: Math.floor((Date.parse(startsAt) - DOORS_OPEN_MS) / 1000),
          expires: Math.ceil((Date.parse(endsAt) + OVERRUN_MS) / 1000),
        };
        const url = await daily.room(spec);
        const token = await daily.token({
          ...spec,
          userId:
            access.guest ?? uuidOf(digest('person', tenantId, access.room, principal.personId)),
          isHost: facilitator.id === principal.personId,
        });
        return { transport: 'daily', url, token };
      },
    },
  };
}

function digest(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
