import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The longest that a timer may sleep before the clock is looked at again. */
const LONGEST_MS = 60_000;

/** What time it is, kept right: the host renders again as soon as one of the marks is reached. */
export class Clock implements ReactiveController {
  now = new Date();
  readonly #host: ReactiveControllerHost;
  readonly #marks: () => readonly number[];
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param marks Milliseconds since the epoch at which something on the page becomes another. */
  constructor(host: ReactiveControllerHost, marks: () => readonly number[]) {
    this.#host = host;
    this.#marks = marks;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    this.now = new Date();
  }

  hostUpdated(): void {
    clearTimeout(this.#timer);
    const coming = this.#marks().filter((mark) => mark > +this.now);
    if (!coming.length) return;
    const wait = Math.min(Math.min(...coming) - Date.now(), LONGEST_MS);
    this.#timer = setTimeout(() => this.#host.requestUpdate(), wait);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
