import type { Change } from '../../backend.js';

type Listener = (change: Change) => void;

/** Those who want to hear of changes. */
export class Listeners {
  readonly #all = new Set<Listener>();

  get size(): number {
    return this.#all.size;
  }

  /** Adds one; returns its end. One that is added twice is called twice, and each ends by itself. */
  add(listener: Listener): () => void {
    const own: Listener = (change) => listener(change);
    this.#all.add(own);
    return () => this.#all.delete(own);
  }

  tell(change: Change): void {
    for (const listener of this.#all)
      // Each on its own, so that one that throws does not keep it from the others.
      queueMicrotask(() => {
        if (this.#all.has(listener)) listener(change);
      });
  }
}
