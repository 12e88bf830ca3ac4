import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import { nothing } from 'lit';
import type {
  ConnectedHost,
  ConnectionController,
} from '../../shared/controllers/connection-controller.js';
import { LazyPart } from '../../shared/lazy-part.js';
import { watchBackend } from '../../shared/watch-backend.js';
import type { Visit } from '../visit.js';
import type { BreakoutDesk } from './breakout-desk.js';

export interface BreakoutOptions {
  readonly visit: Visit;
  readonly connection: ConnectionController;
  say(text: string): void;
}

/**
 * Asks whether there are small rooms beside the meeting's, and again when something has changed.
 * All that is done with them comes once there are some, or a host opens their place.
 */
export class BreakoutEar implements ReactiveController {
  readonly #options: BreakoutOptions;
  readonly #desk: LazyPart<BreakoutDesk>;
  #meetingId: string | undefined;
  #unwatch: (() => void) | undefined;
  #told: unknown;
  #turn = 0;

  constructor(host: ConnectedHost & LitElement, options: BreakoutOptions) {
    this.#options = options;
    this.#desk = new LazyPart(
      host,
      async () => {
        const { BreakoutDesk } = await import('./breakout-desk.js');
        return new BreakoutDesk(host, { ...options, look: () => void this.#look() });
      },
      (desk) => desk.take(this.#told),
    );
    host.addController(this);
  }

  /** Calls for support from small rooms that this host has not answered. */
  get calls(): number {
    return this.#desk.value?.calls.length ?? 0;
  }

  hostUpdate(): void {
    const { visit, connection } = this.#options;
    const { backend } = connection;
    const id = visit.phase === 'in' && backend?.sessions?.breakouts ? visit.meeting?.id : undefined;
    if (id === this.#meetingId) return;
    this.#meetingId = id;
    this.#unwatch?.();
    this.#unwatch = undefined;
    this.#hear(undefined);
    if (id === undefined || !backend) return;
    this.#unwatch = watchBackend(backend, ({ topic, ids }) => {
      if (topic === 'sessions' && (!ids || ids.includes(id))) void this.#look();
    });
    void this.#look();
  }

  /** What lasts above the faces: an invitation, or with whom one is and how long. */
  notices(): unknown {
    return this.#desk.value?.notices() ?? nothing;
  }

  /** In place of the room, while the person is between two. */
  moving(): TemplateResult | undefined {
    return this.#desk.value?.onTheWay();
  }

  /** The way to the host for who is in a small room without one; undefined: as in any room. */
  support(help: unknown): TemplateResult | undefined {
    return this.#desk.value?.support(help);
  }

  /** For the host's panel. */
  forHost(): { readonly view: unknown; readonly first: boolean } {
    const desk = this.#meetingId === undefined ? undefined : this.#desk.get();
    return { view: desk?.forHost() ?? nothing, first: desk?.left !== undefined };
  }

  /** What cannot be asked now stays as it was last known. */
  async #look(): Promise<void> {
    const turn = ++this.#turn;
    const id = this.#meetingId ?? '';
    const told: unknown = await this.#options.connection.backend?.sessions
      ?.breakouts?.(id)
      .catch((error: { code?: string }) => {
        // A server that knows of none.
        if (error.code === 'not-found') this.#unwatch?.();
      });
    if (turn === this.#turn && told && id === this.#meetingId) this.#hear(told);
  }

  #hear(told: unknown): void {
    this.#told = told;
    if ((told as { running?: unknown } | undefined)?.running) this.#desk.get();
    this.#desk.value?.take(told);
  }
}
