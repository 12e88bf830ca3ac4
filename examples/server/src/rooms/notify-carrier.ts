import { randomUUID } from 'node:crypto';
import type { Database } from '../database/database.js';
import { RoomNote, type NoteCarrier } from './room-note.js';

const CHANNEL = 'wayfellow_rooms';
/** Bytes of a note in one notification: PostgreSQL carries 7,999 with the base64 and the head. */
const PIECE = 5700;
/** A note whose pieces have not all come by then has lost one. */
const PATIENCE_MS = 10_000;

/** Carries notes by LISTEN/NOTIFY: it is a line, no table, so nothing of them stays. */
export class NotifyCarrier implements NoteCarrier {
  readonly #begun = new Map<string, { pieces: string[]; until: number }>();
  #listener: ((note: RoomNote) => void) | undefined;

  private constructor(private readonly db: Database) {}

  /** Starts to listen. */
  static async open(db: Database): Promise<NotifyCarrier> {
    const carrier = new NotifyCarrier(db);
    // Browsers ask again for what they have missed.
    carrier.close = await db.listen(
      CHANNEL,
      (payload) => carrier.#hear(payload),
      () => undefined,
    );
    return carrier;
  }

  close: () => Promise<void> = () => Promise.resolve();

  async tell(note: RoomNote): Promise<void> {
    const bytes = Buffer.from(JSON.stringify(note));
    const count = Math.ceil(bytes.length / PIECE);
    const id = randomUUID();
    for (let i = 0; i < count; i++) {
      const piece = bytes.subarray(i * PIECE, (i + 1) * PIECE).toString('base64');
      await this.db.notify(CHANNEL, `${id} ${count} ${piece}`);
    }
  }

  listen(listener: (note: RoomNote) => void): void {
    this.#listener = listener;
  }

  #hear(payload: string): void {
    const [id = '', count, piece = ''] = payload.split(' ');
    const now = Date.now();
    for (const [old, { until }] of this.#begun) if (until < now) this.#begun.delete(old);
    // One connection tells the pieces of a note one after another, so they come in order.
    const pieces = this.#begun.get(id)?.pieces ?? [];
    pieces.push(piece);
    if (pieces.length < Number(count))
      return void this.#begun.set(id, { pieces, until: now + PATIENCE_MS });
    this.#begun.delete(id);
    const json = Buffer.concat(pieces.map((each) => Buffer.from(each, 'base64'))).toString();
    this.#listener?.(RoomNote.parse(JSON.parse(json)));
  }
}
