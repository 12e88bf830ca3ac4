import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { localDateAt } from '../../../client/model/date-time.js';

const LOOK_EVERY_MS = 20_000;

/** The local date in a zone, which moves on after its midnight while the page stays open. */
export class TodayController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #zone = 'UTC';
  #shown: string | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Today in `zone`, as `YYYY-MM-DD`. */
  in(zone: string): string {
    this.#zone = zone;
    return (this.#shown = localDateAt(new Date(), zone));
  }

  hostConnected(): void {
    // Not a timer until midnight: a laptop that sleeps over it would not wake by that.
    this.#timer = setInterval(() => {
      if (this.#shown && localDateAt(new Date(), this.#zone) !== this.#shown)
        this.#host.requestUpdate();
    }, LOOK_EVERY_MS);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }
}
