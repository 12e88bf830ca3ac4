import type { LitElement, ReactiveController } from 'lit';
import type { Device } from '../../client/video/devices.js';
import type { JoinOptions } from '../../client/video/video-room.js';
import { LazyPart } from '../shared/lazy-part.js';
import type { DeviceCheck } from './device-check.js';
import type { LackNotice } from './lack-notice.js';
import type { TryOut, TryOutOptions } from './try-out.js';

/**
 * Whether somebody wants to be seen and heard. Nothing is opened, nobody is asked and no code for it
 * is loaded before they turn one on.
 */
export class DeviceChoice implements ReactiveController {
  /** What the person wants, whether it works or not. */
  readonly wanted: Record<Device, boolean> = { microphone: false, camera: false };
  /** What has been opened; absent before the first. */
  check: DeviceCheck | undefined;
  /** Sound and connection, for those who open it. */
  readonly tryOut: LazyPart<TryOut>;
  /** The words about what the page lacks for video. */
  readonly lackNotice: LazyPart<LackNotice>;

  readonly #host: LitElement;

  constructor(host: LitElement, access: TryOutOptions['access']) {
    this.#host = host;
    this.tryOut = new LazyPart(host, async () => {
      const { TryOut } = await import('./try-out.js');
      return new TryOut(host, { access, microphone: () => this.check?.tracks.microphone });
    });
    this.lackNotice = new LazyPart(
      host,
      async () => new (await import('./lack-notice.js')).LackNotice(host),
    );
    host.addController(this);
  }

  hostDisconnected(): void {
    // A DOM move disconnects and connects at once.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.stop();
    });
  }

  /** The browser may be asking the person just now. */
  isAsking(device: Device): boolean {
    return this.wanted[device] && !this.check?.tracks[device] && !this.check?.failed(device);
  }

  /** Turns a device on or off. */
  async choose(device: Device, on: boolean): Promise<void> {
    this.wanted[device] = on;
    this.#host.requestUpdate();
    if (!on) return this.check?.close(device);
    const { DeviceCheck } = await import('./device-check.js');
    if (this.wanted[device]) await (this.check ??= new DeviceCheck(this.#host)).open(device);
  }

  /** Hands the open tracks over to a room, which stops them from here on. */
  take(): Pick<JoinOptions, 'audioTrack' | 'videoTrack'> {
    this.tryOut.value?.stop();
    return {
      audioTrack: this.check?.release('microphone'),
      videoTrack: this.check?.release('camera'),
    };
  }

  /** Opens again what the person wants, after a room that took the tracks did not open. */
  restore(): void {
    for (const device of ['microphone', 'camera'] as const)
      if (this.wanted[device] && !this.check?.tracks[device]) void this.choose(device, true);
  }

  /** Closes both, and forgets what was wanted. */
  stop(): void {
    this.tryOut.value?.stop();
    void this.choose('microphone', false);
    void this.choose('camera', false);
  }
}
