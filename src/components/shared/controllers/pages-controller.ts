import type { ReactiveController } from 'lit';
import type { Backend, Change, PageOptions } from '../../../client/backend.js';
import { isAbort, type BackendError } from '../../../client/errors.js';
import { checkResponse, pageShape, type Shape } from '../../../client/shape.js';
import { WfErrorEvent } from '../shared.events.js';
import { toBackendError } from '../to-backend-error.js';
import { watchBackend } from '../watch-backend.js';
import type { ConnectedHost, ConnectionController } from './connection-controller.js';
import type { QueryStatus } from './query-controller.js';

const FIRST = 20;
const EARLIER = 25;
const MOST = 200;

export interface PagesOptions<T> {
  /** What each item must look like; anything else is `invalid-response`. */
  readonly item: Shape<T>;
  /** Asks for a page, newest first. Undefined when the service is absent. */
  list(backend: Backend, options: PageOptions): Promise<unknown> | undefined;
  /** Read anew when any of these changed. Undefined: not to be asked yet. */
  args?(): readonly unknown[] | undefined;
  /** Whether a change in the backend concerns the list; then it is read again. */
  concerns(change: Change): boolean;
}

/**
 * A list, newest first, as many pages as were asked for. A refresh reads those again and keeps every
 * object that is still equal, so that only what changed is drawn anew.
 */
export class PagesController<T extends { readonly id: string }> implements ReactiveController {
  items: readonly T[] | undefined;
  /** Why the last refresh failed; what is shown may be old. */
  error: BackendError | undefined;
  /** Why reading on failed. */
  earlierError: BackendError | undefined;
  /** Earlier ones are on their way. */
  busy = false;

  readonly #page: Shape<{ items: T[]; next?: string | undefined }>;
  readonly #byId = new Map<string, T>();
  #next: string | undefined;
  #asked: readonly unknown[] = [];
  #absent = false;
  #reading: Promise<void> | undefined;
  #abort: AbortController | undefined;
  #unwatch: (() => void) | undefined;
  #watched: Backend | undefined;

  constructor(
    private readonly host: ConnectedHost,
    private readonly connection: ConnectionController,
    private readonly options: PagesOptions<T>,
  ) {
    this.#page = pageShape(options.item);
    host.addController(this);
  }

  get status(): QueryStatus {
    if (this.connection.session === null) return 'signed-out';
    if (this.#absent) return 'absent';
    if (this.items) return 'ready';
    return (this.error ?? this.connection.error) ? 'error' : 'loading';
  }

  /** Whether there are earlier ones to ask for. */
  get more(): boolean {
    return this.#next !== undefined;
  }

  readonly refresh = (): void => {
    const loaded = this.items?.length ?? 0;
    // It takes the place of a reading on that is under way, so it reads as far as that would have.
    this.#reading = this.#read(undefined, Math.max(FIRST, loaded + (this.busy ? EARLIER : 0)));
  };

  /** Reads on. One page at a time: asking while one is under way changes nothing. */
  async earlier(): Promise<void> {
    if (this.busy || !this.#next) return;
    this.busy = true;
    this.host.requestUpdate();
    await this.#reading;
    const loaded = this.items?.length ?? 0;
    if (this.#next) this.#reading = this.#read(this.#next, loaded + EARLIER);
    await this.#reading;
    this.busy = false;
    this.host.requestUpdate();
  }

  /** Puts in an answer that an action has brought; null removes. The backend's own word follows. */
  put(id: string, item: T | null): void {
    this.#set(this.items?.flatMap((old) => (old.id === id ? (item ?? []) : old)));
    this.host.requestUpdate();
  }

  /** Puts in front what an action has made. The backend's own word follows. */
  prepend(item: T): void {
    if (!this.items || this.#byId.has(item.id)) return;
    this.#set([item, ...this.items]);
    this.host.requestUpdate();
  }

  hostConnected(): void {}

  hostUpdate(): void {
    if (!this.host.isConnected) return;
    const { backend, session } = this.connection;
    if (backend !== this.#watched) {
      this.#unwatch?.();
      this.#watched = backend;
      this.#unwatch =
        backend &&
        watchBackend(backend, (change) => {
          if (this.#asked.length && this.options.concerns(change)) this.refresh();
        });
    }
    const args = this.options.args ? this.options.args() : [];
    const asked = session && backend && args ? [backend, session.person.id, ...args] : [];
    if (asked.every((a, i) => a === this.#asked[i]) && asked.length === this.#asked.length) return;
    this.#asked = asked;
    this.#abort?.abort();
    this.#set(undefined);
    this.error = this.earlierError = this.#next = undefined;
    this.#absent = false;
    if (asked.length) this.refresh();
  }

  hostDisconnected(): void {
    this.#unwatch?.();
    this.#unwatch = this.#watched = undefined;
    // A DOM move disconnects and connects at once; only a real removal gives up the request.
    queueMicrotask(() => {
      if (this.host.isConnected) return;
      this.#abort?.abort();
      this.#asked = [];
    });
  }

  /** Reads from a cursor on, or everything anew, until so many are there. */
  async #read(from: string | undefined, until: number): Promise<void> {
    const { backend } = this.connection;
    if (!backend) return;
    this.#abort?.abort();
    const { signal } = (this.#abort = new AbortController());
    const kept = from === undefined ? [] : (this.items ?? []);
    const added = new Map<string, T>();
    // What is new must not push out of the list what somebody is reading at its end.
    let news = 0;
    const missing = () => until + news - kept.length - added.size;
    try {
      let cursor = from;
      do {
        const limit = Math.min(MOST, missing());
        const answer = this.options.list(backend, { cursor, limit, signal });
        this.#absent = !answer;
        if (!answer) return;
        const page = checkResponse(this.#page, await answer);
        if (signal.aborted) return;
        for (const item of page.items) {
          const old = this.#byId.get(item.id);
          if (!old || from === undefined) added.set(item.id, same(old, item));
          if (!old && from === undefined && this.items) news++;
        }
        // A cursor that leads nowhere must not be followed for ever.
        cursor = page.next === cursor ? undefined : page.next;
      } while (cursor !== undefined && missing() > 0);
      this.#show([...kept, ...added.values()], cursor);
    } catch (reason) {
      if (signal.aborted || isAbort(reason)) return;
      const error = toBackendError(reason);
      if (from === undefined) this.error = error;
      else this.earlierError = error;
      this.host.dispatchEvent(new WfErrorEvent(error.code, error.detail));
      this.host.requestUpdate();
    }
  }

  /** Nothing is drawn again when nothing changed. */
  #show(items: readonly T[], next: string | undefined): void {
    const changed =
      items.length !== this.items?.length || items.some((item, i) => item !== this.items?.[i]);
    if (!changed && !this.error && !this.earlierError && next === this.#next) return;
    this.#next = next;
    this.error = this.earlierError = undefined;
    if (changed) this.#set(items);
    this.host.requestUpdate();
  }

  #set(items: readonly T[] | undefined): void {
    const longer = items && this.items && this.items.every((item, i) => item === items[i]);
    if (!longer) this.#byId.clear();
    for (const item of items?.slice(this.#byId.size) ?? []) this.#byId.set(item.id, item);
    this.items = items;
  }
}

/** A copy of its own where something is new: a backend may hand out its object and change it later. */
const same = <T>(old: T | undefined, now: T): T =>
  old && JSON.stringify(old) === JSON.stringify(now) ? old : structuredClone(now);
