import type { LitElement, ReactiveController } from 'lit';
import { columnsFor } from './grid.js';

/** Measures the place for the tiles, so that they fill it. */
export class TileColumns implements ReactiveController {
  readonly #host: LitElement;
  readonly #observer: ResizeObserver;
  #tiles: Element | undefined;
  #size = { width: 0, height: 0 };

  constructor(host: LitElement) {
    this.#host = host;
    this.#observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      this.#size = entry.contentRect;
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

  for(count: number): number {
    return columnsFor(count, this.#size.width, this.#size.height);
  }
}
