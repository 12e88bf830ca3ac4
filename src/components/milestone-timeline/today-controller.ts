import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { addDays, instantOf, localDateAt } from '../../client/model/date-time.js';

/** The local date in a zone, which moves on at its midnight while the page stays open. */
export class TodayController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #zone: string | undefined;
  #shown = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Today in `zone`, as `YYYY-MM-DD`. */
  in(zone: string): string {
    const today = localDateAt(new Date(), zone);
    if (zone !== this.#zone || today !== this.#shown) {
      this.#zone = zone;
      this.#shown = today;
      this.#wait();
    }
    return today;
  }

  hostConnected(): void {
    // A laptop that slept over midnight keeps no timers.
    document.addEventListener('visibilitychange', this.#check);
    this.#wait();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#check);
    clearTimeout(this.#timer);
  }

  readonly #check = () => {
    if (!this.#zone) return;
    if (localDateAt(new Date(), this.#zone) !== this.#shown) this.#host.requestUpdate();
    this.#wait();
  };

  #wait(): void {
    clearTimeout(this.#timer);
    if (!this.#zone) return;
    const midnight = instantOf(addDays(this.#shown, 1), 0, this.#zone).getTime();
    this.#timer = setTimeout(this.#check, Math.max(1000, midnight - Date.now() + 500));
  }
}
