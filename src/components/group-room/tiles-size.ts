import type { LitElement, ReactiveController } from 'lit';

/** Measures the place for the tiles, so that they fill it. */
export class TilesSize implements ReactiveController {
  /** In CSS pixels; 0 before it is known. */
  size = { width: 0, height: 0 };
  readonly #host: LitElement;
  readonly #observer: ResizeObserver;
  #tiles: Element | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    this.#observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      this.size = entry.contentRect;
      host.requestUpdate();
    });
    host.addController(this);
  }

  hostUpdated(): void {
    const tiles = this.#host.renderRoot.querySelector('.tiles') ?? undefined;
    if (tiles === this.#tiles) return;
    this.#observer.disconnect();
    this.#tiles = tiles;
    if (tiles) this.#observer.observe(tiles);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#tiles = undefined;
  }
}
