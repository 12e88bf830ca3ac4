import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { toArguments } from '../../../../src/client/backends/http/arguments.js';
import { HEARTBEAT_MS } from '../../../../src/client/backends/http/change-event.js';
import {
  EndId,
  MOST_SIGNAL_BYTES,
  signalRoute,
  type SignalBatch,
} from '../../../../src/client/backends/http/room-signals.js';
import { BackendError } from '../../../../src/client/errors.js';
import type { Env } from '../http/env.js';
import { EventStream } from '../http/event-stream.js';
import { partsReader, UnreadableBody } from '../http/request-parts.js';
import type { Revocations } from '../http/revocations.js';
import type { ServerOptions } from '../http/server-options.js';
import { RoomRelay, type Place } from './room-relay.js';

/** The open streams of all rooms. */
export interface SignalStreams {
  /** Ends them all, and opens no more. */
  drain(): void;
  /** Ends those that were opened with a token. */
  endToken(id: string): void;
}

/** So long one still hears why the host sends one away. What one says is refused at once. */
const FAREWELL_MS = 1000;

/**
 * Mounts the line of the rooms, behind authentication: open to those whom the backend lets into the
 * meeting's room, for as long as it does.
 */
export function mountSignals(
  app: Hono<Env>,
  { backendFor, rooms = new RoomRelay(), heartbeat = HEARTBEAT_MS }: ServerOptions,
  revocations: Revocations,
): SignalStreams {
  const path = signalRoute.path.replace('{meetingId}', ':meetingId');
  const read = partsReader(signalRoute);
  const streams = new Map<EventStream, { readonly tokenId: string; readonly place: Place }>();
  let isDraining = false;

  /** Rejects as `sessions.access` does. */
  async function admit(
    c: Context<Env>,
    meetingId: string,
    { end, breakout }: { end: string; breakout: string | undefined },
  ): Promise<Place> {
    const { principal } = c.get('identity');
    const backend = await backendFor(principal);
    const access = await backend.sessions?.access(meetingId, { breakout });
    if (access?.transport !== 'mesh') throw new BackendError('not-found');
    const { tenantId, personId } = principal;
    const { host, guest } = access;
    // A small room hears nothing of the large one, nor of another.
    const room = JSON.stringify([
      tenantId,
      meetingId,
      ...(breakout === undefined ? [] : [breakout]),
    ]);
    return { room, end, by: personId, host, guest };
  }

  /** Calls `check` when the host has moved the door, or the person was taken out or signed out. */
  async function onChange(c: Context<Env>, meetingId: string, check: () => void) {
    const backend = await backendFor(c.get('identity').principal);
    return backend.watch(({ topic, ids }) => {
      if (topic === 'session' || (topic === 'sessions' && (!ids || ids.includes(meetingId))))
        check();
    });
  }

  app.get(path, async (c) => {
    c.set('operation', 'signals');
    const meetingId = c.req.param('meetingId') ?? '';
    const { success, data: end } = EndId.safeParse(c.req.query('end'));
    if (!success) throw new BackendError('invalid-request', { detail: 'end' });
    const into = { end, breakout: c.req.query('breakout') };
    const place = await admit(c, meetingId, into);
    if (isDraining) throw new BackendError('unavailable', { retryAfter: 1 });
    const { tokenId, expiresAt } = c.get('identity');
    let refusedAt: number | undefined;
    /** Whether they are let in; of the host's decision they hear before their line is cut. */
    const stillAdmitted = async () => {
      const refusal = await refusalOf(() => admit(c, meetingId, into));
      if (!refusal) {
        refusedAt = undefined;
        return true;
      }
      if (refusal.code !== 'conflict') return false;
      const now = Date.now();
      if (refusedAt === undefined) setTimeout(() => void stream.check(), FAREWELL_MS).unref();
      refusedAt ??= now;
      return now - refusedAt < FAREWELL_MS - 50;
    };
    const unwatch = await onChange(c, meetingId, () => void stream.check());
    const stream: EventStream = new EventStream({
      heartbeat,
      async mayGoOn() {
        // A token that ends in mid-call is followed by another, for which their seat is kept.
        if (Date.now() >= expiresAt) return false;
        const mayStay = !(await revocations.has(tokenId)) && (await stillAdmitted());
        if (!mayStay) rooms.expel(place);
        return mayStay;
      },
      cut: () => void c.env?.outgoing?.destroy(),
      onEnd: () => {
        unwatch();
        leave();
        streams.delete(stream);
      },
    });
    let leave: () => void = () => undefined;
    try {
      leave = rooms.take(place, {
        signal: (heard) => stream.send('signal', heard),
        gone: (id) => stream.send('gone', { ids: [id] }),
        here: (ids) => stream.send('here', { ids }),
        end: () => stream.end(),
      });
    } catch (error) {
      stream.end();
      throw error;
    }
    streams.set(stream, { tokenId, place });
    stream.begin(undefined);
    const headers = { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' };
    return c.body(stream.readable, 200, headers);
  });

  app.post(path, bodyLimit({ maxSize: MOST_SIGNAL_BYTES, onError: tooLarge }), async (c) => {
    c.set('operation', 'signals.send');
    const parts = { ...(await read(c.req.raw)), params: c.req.param() };
    const [meetingId, batch] = toArguments(signalRoute, parts, {}) as [string, SignalBatch];
    const { from, breakout } = batch;
    await rooms.say(await admit(c, meetingId, { end: from, breakout }), batch);
    return c.body(null, 204);
  });

  return {
    drain() {
      isDraining = true;
      for (const stream of streams.keys()) stream.end();
    },
    endToken(id) {
      for (const [stream, { tokenId, place }] of streams) {
        if (tokenId !== id) continue;
        // Nobody waits for somebody who has signed out to come back.
        rooms.expel(place);
        stream.end();
      }
    },
  };
}

/** Why they are not let in. When nobody can say, the next beat asks again. */
async function refusalOf(admit: () => Promise<unknown>): Promise<BackendError | undefined> {
  try {
    await admit();
    return undefined;
  } catch (error) {
    if (!(error instanceof BackendError)) return new BackendError('forbidden', { cause: error });
    return error.code === 'unavailable' ? undefined : error;
  }
}

function tooLarge(): never {
  throw new UnreadableBody(413, 'too-large');
}
