import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { AudioLevel } from '../../client/video/audio-level.js';
import { listDevices, openDevice, type Device } from '../../client/video/devices.js';
import { RoomError } from '../../client/video/video-room.js';
import { LocalizeController } from '../shared/controllers/localize-controller.js';
import { fill } from '../shared/fill.js';
import { notice } from '../shared/notice.js';
import { DeviceProblem } from './device-problem.js';
import { deviceEnglish, type DeviceFault } from './device.strings.js';
import { rememberDevice, rememberedDevice } from './remembered-device.js';
import { stream } from './stream.js';

const LEVEL_MS = 100;
const PAUSES = ['mute', 'unmute'];

/** The microphone and camera that are tried out at the door. Loaded with the first that is turned on. */
export class DeviceCheck {
  readonly tracks: Partial<Record<Device, MediaStreamTrack>> = {};

  readonly #host: LitElement;
  readonly #localize: LocalizeController<typeof deviceEnglish>;
  readonly #faults: Partial<Record<Device, DeviceFault>> = {};
  readonly #choices: Record<Device, readonly MediaDeviceInfo[]> = { microphone: [], camera: [] };
  readonly #turns: Record<Device, number> = { microphone: 0, camera: 0 };
  readonly #problems: DeviceProblem;
  #level: AudioLevel | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    this.#localize = new LocalizeController(host, deviceEnglish, {
      es: () => import('./device.strings.es.js'),
    });
    this.#problems = new DeviceProblem(host, this.#localize);
  }

  /** Opens a device, or the one that was chosen before; instead of what was open. */
  async open(device: Device): Promise<void> {
    this.close(device);
    const turn = this.#turns[device];
    try {
      const track = await openDevice(device, rememberedDevice(device));
      if (turn !== this.#turns[device]) return track.stop();
      this.#keep(device, track);
    } catch (error) {
      if (turn === this.#turns[device])
        this.#faults[device] = error instanceof RoomError ? error : { code: 'unknown', device };
    }
    this.#choices[device] = await listDevices(device);
    this.#host.requestUpdate();
  }

  close(device: Device): void {
    this.release(device)?.stop();
    this.#turns[device]++;
    delete this.#faults[device];
    this.#host.requestUpdate();
  }

  /** Whether it could not be opened. */
  failed(device: Device): boolean {
    return !!this.#faults[device];
  }

  /** Lets go of a track without stopping it. */
  release(device: Device): MediaStreamTrack | undefined {
    const track = this.tracks[device];
    delete this.tracks[device];
    track?.removeEventListener('ended', this.#onEnded);
    for (const type of PAUSES) track?.removeEventListener(type, this.#onPause);
    if (device === 'camera') return track;
    clearInterval(this.#timer);
    this.#level?.close();
    return track;
  }

  /** The person as others will see them; undefined while there is no picture. */
  mirror(): TemplateResult | undefined {
    const { camera } = this.tracks;
    return (
      camera &&
      html`<video
        ${stream(camera)}
        aria-label=${this.#localize.t.preview}
        .muted=${true}
        playsinline
      ></video>`
    );
  }

  /** Below the choice of a device: what is wrong, which one, how loud. */
  details(device: Device): unknown {
    if (this.#localize.pending) return nothing;
    return html`${this.#problem(device)} ${this.#picker(device)}
    ${device === 'microphone' && this.tracks.microphone ? this.#meter() : nothing}`;
  }

  #problem(device: Device): unknown {
    const fault = this.#faults[device];
    if (fault) return this.#problems.render(fault, () => void this.open(device));
    const { t } = this.#localize;
    const paused = this.tracks[device]?.muted;
    return html`<div role="status">
      ${paused ? notice('info', fill(t.paused, { device: t.your[device] })) : nothing}
    </div>`;
  }

  #picker(device: Device): unknown {
    const choices = this.#choices[device];
    if (choices.length < 2) return nothing;
    const { t } = this.#localize;
    const used = this.tracks[device]?.getSettings().deviceId ?? rememberedDevice(device);
    const pick = (event: Event) => {
      rememberDevice(device, (event.target as HTMLSelectElement).value);
      void this.open(device);
    };
    return html`<select class="input" aria-label=${t.which[device]} @change=${pick}>
      ${choices.map(
        ({ deviceId, label }, n) =>
          html`<option value=${deviceId} ?selected=${deviceId === used}>
            ${label || `${t.which[device]} ${n + 1}`}
          </option>`,
      )}
    </select>`;
  }

  #meter(): TemplateResult {
    const { t } = this.#localize;
    return html`<div class="level">
      <div
        role="meter"
        aria-label=${t.level}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow="0"
      ></div>
      <p class="muted small">${t.speak}</p>
    </div>`;
  }

  #keep(device: Device, track: MediaStreamTrack): void {
    this.tracks[device] = track;
    track.addEventListener('ended', this.#onEnded);
    for (const type of PAUSES) track.addEventListener(type, this.#onPause);
    if (device === 'camera') return;
    this.#level = new AudioLevel(track);
    this.#timer = setInterval(this.#show, LEVEL_MS);
  }

  /** Ten times a second; drawn past Lit, because nothing else in the element changes. */
  readonly #show = () => {
    const level = this.#level?.read() ?? 0;
    const meter = this.#host.renderRoot.querySelector<HTMLElement>('[role=meter]');
    meter?.style.setProperty('--_level', level.toFixed(2));
    meter?.setAttribute('aria-valuenow', String(Math.round(level * 10) * 10));
  };

  /** A phone call, or another app, takes the device and gives it back. */
  readonly #onPause = () => this.#host.requestUpdate();

  /** Unplugged, or taken away by the browser's own controls. */
  readonly #onEnded = ({ target }: Event) => {
    for (const device of ['microphone', 'camera'] as const) {
      if (this.tracks[device] !== target) continue;
      this.close(device);
      this.#faults[device] = { code: 'unplugged', device };
    }
  };
}
