import { randomUUID } from 'node:crypto';
import type {
  HeardSignal,
  SignalBatch,
} from '../../../../src/client/backends/http/room-signals.js';
import { BackendError } from '../../../../src/client/errors.js';
import { LocalCarrier, type NoteCarrier, type RoomNote } from './room-note.js';
import { Seat, type Ear } from './seat.js';

/** Which end of which room, and the person behind it. */
export interface Place {
  readonly room: string;
  readonly end: string;
  readonly by: string;
  /** Whether that person runs the room. */
  readonly host?: boolean | undefined;
  /** What that person is called within this room. */
  readonly guest?: string | undefined;
}

/** Most ends of one person in one room: a second device, a tab that is just being reloaded. */
const MOST_SEATS = 5;

/**
 * Passes on what the browsers in a room tell each other to get connected. Nothing is kept beyond the
 * few seconds in which an end that was cut may come back.
 */
export class RoomRelay {
  readonly #name = randomUUID();
  readonly #rooms = new Map<string, Map<string, Seat>>();

  constructor(private readonly carrier: NoteCarrier = new LocalCarrier()) {
    carrier.listen((note) => this.#hear(note));
  }

  /**
   * Takes a seat for an end whose stream has opened; returns what to call when it is cut.
   * @throws {BackendError} when the end is somebody else's, or the person has too many
   */
  take(place: Place, ear: Ear): () => void {
    const { room, end, by } = place;
    const seats = this.#rooms.get(room) ?? new Map<string, Seat>();
    const known = seats.get(end);
    if (known && known.by !== by) throw new BackendError('forbidden');
    if (!known && [...seats.values()].filter((seat) => seat.by === by).length >= MOST_SEATS)
      throw new BackendError('rate-limited', { detail: 'streams', retryAfter: 30 });
    this.#rooms.set(room, seats);
    const seat = known ?? new Seat(by);
    // Whose the others are is known before anybody speaks: a newcomer believes no pretender.
    for (const [id, other] of seats) seat.recognizes(id, other.by);
    seats.set(end, seat);
    const cut = seat.open(ear, () => this.#announce(place, { type: 'left' }));
    this.#announce(place, { type: 'came' });
    return cut;
  }

  /** Passes on what an end says. */
  async say(place: Place, batch: SignalBatch): Promise<void> {
    await this.#tell(
      place,
      batch.bye ? { type: 'left' } : { type: 'said', batch, host: place.host, guest: place.guest },
    );
  }

  /** Somebody is no longer let in: their end is gone, and is not waited for. */
  expel(place: Place): void {
    this.#announce(place, { type: 'left' });
  }

  /** Nobody waits for it: who does not hear it finds out as from any line that is cut. */
  #announce(place: Place, what: RoomNote['what']): void {
    this.#tell(place, what).catch(() => undefined);
  }

  async #tell(place: Place, what: RoomNote['what']): Promise<void> {
    const { room, end, by } = place;
    await this.carrier.tell({ room, end, by, at: this.#name, what });
  }

  #hear(note: RoomNote): void {
    const { room, end, by, at, what } = note;
    const seats = this.#rooms.get(room);
    if (!seats) return;
    const others = [...seats].filter(([id, seat]) => id !== end && seat.recognizes(end, by));
    switch (what.type) {
      case 'said':
        for (const [id, seat] of others)
          for (const heard of addressed(what.batch, id, what)) seat.ear.signal(heard);
        return;
      case 'came':
        // It has come back by another instance.
        if (at !== this.#name) this.#vacate(seats, room, end, by);
        if (others.length)
          this.#announce(
            { room, end, by },
            { type: 'here', ids: others.filter(([, seat]) => seat.isOpen).map(([id]) => id) },
          );
        return;
      case 'here':
        return seats.get(end)?.ear.here(what.ids);
      case 'left':
        this.#vacate(seats, room, end, by);
        for (const [, seat] of others) {
          seat.ear.gone(end);
          seat.forget(end);
        }
    }
  }

  #vacate(seats: Map<string, Seat>, room: string, end: string, by: string): void {
    const seat = seats.get(end);
    if (seat?.by !== by) return;
    seat.close();
    seats.delete(end);
    if (seats.size === 0) this.#rooms.delete(room);
  }
}

/** Those of a batch that are for this end, each with its number. */
function addressed(
  { from, first, signals }: SignalBatch,
  id: string,
  { host, guest }: Pick<Place, 'host' | 'guest'>,
): HeardSignal[] {
  return signals.flatMap(({ to, message }, i) =>
    to === undefined || to === id
      ? [{ from, number: first + i, message, ...(host && { host }), ...(guest && { guest }) }]
      : [],
  );
}
