import type { ReactiveControllerHost } from 'lit';

/** What is to be said in the place of a part that is not there. */
export interface AbsentPart {
  readonly failed: boolean;
  readonly retry: () => void;
}

/** A part of an element that is fetched when it is first asked for. */
export class LazyPart<T> implements AbsentPart {
  /** The part, once it is there. */
  value: T | undefined;
  /** Why there is none; `retry` tries again. */
  failed = false;
  #asked = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly load: () => Promise<T>,
    private readonly onArrival: (value: T) => void = () => {},
  ) {}

  /** The part, or undefined while it is on its way; the host updates once it is there. */
  get(): T | undefined {
    if (!this.#asked) {
      this.#asked = true;
      void this.#fetch();
    }
    return this.value;
  }

  /** Starts afresh, with nothing that was typed into the part. */
  readonly retry = (): void => {
    this.failed = this.#asked = false;
    this.value = undefined;
    this.host.requestUpdate();
  };

  async #fetch(): Promise<void> {
    try {
      this.onArrival((this.value = await this.load()));
    } catch {
      this.failed = true;
    }
    this.host.requestUpdate();
  }
}
