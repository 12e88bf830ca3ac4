import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { live } from 'lit/directives/live.js';
import { listDevices, type Device } from '../../client/video/devices.js';
import type { RoomPerson, VideoRoom } from '../../client/video/video-room.js';
import { fill } from '../shared/fill.js';
import type { DeviceStrings } from './device.strings.js';
import { rememberDevice, rememberedDevice, type Choosable } from './remembered-device.js';

const CHOOSABLE = ['camera', 'microphone', 'speaker'] as const;

/** What the choice of devices needs from the room around it. */
export interface RoomDevicesOptions {
  room(): VideoRoom | undefined;
  self(): RoomPerson | undefined;
  words(): DeviceStrings;
  /** All that is heard of the others. */
  sounds(): Iterable<HTMLAudioElement>;
  say(text: string): void;
}

/**
 * Which camera, microphone and speaker are used, changed while in the room. One that is off stays
 * off: what was chosen is used when it is turned on. Loaded when somebody asks for it.
 */
export class RoomDevices implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: RoomDevicesOptions;
  #lists: Partial<Record<Choosable, readonly MediaDeviceInfo[]>> = {};

  constructor(host: ReactiveControllerHost, options: RoomDevicesOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    navigator.mediaDevices?.addEventListener('devicechange', this.#onChange);
    void this.list();
  }

  hostDisconnected(): void {
    navigator.mediaDevices?.removeEventListener('devicechange', this.#onChange);
  }

  /** Looks again at what there is: a device tells its name only after it has been allowed. */
  async list(): Promise<void> {
    const [camera, microphone, speaker] = await Promise.all([
      listDevices('camera'),
      listDevices('microphone'),
      speakers(),
    ]);
    this.#lists = { camera, microphone, speaker };
    this.#host.requestUpdate();
  }

  readonly #onChange = () => void this.list();

  render(): TemplateResult {
    return html`${CHOOSABLE.map((device) => this.#choice(device))}`;
  }

  #choice(device: Choosable): TemplateResult | typeof nothing {
    const t = this.#options.words();
    const list = this.#lists[device];
    if (!list || (device === 'speaker' && !list.length)) return nothing;
    const id = `device-${device}`;
    const used = this.#used(device);
    const pick = (event: Event) => {
      const { value } = event.target as HTMLSelectElement;
      const name = list.find(({ deviceId }) => deviceId === value)?.label || t.devices[device];
      void this.#pick(device, value, name);
    };
    return html`<div class="field">
      ${
        list.length
          ? html`<label for=${id}>${t.devices[device]}</label>
              <select class="input" id=${id} @change=${pick}>
                ${list.map(
                  ({ deviceId, label }, n) =>
                    html`<option value=${deviceId} .selected=${live(deviceId === used)}>
                      ${label || `${t.devices[device]} ${n + 1}`}
                    </option>`,
                )}
              </select>`
          : html`<span class="label">${t.devices[device]}</span>
              <p class="muted small">${t.notYet}</p>`
      }
    </div>`;
  }

  #used(device: Choosable): string | undefined {
    const self = this.#options.self();
    const track = { camera: self?.videoTrack, microphone: self?.audioTrack, speaker: undefined };
    const used = track[device]?.getSettings().deviceId ?? rememberedDevice(device);
    const list = this.#lists[device] ?? [];
    return list.some(({ deviceId }) => deviceId === used) ? used : list[0]?.deviceId;
  }

  async #pick(device: Choosable, id: string, name: string): Promise<void> {
    const { words, say } = this.#options;
    const t = words();
    try {
      const inUse = device === 'speaker' ? await this.#hearFrom(id) : await this.#use(device, id);
      rememberDevice(device, id);
      say(fill(inUse ? t.nowUsed : t.usedLater, { name }));
    } catch {
      // Why a camera or microphone failed is in the room's state, and shown there.
      if (device === 'speaker') say(t.speakerFailed);
    }
    this.#host.requestUpdate();
  }

  /** Whether it is used from now on; otherwise it is once it is turned on. */
  async #use(device: Device, id: string): Promise<boolean> {
    const { room, self } = this.#options;
    if (!self()?.[device]) return false;
    await (device === 'camera' ? room()?.setCamera(true, id) : room()?.setMicrophone(true, id));
    return true;
  }

  async #hearFrom(id: string): Promise<boolean> {
    await Promise.all([...this.#options.sounds()].map((audio) => audio.setSinkId(id)));
    return true;
  }
}

/** Where the browser lets a page choose one. */
async function speakers(): Promise<MediaDeviceInfo[]> {
  if (!('setSinkId' in HTMLMediaElement.prototype)) return [];
  const all = (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? [];
  return all.filter(({ kind, deviceId }) => kind === 'audiooutput' && deviceId);
}
