import type { LitElement, ReactiveController } from 'lit';
import type { MessageService } from '../../client/backend.js';
import type { Message } from '../../client/model/message.js';
import type { ConnectionController } from '../shared/controllers/connection-controller.js';

/** Tells the backend which messages have been on the reader's screen. The sender is not told here. */
export class ReadMarker implements ReactiveController {
  readonly #told = new Set<string>();
  #observer: IntersectionObserver | undefined;
  #inView = false;

  constructor(
    private readonly host: LitElement,
    private readonly connection: ConnectionController,
    private readonly messages: () => readonly Message[],
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer ??= new IntersectionObserver(([entry]) => {
      this.#inView = !!entry?.isIntersecting;
      this.#tell();
    });
    this.#observer.observe(this.host);
    document.addEventListener('visibilitychange', this.#tell);
  }

  hostUpdated(): void {
    this.#tell();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#inView = false;
    document.removeEventListener('visibilitychange', this.#tell);
  }

  readonly #tell = (): void => {
    const { backend, session } = this.connection;
    if (!this.#inView || document.hidden || !session) return;
    for (const { id, from, readAt } of this.messages()) {
      if (readAt || from.id === session.person.id || this.#told.has(id)) continue;
      this.#told.add(id);
      void this.#mark(backend?.messages, id);
    }
  };

  async #mark(messages: MessageService | undefined, id: string): Promise<void> {
    try {
      await messages?.update(id, { read: true });
    } catch {
      // Not worth a word to anybody: the next look tells it again.
      this.#told.delete(id);
    }
  }
}
