import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Backend } from '../../../client/backend.js';
import type { BackendError } from '../../../client/errors.js';
import type { Session } from '../../../client/model/session.js';
import { backendContext, rememberContextRequests } from '../contexts.js';
import { WfErrorEvent } from '../shared.events.js';
import { SessionStore } from './session-store.js';

/** A provider may come later, from a file of its own; after this long none is expected any more. */
const PATIENCE_MS = 10_000;

/** An element that talks to a backend: its own, or the nearest provider's. */
export interface ConnectedHost extends ReactiveControllerHost, HTMLElement {
  backend: Backend | undefined;
}

/** Finds the backend and the session for an element, and says whether the network is there. */
export class ConnectionController implements ReactiveController {
  readonly #host: ConnectedHost;
  readonly #context: ContextConsumer<typeof backendContext, ConnectedHost>;
  #backend: Backend | undefined;
  #store: SessionStore | undefined;
  #unsubscribe: (() => void) | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #reported: BackendError | undefined;
  /** Nobody has given a backend: what needs one is not available. */
  isMissing = false;

  constructor(host: ConnectedHost) {
    this.#host = host;
    rememberContextRequests();
    this.#context = new ContextConsumer(host, {
      context: backendContext,
      subscribe: true,
      callback: () => host.requestUpdate(),
    });
    host.addController(this);
  }

  get backend(): Backend | undefined {
    return this.#backend;
  }

  /** Undefined while not known, null when nobody is signed in. */
  get session(): Session | null | undefined {
    return this.#store?.session;
  }

  /** Why the session is not known. */
  get error(): BackendError | undefined {
    return this.#store?.error;
  }

  /** False when nothing outlives this page, which must be said then. */
  get durable(): boolean {
    return this.#store?.durable ?? true;
  }

  /** What the browser says; true does not promise that the backend can be reached. */
  get online(): boolean {
    return navigator.onLine;
  }

  /** Asks for the session again after an error. */
  retry(): void {
    void this.#store?.refresh();
  }

  hostConnected(): void {
    window.addEventListener('online', this.#onNetwork);
    window.addEventListener('offline', this.#onNetwork);
    this.#attach();
    // Lit does not update an element by itself when it comes back, but its queries wait for one.
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    this.#attach();
    if (this.#backend || !this.#host.isConnected) {
      clearTimeout(this.#patience);
      this.#patience = undefined;
      this.isMissing = false;
    } else this.#patience ??= setTimeout(this.#onMissing, PATIENCE_MS);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#onNetwork);
    window.removeEventListener('offline', this.#onNetwork);
    clearTimeout(this.#patience);
    this.#patience = undefined;
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  readonly #onMissing = () => {
    this.isMissing = true;
    console.warn(
      `<${this.#host.localName}> has no backend. Put it into a <mentorship-provider> that has one, ` +
        'or set its property `backend`.',
    );
    this.#host.requestUpdate();
  };

  readonly #onSession = () => {
    const { error } = this;
    if (error && error !== this.#reported)
      this.#host.dispatchEvent(new WfErrorEvent(error.code, error.detail));
    this.#reported = error;
    this.#host.requestUpdate();
  };

  readonly #onNetwork = () => {
    if (this.online && this.error) this.retry();
    this.#host.requestUpdate();
  };

  #attach(): void {
    const backend = this.#host.backend ?? this.#context.value;
    if (backend !== this.#backend) {
      this.#unsubscribe?.();
      this.#unsubscribe = undefined;
      this.#backend = backend;
      this.#store = backend && SessionStore.of(backend);
    }
    // A disconnected host still updates once; it must not subscribe again.
    if (this.#host.isConnected) this.#unsubscribe ??= this.#store?.subscribe(this.#onSession);
  }
}
