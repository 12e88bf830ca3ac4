import type { DailyCall } from '@daily-co/daily-js';
import type { RoomCaption } from '../video-room.js';

/** What fits on a strip; who wants to read it all reads a transcript. */
const KEPT = 3;

/** What Daily's transcription says, while the clinic has it on. This end never turns it on. */
export class Captions {
  latest: readonly RoomCaption[] | undefined;
  #lang: string | undefined;
  #count = 0;

  constructor(call: DailyCall, onChange: () => void) {
    call
      .on('transcription-started', ({ language }) => {
        this.#lang = language;
        this.latest ??= [];
        onChange();
      })
      .on('transcription-stopped', () => {
        this.latest = undefined;
        onChange();
      })
      .on('transcription-message', ({ participantId, text }) => {
        const said = Object.values(call.participants()).find(
          ({ session_id: id }) => id === participantId,
        );
        const caption = {
          id: String(this.#count++),
          name: said?.user_name ?? '',
          text,
          lang: this.#lang,
        };
        this.latest = [...(this.latest ?? []), caption].slice(-KEPT);
        onChange();
      });
  }
}
