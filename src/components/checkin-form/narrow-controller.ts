import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Whether the element is narrower than 34rem, where a form asks one question at a time. */
export class NarrowController implements ReactiveController {
  narrow = false;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #matters: () => boolean;
  #observer: ResizeObserver | undefined;
  #frame = 0;

  /** @param matters Whether the layout depends on it at the moment. */
  constructor(host: ReactiveControllerHost & HTMLElement, matters: () => boolean) {
    this.#host = host;
    this.#matters = matters;
    host.addController(this);
  }

  hostConnected(): void {
    // Known before the first drawing, so that the other layout is never seen. A narrow page has no
    // wide elements; to ask the element makes the browser lay out the page, so only when it matters.
    if (!this.#observer)
      this.narrow =
        matchMedia('(width < 34rem)').matches ||
        (this.#matters() && this.#isNarrow(this.#host.clientWidth));
    this.#observer ??= new ResizeObserver(([entry]) => {
      const narrow = this.#isNarrow(entry?.contentRect.width ?? 0);
      if (narrow === this.narrow) return;
      this.narrow = narrow;
      // The height follows the layout; changed in here, the observer would call that a loop.
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(() => this.#host.requestUpdate());
    });
    this.#observer.observe(this.#host);
  }

  #isNarrow(width: number): boolean {
    // Not displayed: as it was.
    if (width === 0) return this.narrow;
    return width < 34 * (parseFloat(getComputedStyle(document.documentElement).fontSize) || 16);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }
}
