import { readEvents, type ServerSentEvent } from './event-stream.js';
import { sleep } from './sleep.js';

/** Milliseconds of silence after which a stream counts as cut: three heartbeats. */
export const SILENCE_MS = 45_000;

/** A stream that opens later may have missed what was changed since its listeners read. */
const LATE_MS = 2000;

/** How a stream is kept. */
export interface StreamOptions {
  /** Opens it after the event with that id. Rejects when it cannot be opened. */
  readonly open: (
    lastId: string | undefined,
    signal: AbortSignal,
  ) => Promise<ReadableStream<Uint8Array>>;
  readonly backOff: (tries: number) => number;
  readonly silence: number;
  readonly signal: AbortSignal;
  /** Where an earlier stream ended. */
  readonly lastId: string | undefined;
  readonly onEvent: (event: ServerSentEvent) => void;
  /** Called when it is open (`missed`: events may have been lost before), and when it is cut. */
  readonly onOpen: (missed: boolean) => void;
  readonly onCut: (error: unknown) => void;
}

/** Keeps a stream open, from one connection to the next, until it is aborted. */
export async function keepStream(options: StreamOptions): Promise<void> {
  const { signal, silence, backOff } = options;
  let { lastId } = options;
  let tries = 0;
  let isFirst = true;
  const begun = performance.now();
  while (!signal.aborted) {
    const connection = new AbortController();
    // By hand: on Node 20 a signal of `AbortSignal.any` may be collected before it is aborted.
    const abort = () => connection.abort();
    signal.addEventListener('abort', abort);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const isAlive = () => {
      clearTimeout(timer);
      timer = setTimeout(abort, silence);
    };
    isAlive();
    try {
      const body = await options.open(lastId, connection.signal);
      // With an id, the server itself says whether anything was lost.
      const isLate = !isFirst || performance.now() - begun > LATE_MS;
      options.onOpen(isLate && lastId === undefined);
      for await (const event of readEvents(body, connection.signal, isAlive)) {
        // Only a stream that says something has recovered.
        tries = 0;
        lastId = event.id;
        options.onEvent(event);
      }
      if (!signal.aborted) options.onCut(undefined);
    } catch (error) {
      if (!signal.aborted) options.onCut(error);
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    }
    isFirst = false;
    if (!signal.aborted) await sleep(backOff(++tries), signal);
  }
}
