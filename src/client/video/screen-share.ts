import { RoomError } from './video-room.js';

/** Readable writing matters more than smooth motion. */
const CONSTRAINTS: DisplayMediaStreamOptions = { video: { frameRate: { ideal: 8, max: 15 } } };

/** What this person shows of their screen: one picture, which they pick each time. */
export class ScreenShare {
  track: MediaStreamTrack | undefined;
  readonly #onChange: () => void;
  #turn: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Whether this browser lets a page ask; phones mostly do not. */
  static get supported(): boolean {
    return !!globalThis.navigator?.mediaDevices?.getDisplayMedia;
  }

  /** @throws {RoomError}, or `AbortError` when the person picks nothing */
  set(on: boolean): Promise<void> {
    const turn = this.#turn.then(() => (on ? this.#start() : this.#stop()));
    this.#turn = turn.catch(() => {});
    return turn;
  }

  close(): void {
    this.#closed = true;
    this.#drop();
  }

  async #start(): Promise<void> {
    if (this.track) return;
    const [track] = (await pick()).getVideoTracks();
    if (this.#closed) return track?.stop();
    if (!track) throw new RoomError('unknown');
    track.contentHint = 'detail';
    this.track = track;
    track.addEventListener('ended', this.#onEnded);
    this.#onChange();
  }

  #stop(): void {
    if (!this.track) return;
    this.#drop();
    this.#onChange();
  }

  #drop(): void {
    this.track?.removeEventListener('ended', this.#onEnded);
    this.track?.stop();
    this.track = undefined;
  }

  /** Stopped by the browser's own bar, or the window was closed. */
  readonly #onEnded = () => this.#stop();
}

async function pick(): Promise<MediaStream> {
  try {
    return await navigator.mediaDevices.getDisplayMedia(CONSTRAINTS);
  } catch (cause) {
    const { name, message } = cause as Error;
    if (name === 'NotAllowedError' && /system/i.test(message))
      throw new RoomError('permission-denied-by-system', { cause });
    // Nothing picked is no error: browsers say it like a refusal.
    if (name === 'NotAllowedError' || name === 'AbortError')
      throw new DOMException('No screen was picked', 'AbortError');
    throw new RoomError(name === 'NotReadableError' ? 'device-in-use' : 'not-supported', { cause });
  }
}
