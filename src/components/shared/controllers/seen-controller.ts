import type { LitElement, ReactiveController } from 'lit';

/** Says when an element marked `data-awaited` is about to come into view, after every update anew. */
export class SeenController implements ReactiveController {
  #observer: IntersectionObserver | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly onSeen: (element: Element) => void,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    if (!this.host.isConnected) return;
    this.#observer ??= new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) if (isIntersecting) this.onSeen(target);
      },
      { rootMargin: '600px' },
    );
    this.#observer.disconnect();
    for (const awaited of this.host.renderRoot.querySelectorAll('[data-awaited]'))
      this.#observer.observe(awaited);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }
}
