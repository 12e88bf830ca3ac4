import { createHash } from 'node:crypto';
import { uuidOf } from '../../../../src/client/backends/embedded/random.js';
import type { Backend, MeetingService, RequestOptions } from '../../../../src/client/backend.js';
import { BackendError } from '../../../../src/client/errors.js';
import { DOORS_OPEN_MS } from '../../../../src/client/model/meeting.js';
import type { Principal } from '../principal.js';
import type { DailyApi } from './daily-api.js';

/** A meeting that runs over is not cut in mid-sentence. */
const OVERRUN_MS = 30 * 60_000;
/** Whoever is in a small room goes by themselves; the clocks of two machines differ. */
const GRACE_MS = 15_000;

/**
 * The backend with rooms of Daily in place of those whose people are connected to each other. Who is
 * let in is decided by the backend as before. What Daily learns is a random name, a time, and an id
 * for each person that is another in every room.
 */
export function withDailyRooms(backend: Backend, principal: Principal, daily: DailyApi): Backend {
  const { sessions } = backend;
  if (!sessions) return backend;
  const { tenantId } = principal;
  const keepBreakouts = sessions.keepBreakouts?.bind(sessions);
  // The room's own id is random, so nobody can tell from these which meeting or who it is.
  const nameOf = (room: string) => digest('room', tenantId, room).slice(0, 40);
  return {
    ...backend,
    sessions: {
      ...sessions,
      async access(meetingId, options) {
        const access = await sessions.access(meetingId, options);
        if (access.transport !== 'mesh') return access;
        const { facilitator, ...meeting } = await sessions.get(meetingId, options);
        const isSmall = options?.breakout !== undefined;
        const { startsAt, endsAt } = isSmall
          ? await roundOf(sessions, meetingId, options)
          : meeting;
        const spec = {
          name: nameOf(access.room),
          notBefore: Math.floor((Date.parse(startsAt) - (isSmall ? 0 : DOORS_OPEN_MS)) / 1000),
          expires: seconds(endsAt, isSmall ? GRACE_MS : OVERRUN_MS),
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
      ...(keepBreakouts &&
        ({
          async keepBreakouts(meetingId, change, options) {
            const told = await keepBreakouts(meetingId, change, options);
            const { endsAt, pairs = [] } = (change.type === 'end' && told.running) || {};
            // Also for a browser that would not go by itself.
            for (const { id: breakout } of endsAt ? pairs : []) {
              const access = await sessions.access(meetingId, { ...options, breakout });
              if (access.transport === 'mesh')
                await daily.endRoom(nameOf(access.room), seconds(endsAt ?? '', GRACE_MS));
            }
            return told;
          },
        } satisfies Partial<MeetingService>)),
    },
  };
}

const seconds = (instant: string, more: number) => Math.ceil((Date.parse(instant) + more) / 1000);

/** From when until when the small rooms of a meeting are open. */
async function roundOf(
  sessions: MeetingService,
  meetingId: string,
  options: RequestOptions | undefined,
): Promise<{ startsAt: string; endsAt: string }> {
  const told = await sessions.breakouts?.(meetingId, options);
  if (!told?.running) throw new BackendError('conflict', { detail: 'breakout-over' });
  return { startsAt: told.running.startedAt, endsAt: told.running.endsAt };
}

function digest(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
