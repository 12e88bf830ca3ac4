import type { LitElement, ReactiveController } from 'lit';
import type { Device } from '../../client/video/devices.js';
import type { JoinOptions } from '../../client/video/video-room.js';
import type { DeviceCheck } from './device-check.js';

/**
 * Whether somebody wants to be seen and heard. Nothing is opened, nobody is asked and no code for it
 * is loaded before they turn one on.
 */
export class DeviceChoice implements ReactiveController {
  /** What the person wants, whether it works or not. */
  readonly wanted: Record<Device, boolean> = { microphone: false, camera: false };
  /** What has been opened; absent before the first. */
  check: DeviceCheck | undefined;

  readonly #host: LitElement;

  constructor(host: LitElement) {
    this.#host = host;
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
    void this.choose('microphone', false);
    void this.choose('camera', false);
  }
}
