import * as z from 'zod/mini';
import { Id } from '../../model/id.js';
import type { Route } from './route.js';

/**
 * The room's line, `GET` and `POST /v1/meetings/{meetingId}/signals`, for rooms whose people are
 * connected to each other. The GET is a stream of server-sent events with three names: `signal`
 * carries a {@link HeardSignal}; `gone` and `here` carry {@link Ends}. Nothing of it is kept.
 */
export const SIGNALS_PATH = '/v1/meetings/{meetingId}/signals';

/** Most that one POST carries, and most bytes of it. */
export const MOST_SIGNALS = 64;
export const MOST_SIGNAL_BYTES = 64 * 1024;

/** One end of the line: random, made by the browser. */
export const EndId = z.string().check(z.regex(/^[\w-]{16,64}$/));

/** What one end says, in order. */
export const SignalBatch = z.object({
  from: EndId,
  /** The small room that it is said in; absent: the meeting's own. */
  breakout: z.optional(Id),
  /** Number of the first of them: so many were sent before. A repeated batch is heard once. */
  first: z.int().check(z.gte(0)),
  signals: z
    .array(z.object({ to: z.optional(EndId), message: z.unknown() }))
    .check(z.maxLength(MOST_SIGNALS)),
  /** It is the last, and the others need not wait for this end to come back. */
  bye: z.optional(z.boolean()),
});
export type SignalBatch = z.infer<typeof SignalBatch>;

export const HeardSignal = z.object({
  from: EndId,
  number: z.int(),
  message: z.unknown(),
  /** A host of the room says it. The server knows; the one who says it is not asked. */
  host: z.optional(z.boolean()),
  /** What the one who says it is called within this room, as the server knows it. */
  guest: z.optional(z.string()),
});
export type HeardSignal = z.infer<typeof HeardSignal>;

/** Ends that have gone, or that are here. */
export const Ends = z.object({ ids: z.array(EndId) });

/** The POST, in the terms of the API's other routes. */
export const signalRoute = {
  summary: 'Says something to those who are in the room.',
  method: 'POST',
  path: SIGNALS_PATH,
  takes: ['meetingId', 'body'],
  body: SignalBatch,
} as const satisfies Route;

/** The signal that an event's data is; undefined for what is none. */
export const heardSignalOf = (data: string): HeardSignal | undefined => read(HeardSignal, data);

/** The ends that an event's data names. */
export const endsOf = (data: string): readonly string[] => read(Ends, data)?.ids ?? [];

function read<T>(schema: z.ZodMiniType<T>, data: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(data), { jitless: true }).data;
  } catch {
    return undefined;
  }
}
