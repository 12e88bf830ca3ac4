import type { Change } from '../../backend.js';

/** A change and the ids of the people who may see it; `*` is everybody. */
export interface Announcement extends Change {
  readonly to: readonly string[] | '*';
}

type Listener = (announcement: Announcement) => void;

/** Carries changes to this backend's own listeners and to those of other tabs and backends. */
export class ChangeBus {
  readonly #listeners = new Set<Listener>();
  #channel: BroadcastChannel | undefined;

  constructor(private readonly name: string) {}

  subscribe(listener: Listener): () => void {
    // A listener that is passed twice is called twice, and each ends by itself.
    const own: Listener = (announcement) => listener(announcement);
    this.#listeners.add(own);
    this.#open();
    return () => this.#listeners.delete(own);
  }

  publish(announcements: readonly Announcement[]): void {
    if (!announcements.length) return;
    this.publishHere(announcements);
    this.#open()?.postMessage(announcements);
  }

  /** Tells this backend's listeners only. */
  publishHere(announcements: readonly Announcement[]): void {
    for (const announcement of announcements)
      for (const listener of this.#listeners)
        // Each on its own, so that one that throws does not keep it from the others.
        queueMicrotask(() => {
          if (this.#listeners.has(listener)) listener(announcement);
        });
  }

  close(): void {
    this.#listeners.clear();
    this.#channel?.close();
    this.#channel = undefined;
  }

  #open(): BroadcastChannel | undefined {
    if (!this.#channel && typeof BroadcastChannel === 'function') {
      this.#channel = new BroadcastChannel(this.name);
      this.#channel.onmessage = ({ data }: MessageEvent<readonly Announcement[]>) =>
        this.publishHere(data);
      // In Node, listening alone must not keep the process alive.
      (this.#channel as { unref?: () => void }).unref?.();
    }
    return this.#channel;
  }
}
