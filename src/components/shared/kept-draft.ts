import type { ReactiveControllerHost } from 'lit';
import type { ConnectionController } from './controllers/connection-controller.js';

const PAUSE = 400;

/** Who draws the draft, and where it is kept. */
export interface DraftContext {
  readonly host: ReactiveControllerHost;
  readonly connection: ConnectionController;
}

/** What somebody has typed, kept by the backend for them alone, so that a reload does not lose it. */
export class KeptDraft<T> {
  value: T;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #touched = false;
  readonly #writer: string | undefined;

  constructor(
    private readonly context: DraftContext,
    private readonly key: string,
    private readonly empty: () => T,
    isDraft: (value: unknown) => value is T,
  ) {
    this.value = empty();
    this.#writer = context.connection.session?.person.id;
    const asked = this.#service?.get(key);
    asked?.then(
      (draft) => {
        const kept = draft?.value;
        if (this.#touched || !isDraft(kept)) return;
        this.value = kept;
        context.host.requestUpdate();
      },
      // Without it the form is empty, as it would be without drafts.
      () => {},
    );
  }

  get #service() {
    return this.context.connection.backend?.drafts;
  }

  set(change: Partial<T>): void {
    this.#touched = true;
    this.value = { ...this.value, ...change };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#put(), PAUSE);
    this.context.host.requestUpdate();
  }

  /** It has been sent. */
  clear(): void {
    clearTimeout(this.#timer);
    this.value = this.empty();
    this.#service?.remove(this.key).catch(() => {});
    this.context.host.requestUpdate();
  }

  async #put(): Promise<void> {
    // Somebody else may have signed in meanwhile, on a device that is shared.
    if (this.context.connection.session?.person.id !== this.#writer) return;
    await this.#service?.put(this.key, this.value).catch(() => {});
  }
}
