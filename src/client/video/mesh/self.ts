import type { RoomError, RoomPerson } from '../video-room.js';
import { LocalMedia } from '../local-media.js';
import { ScreenShare } from '../screen-share.js';
import type { Kind } from './peer-link.js';
import type { Presence } from './signals.js';
import { Speaking } from '../speaking.js';

/** The person at this end: their devices, and what the others learn of them. */
export class Self {
  readonly media: LocalMedia;
  readonly screen: ScreenShare;
  /** Looks at nobody's picture. */
  blind = false;
  readonly #id: string;
  readonly #speaking = new Speaking();
  #told: Pick<Presence, 'name' | 'since' | 'handRaisedAt'> = { name: '', since: 0 };

  constructor(
    id: string,
    private readonly host: boolean,
    onMedia: (error?: RoomError) => void,
  ) {
    this.#id = id;
    this.media = new LocalMedia(onMedia);
    this.screen = new ScreenShare(onMedia);
  }

  enter(name: string): void {
    this.#told = { name, since: Date.now() };
  }

  /** Whether that is a change. */
  raiseHand(raised: boolean): boolean {
    if (raised === (this.#told.handRaisedAt !== undefined)) return false;
    this.#told = { ...this.#told, handRaisedAt: raised ? Date.now() : undefined };
    return true;
  }

  listen(now: number): void {
    this.#speaking.read(this.media.level(), now);
  }

  get tracks(): Record<Kind, MediaStreamTrack | null> {
    return {
      audio: this.media.sent('microphone') ?? null,
      video: this.media.sent('camera') ?? null,
      screen: this.screen.track ?? null,
    };
  }

  get presence(): Presence {
    const { audio, video, screen } = this.tracks;
    const { blind } = this;
    return {
      ...this.#told,
      microphone: !!audio,
      camera: !!video,
      ...(screen && { screen: true }),
      ...(blind && { blind }),
    };
  }

  get person(): RoomPerson {
    const { since: _, screen: __, blind: ___, ...presence } = this.presence;
    const { audio, video, screen } = this.tracks;
    return {
      ...presence,
      id: this.#id,
      self: true,
      host: this.host,
      audioTrack: audio ?? undefined,
      videoTrack: video ?? undefined,
      screenTrack: screen ?? undefined,
      speaking: this.#speaking.value,
      connection: 'connected',
    };
  }
}
