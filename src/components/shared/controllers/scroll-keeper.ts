import type { LitElement, ReactiveController } from 'lit';

/** So near the end counts as at the end, in CSS pixels. */
const NEAR = 32;

/**
 * Keeps the place of who reads a list that grows at both ends: at the end it stays at the end,
 * anywhere else what is being read stays where it is. Items have `data-id`.
 */
export class ScrollKeeper implements ReactiveController {
  /** Whether the newest is in view. */
  atEnd = true;
  /** What is at the top of the view, and where. */
  #anchor: { element: Element; top: number } | undefined;
  #list: HTMLElement | undefined;
  #wantsEnd = false;

  constructor(
    private readonly host: LitElement,
    private readonly selector: string,
  ) {
    host.addController(this);
  }

  /** Goes to the newest with the next update. */
  toEnd(): void {
    this.#wantsEnd = true;
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    this.#measure();
    const top = this.#list?.getBoundingClientRect().top ?? 0;
    const items = this.atEnd ? [] : [...(this.#list?.querySelectorAll('[data-id]') ?? [])];
    const element = items.find((item) => item.getBoundingClientRect().bottom > top);
    this.#anchor = element && { element, top: element.getBoundingClientRect().top };
  }

  hostUpdated(): void {
    const list = this.host.renderRoot.querySelector<HTMLElement>(this.selector) ?? undefined;
    const isNew = list !== this.#list;
    if (isNew) list?.addEventListener('scroll', this.#onScroll, { passive: true });
    this.#list = list;
    if (!list) return;
    if (isNew || this.atEnd || this.#wantsEnd)
      list.scrollTop = list.scrollHeight - list.clientHeight;
    else if (this.#anchor?.element.isConnected)
      list.scrollTop += this.#anchor.element.getBoundingClientRect().top - this.#anchor.top;
    this.#wantsEnd = false;
    this.#measure();
  }

  readonly #onScroll = (): void => {
    const { atEnd } = this;
    this.#measure();
    if (atEnd !== this.atEnd) this.host.requestUpdate();
  };

  #measure(): void {
    const list = this.#list;
    if (!list?.isConnected) return;
    this.atEnd = list.scrollHeight - list.clientHeight - list.scrollTop <= NEAR;
  }
}
