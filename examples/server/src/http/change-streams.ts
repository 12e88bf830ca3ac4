import type { Backend } from '../../../../src/client/backend.js';
import { HEARTBEAT_MS } from '../../../../src/client/backends/http/change-event.js';
import { BackendError } from '../../../../src/client/errors.js';
import { ChangeHub, type HeardChange } from './change-hub.js';
import { EventStream } from './event-stream.js';
import type { Identity } from './identity.js';
import type { Revocations } from './revocations.js';
import type { ServerOptions } from './server-options.js';

const LINGER_MS = 60_000;
const MOST_STREAMS = 20;

/** A person's hub, and what is open on it. */
interface Seat {
  readonly hub: ChangeHub;
  readonly streams: Map<EventStream, string>;
  idle?: NodeJS.Timeout;
}

/** All open streams of this instance. */
export class ChangeStreams {
  readonly #seats = new Map<string, Seat>();
  #isDraining = false;

  constructor(
    private readonly options: ServerOptions,
    private readonly revocations: Revocations,
  ) {}

  /**
   * Opens a stream, after the change with that id, on a connection that `cut` ends.
   * @throws {BackendError} `unauthorized` or `forbidden` when the clinic does not know the person, or
   *   not in that role; `rate-limited` when they have too many, `unavailable` while draining
   */
  async open(
    identity: Identity,
    lastId: string | undefined,
    cut: () => void,
  ): Promise<ReadableStream<Uint8Array>> {
    const { heartbeat = HEARTBEAT_MS, streamLimit = MOST_STREAMS } = this.options;
    const backend = await this.options.backendFor(identity.principal);
    // A stream asks for no data, so nothing else would ask whether this person may be here.
    if (!(await backend.session.current())) throw new BackendError('unauthorized');
    if (this.#isDraining) throw new BackendError('unavailable', { retryAfter: 1 });
    const seat = this.#seatOf(identity, () => new ChangeHub(backend));
    if (seat.streams.size >= streamLimit)
      throw new BackendError('rate-limited', { detail: 'streams', retryAfter: 30 });

    const stream = new EventStream({
      ...{ heartbeat, cut },
      mayGoOn: async () =>
        Date.now() < identity.expiresAt && !(await this.revocations.has(identity.tokenId)),
      onEnd: () => {
        unlisten();
        seat.streams.delete(stream);
        if (seat.streams.size === 0) this.#leave(seat);
      },
    });
    const unlisten = seat.hub.listen((heard) => {
      stream.sendAll([eventOf(heard)]);
      // They were taken out, or have signed out at whichever instance.
      if (heard.change.topic !== 'session') return;
      void stream.check();
      void isKnown(backend).then((is) => is || stream.end());
    });
    seat.streams.set(stream, identity.tokenId);

    const missed = lastId === undefined ? [] : seat.hub.since(lastId);
    stream.begin(missed?.[0] ? lastId : seat.hub.lastId);
    if (missed) stream.sendAll(missed.map(eventOf));
    else stream.send('reset', {}, seat.hub.lastId);
    return stream.readable;
  }

  /** Ends the streams that were opened with a token. */
  endToken(tokenId: string): void {
    for (const { streams } of this.#seats.values())
      for (const [stream, opened] of streams) if (opened === tokenId) stream.end();
  }

  /** Ends all streams, and opens no more: their clients go on with another instance. */
  drain(): void {
    this.#isDraining = true;
    for (const seat of this.#seats.values()) {
      for (const stream of seat.streams.keys()) stream.end();
      clearTimeout(seat.idle);
      seat.hub.close();
    }
    this.#seats.clear();
  }

  #seatOf({ principal }: Identity, makeHub: () => ChangeHub): Seat {
    const { tenantId, personId, roles } = principal;
    const key = JSON.stringify([tenantId, personId, ...roles]);
    let seat = this.#seats.get(key);
    if (!seat) this.#seats.set(key, (seat = { hub: makeHub(), streams: new Map() }));
    clearTimeout(seat.idle);
    return seat;
  }

  /** Keeps listening for a while, for the stream that comes back. */
  #leave(seat: Seat): void {
    clearTimeout(seat.idle);
    seat.idle = setTimeout(() => {
      seat.hub.close();
      for (const [key, other] of this.#seats) if (other === seat) this.#seats.delete(key);
    }, this.options.linger ?? LINGER_MS);
    seat.idle.unref();
  }
}

const eventOf = ({ id, change }: HeardChange) => ({ name: 'change', data: change, id });

/** Whether the clinic still knows the person, in the role of the token. */
async function isKnown({ session }: Backend): Promise<boolean> {
  try {
    return Boolean(await session.current());
  } catch (error) {
    // When nobody can say, they may stay: every call is asked about anyway.
    return !(error instanceof BackendError && /^(?:unauthorized|forbidden)$/.test(error.code));
  }
}
