import { LocalMedia } from '../local-media.js';
import { Speaking } from '../speaking.js';
import type { RoomError, RoomPerson } from '../video-room.js';
import type { CallStage } from './call-stage.js';
import type { UserData } from './user-data.js';

/** The person at this end: their devices, and what the others learn of them. */
export class Self {
  name = '';
  readonly media: LocalMedia;
  readonly #speaking = new Speaking();
  #handRaisedAt: number | undefined;

  constructor(
    private readonly stage: CallStage,
    onMedia: (error?: RoomError) => void,
  ) {
    this.media = new LocalMedia(onMedia);
  }

  /** Whether that is a change. */
  raiseHand(raised: boolean): boolean {
    if (raised === (this.#handRaisedAt !== undefined)) return false;
    this.#handRaisedAt = raised ? Date.now() : undefined;
    return true;
  }

  /** @param now Milliseconds, of any clock that only goes forward. */
  listen(now: number): void {
    this.#speaking.read(this.media.level(), now);
  }

  get userData(): UserData {
    const handRaisedAt = this.#handRaisedAt;
    const recording = this.stage.consent.note;
    return { ...(handRaisedAt !== undefined && { handRaisedAt }), ...(recording && { recording }) };
  }

  /** @param id Daily's, once there is one. @param host Whether the token says so. */
  person(id = 'self', host = false): RoomPerson {
    const [audioTrack, videoTrack] = [this.media.sent('microphone'), this.media.sent('camera')];
    return {
      id,
      name: this.name,
      self: true,
      host,
      microphone: !!audioTrack,
      camera: !!videoTrack,
      audioTrack,
      videoTrack,
      screenTrack: this.stage.screen.track,
      speaking: this.#speaking.value,
      handRaisedAt: this.#handRaisedAt,
      connection: 'connected',
    };
  }
}
