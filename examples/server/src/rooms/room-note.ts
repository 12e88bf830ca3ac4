import * as z from 'zod/mini';
import { SignalBatch } from '../../../../src/client/backends/http/room-signals.js';

/** What instances tell each other about a room. It is passed on, and nowhere kept. */
export const RoomNote = z.object({
  /** Clinic and meeting, as one key. */
  room: z.string(),
  /** The end that it is about, and the person behind it, so that no other can speak as that end. */
  end: z.string(),
  by: z.string(),
  /** The instance that tells it. */
  at: z.string(),
  what: z.discriminatedUnion('type', [
    z.object({
      type: z.literal('said'),
      batch: SignalBatch,
      host: z.optional(z.boolean()),
      guest: z.optional(z.string()),
    }),
    z.object({ type: z.literal('came') }),
    z.object({ type: z.literal('left') }),
    /** The answer to `came`: those who are with this instance. */
    z.object({ type: z.literal('here'), ids: z.array(z.string()) }),
  ]),
});
export type RoomNote = z.infer<typeof RoomNote>;

/** Carries notes between the instances of the server, also back to the one that told them. */
export interface NoteCarrier {
  tell(note: RoomNote): Promise<void>;
  listen(listener: (note: RoomNote) => void): void;
}

/** For one instance. */
export class LocalCarrier implements NoteCarrier {
  #listener: ((note: RoomNote) => void) | undefined;

  tell(note: RoomNote): Promise<void> {
    queueMicrotask(() => this.#listener?.(note));
    return Promise.resolve();
  }

  listen(listener: (note: RoomNote) => void): void {
    this.#listener = listener;
  }
}
