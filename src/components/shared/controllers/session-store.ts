import type { Backend } from '../../../client/backend.js';
import type { BackendError } from '../../../client/errors.js';
import type { Session } from '../../../client/model/session.js';
import { checkResponse } from '../../../client/shape.js';
import { SessionShape } from '../../../client/shapes.js';
import { inTime } from '../../../client/in-time.js';
import { toBackendError } from '../to-backend-error.js';
import { watchBackend } from '../watch-backend.js';

/**
 * The session of one backend, asked for once however many elements want it, and again when the
 * backend says that it changed; and whether what it keeps outlives the page.
 */
export class SessionStore {
  /** Undefined while not known, null when nobody is signed in. */
  session: Session | null | undefined;
  error: BackendError | undefined;
  /** False once it is known that nothing outlives the page. */
  durable = true;

  readonly #backend: Backend;
  readonly #listeners = new Set<() => void>();
  #unwatch: (() => void) | undefined;
  #turn = 0;

  private constructor(backend: Backend) {
    this.#backend = backend;
  }

  static readonly #stores = new WeakMap<Backend, SessionStore>();

  static of(backend: Backend): SessionStore {
    let store = this.#stores.get(backend);
    if (!store) this.#stores.set(backend, (store = new SessionStore(backend)));
    return store;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) {
      this.#unwatch = watchBackend(this.#backend, ({ topic }) => {
        if (topic === 'session') void this.refresh();
      });
      void this.refresh();
    }
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) {
        this.#unwatch?.();
        this.#unwatch = undefined;
      }
    };
  }

  async refresh(): Promise<void> {
    const turn = ++this.#turn;
    void this.#lookAtDurable();
    try {
      const answer: unknown = await inTime<unknown>(this.#backend.session.current());
      if (turn !== this.#turn) return;
      this.session = answer === null ? null : checkResponse(SessionShape, answer);
      this.error = undefined;
    } catch (reason) {
      if (turn !== this.#turn) return;
      this.error = toBackendError(reason);
      if (this.error.code === 'unauthorized') {
        this.session = null;
        this.error = undefined;
      }
    }
    this.#tell();
  }

  async #lookAtDurable(): Promise<void> {
    const durable = await Promise.resolve(this.#backend.durable).catch(() => undefined);
    if (this.durable === (durable ?? true)) return;
    this.durable = !this.durable;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
