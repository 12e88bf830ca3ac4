import type { ReactiveController } from 'lit';
import type { Backend, Change, ChangeTopic } from '../../../client/backend.js';
import type { BackendError } from '../../../client/errors.js';
import { checkResponse, type Shape } from '../../../client/shape.js';
import { inTime } from '../../../client/in-time.js';
import { WfErrorEvent } from '../shared.events.js';
import { toBackendError } from '../to-backend-error.js';
import { watchBackend } from '../watch-backend.js';
import type { ConnectedHost, ConnectionController } from './connection-controller.js';

/**
 * `loading`: nothing to show yet. `ready`: there is a value, perhaps an older one (`error` says so).
 * `absent`: the backend does not offer this. `signed-out`: nobody is signed in.
 */
export type QueryStatus = 'loading' | 'ready' | 'error' | 'absent' | 'signed-out';

export interface QueryOptions<T> {
  /** What the answer must look like; anything else is `invalid-response`. */
  readonly shape: Shape<T>;
  /** Asks the backend. Undefined when the service is absent. */
  load(backend: Backend, signal: AbortSignal): Promise<unknown> | undefined;
  /** Asked again when any of these changed. Undefined: not to be asked yet. */
  args?(): readonly unknown[] | undefined;
  /** Whether a change in the backend concerns this answer; then it is asked again. */
  concerns(change: Change, value: T | undefined): boolean;
  /** Milliseconds to wait for an answer; default 30,000. */
  readonly timeLimit?: number;
}

/** Whether a change is about one of the topics. */
export const about =
  (...topics: ChangeTopic[]) =>
  (change: Change): boolean =>
    topics.includes(change.topic);

/**
 * Something read from the backend: kept up to date, and kept when a refresh fails. An answer that
 * is equal to the last one renders nothing.
 */
export class QueryController<T> implements ReactiveController {
  value: T | undefined;
  error: BackendError | undefined;
  /** A request is under way, the first or a later one. */
  busy = false;

  readonly #host: ConnectedHost;
  readonly #connection: ConnectionController;
  readonly #options: QueryOptions<T>;
  #asked: readonly unknown[] | undefined;
  #text: string | undefined;
  #absent = false;
  #abort: AbortController | undefined;
  #unwatch: (() => void) | undefined;
  #watched: Backend | undefined;

  constructor(host: ConnectedHost, connection: ConnectionController, options: QueryOptions<T>) {
    this.#host = host;
    this.#connection = connection;
    this.#options = options;
    host.addController(this);
  }

  get status(): QueryStatus {
    if (this.#connection.session === null) return 'signed-out';
    if (this.#absent || this.#connection.isMissing) return 'absent';
    if (this.value !== undefined) return 'ready';
    if (this.error?.code === 'unauthorized') return 'signed-out';
    return (this.error ?? this.#connection.error) ? 'error' : 'loading';
  }

  /** Asks again; a request under way is given up for it. */
  readonly refresh = (): void => {
    if (this.#connection.error) this.#connection.retry();
    this.#asked = undefined;
    // Only a first answer's retry shows that it is under way; a background refresh renders nothing.
    if (this.status === 'error') this.#host.requestUpdate();
    else this.hostUpdate();
  };

  /** Puts in an answer that an action has brought, without asking again. */
  set(value: T): void {
    this.value = value;
    this.#text = JSON.stringify(value);
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    window.addEventListener('online', this.#onOnline);
  }

  hostUpdate(): void {
    if (!this.#host.isConnected) return;
    const { backend, session } = this.#connection;
    this.#watch(backend);
    if (!session || !backend) {
      // What one person may see is not left standing for the next.
      if (session === null || !backend) this.#forget();
      return;
    }
    const args = this.#options.args ? this.#options.args() : [];
    if (!args) return;
    const asked = [backend, session.person.id, ...args];
    const same =
      this.#asked?.length === asked.length && asked.every((a, i) => a === this.#asked?.[i]);
    if (same) return;
    // Other arguments are another question; a refresh keeps showing the old answer meanwhile.
    if (this.#asked) this.#forget();
    this.#asked = asked;
    void this.#load(backend);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#onOnline);
    this.#unwatch?.();
    this.#unwatch = this.#watched = undefined;
    // A DOM move disconnects and connects at once; only a real removal gives up the request.
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#abort?.abort();
      this.#asked = undefined;
    });
  }

  readonly #onOnline = () => {
    if (this.error) this.refresh();
  };

  #watch(backend: Backend | undefined): void {
    if (backend === this.#watched) return;
    this.#unwatch?.();
    this.#watched = backend;
    this.#unwatch =
      backend &&
      watchBackend(backend, (change) => {
        const concerns =
          change.topic === 'session'
            ? this.error?.code === 'unauthorized'
            : this.#options.concerns(change, this.value);
        if (concerns) this.refresh();
      });
  }

  #forget(): void {
    this.#abort?.abort();
    this.value = this.error = this.#asked = this.#text = undefined;
    this.#absent = this.busy = false;
  }

  async #load(backend: Backend): Promise<void> {
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    this.busy = true;
    try {
      const answer = this.#options.load(backend, abort.signal);
      this.#absent = !answer;
      if (!answer) return;
      const value = checkResponse(
        this.#options.shape,
        await inTime(answer, this.#options.timeLimit),
      );
      if (abort.signal.aborted) return;
      // As text: a backend may hand out its own object and change it later.
      const text = JSON.stringify(value);
      const changed = text !== this.#text;
      if (changed) this.value = value;
      this.#text = text;
      if (changed || this.error) this.#host.requestUpdate();
      this.error = undefined;
    } catch (reason) {
      if (abort.signal.aborted) return;
      const { code, detail } = this.error ?? {};
      this.error = toBackendError(reason);
      // What goes on failing in the same way is one failure.
      if (this.error.code !== code || this.error.detail !== detail)
        this.#host.dispatchEvent(new WfErrorEvent(this.error.code, this.error.detail));
      this.#host.requestUpdate();
    } finally {
      if (this.#abort === abort) this.busy = false;
    }
  }
}
