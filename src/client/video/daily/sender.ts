import type { DailyCall } from '@daily-co/daily-js';
import type { Device } from '../devices.js';
import type { LocalMedia } from '../local-media.js';

/**
 * Gives a call what this person sends. Devices are opened by us and handed over as tracks, so that
 * errors, permissions and the camera light are the same over every transport.
 */
export class Sender {
  readonly #call: DailyCall;
  readonly #media: LocalMedia;
  readonly #given = new Map<Device, { source: MediaStreamTrack; track: MediaStreamTrack }>();
  /** What changes is handed over in turn. */
  #turn: Promise<void> = Promise.resolve();

  /** @param held Whether nothing may be sent now, whatever is on. */
  constructor(
    call: DailyCall,
    media: LocalMedia,
    private readonly held: () => boolean,
  ) {
    this.#call = call;
    this.#media = media;
  }

  /** Also before the call is joined. */
  async update(): Promise<void> {
    this.#turn = this.#turn.then(async () => {
      await this.#give('microphone');
      await this.#give('camera');
    });
    return this.#turn;
  }

  stop(): void {
    for (const { track } of this.#given.values()) track.stop();
    this.#given.clear();
  }

  async #give(device: Device): Promise<void> {
    const source = this.#media.sent(device);
    const given = this.#given.get(device);
    if (source && given?.source !== source) {
      // Daily may disable the track of a muted microphone; ours goes on hearing who speaks unheard.
      const track = device === 'microphone' ? source.clone() : source;
      this.#given.set(device, { source, track });
      await this.#call.setInputDevicesAsync(
        device === 'microphone' ? { audioSource: track } : { videoSource: track },
      );
      given?.track.stop();
    }
    if (this.#call.meetingState() !== 'joined-meeting') return;
    const on = !!source && !this.held();
    if (device === 'microphone') this.#call.setLocalAudio(on);
    else this.#call.setLocalVideo(on);
  }
}
