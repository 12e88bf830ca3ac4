import { AudioLevel } from './audio-level.js';
import { openDevice, type Device } from './devices.js';
import { RoomError } from './video-room.js';

/**
 * This person's microphone and camera. A muted microphone stays open, so that the person can be told
 * that they speak unheard; a camera that is off is closed, so that its light goes out.
 */
export class LocalMedia {
  readonly #onChange: (error?: RoomError) => void;
  readonly #tracks = new Map<Device, MediaStreamTrack>();
  readonly #on = new Set<Device>();
  /** What was asked for a device is done in turn. */
  readonly #turns = new Map<Device, Promise<void>>();
  #level: AudioLevel | undefined;
  #stopped = false;

  constructor(onChange: (error?: RoomError) => void) {
    this.#onChange = onChange;
  }

  /** What the others get; undefined while off. */
  sent(device: Device): MediaStreamTrack | undefined {
    return this.#on.has(device) ? this.#tracks.get(device) : undefined;
  }

  /** Loudness of the microphone, 0 to 1, muted or not. */
  level(): number {
    return this.#level?.read() ?? 0;
  }

  /** Takes over a track that is on. */
  adopt(device: Device, track: MediaStreamTrack): void {
    this.#keep(device, track);
    this.#on.add(device);
  }

  /** @throws {RoomError} */
  set(device: Device, on: boolean, deviceId?: string): Promise<void> {
    const before = this.#turns.get(device) ?? Promise.resolve();
    const turn = before.then(() => this.#set(device, on, deviceId));
    this.#turns.set(
      device,
      turn.catch(() => {}),
    );
    return turn;
  }

  /** Stops every track, also those that a person is just being asked for. */
  stop(): void {
    this.#stopped = true;
    for (const device of this.#tracks.keys()) this.#drop(device);
  }

  async #set(device: Device, on: boolean, deviceId?: string): Promise<void> {
    const track = this.#tracks.get(device);
    const another = deviceId !== undefined && track?.getSettings().deviceId !== deviceId;
    if (on && (!track || another)) {
      const opened = await openDevice(device, deviceId);
      if (this.#stopped) return opened.stop();
      this.#keep(device, opened);
    }
    if (on) this.#on.add(device);
    else this.#on.delete(device);
    if (!on && device === 'camera') this.#drop(device);
    this.#onChange();
  }

  #keep(device: Device, track: MediaStreamTrack): void {
    this.#drop(device);
    this.#tracks.set(device, track);
    track.addEventListener('ended', this.#onEnded);
    track.addEventListener('mute', this.#onInterrupted);
    track.addEventListener('unmute', this.#onInterrupted);
    if (device === 'microphone') this.#level = new AudioLevel(track);
  }

  #drop(device: Device): void {
    const track = this.#tracks.get(device);
    track?.removeEventListener('ended', this.#onEnded);
    track?.removeEventListener('mute', this.#onInterrupted);
    track?.removeEventListener('unmute', this.#onInterrupted);
    track?.stop();
    this.#tracks.delete(device);
    if (device !== 'microphone') return;
    this.#level?.close();
    this.#level = undefined;
  }

  /** The system takes a device for a phone call, and gives it back. */
  readonly #onInterrupted = ({ type, target }: Event) => {
    for (const [device, track] of this.#tracks)
      if (track === target && this.#on.has(device))
        this.#onChange(
          type === 'mute' ? new RoomError('device-interrupted', { device }) : undefined,
        );
  };

  /** Unplugged, or taken away by the browser's own controls. */
  readonly #onEnded = ({ target }: Event) => {
    for (const [device, track] of this.#tracks) {
      if (track !== target) continue;
      this.#drop(device);
      const wasOn = this.#on.delete(device);
      this.#onChange(wasOn ? new RoomError('no-device', { device }) : undefined);
    }
  };
}
