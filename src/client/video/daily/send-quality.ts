import type { DailyNetworkStats, DailyVideoSendSettingsPreset } from '@daily-co/daily-js';

/** What the camera sends, from most to least. Below the last it is off. */
const PRESETS = [
  'default-video',
  'bandwidth-and-quality-balanced',
  'bandwidth-optimized',
] as const satisfies readonly DailyVideoSendSettingsPreset[];

/** A step down is taken soon; a step up only when the network has been good for a while. */
const DOWN_MS = 5000;
const UP_MS = 20_000;

/** How much of the camera's picture the network carries: down and up step by step. */
export class SendQuality {
  #step = 0;
  #state: DailyNetworkStats['networkState'] = 'unknown';
  #since = 0;

  /**
   * Daily's own judgement of the network.
   * @param now Milliseconds, of any clock that only goes forward.
   */
  network(state: DailyNetworkStats['networkState'], now: number): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#since = now;
  }

  /** Whether less than everything is sent. */
  get reduced(): boolean {
    return this.#step > 0;
  }

  /** What to send from now on, when it is time for a change; `off` is the camera. */
  read(now: number): (typeof PRESETS)[number] | 'off' | undefined {
    const lasted = now - this.#since;
    const next = this.#step + (this.#state === 'good' ? -1 : 1);
    const due =
      this.#state === 'good' ? lasted >= UP_MS : this.#state !== 'unknown' && lasted >= DOWN_MS;
    // A poor network still carries a small picture; only a bad one does not.
    const lowest = this.#state === 'bad' ? PRESETS.length : PRESETS.length - 1;
    if (!due || next < 0 || next > lowest) return undefined;
    this.#step = next;
    this.#since = now;
    return PRESETS[next] ?? 'off';
  }
}
