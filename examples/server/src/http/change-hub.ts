import { randomUUID } from 'node:crypto';
import type { Backend, Change } from '../../../../src/client/backend.js';

/** A change with its place in the order in which one person heard of them. */
export interface HeardChange {
  readonly id: string;
  readonly change: Change;
}

/** Changes that a stream which was cut for a moment can still be told. */
const MOST_KEPT = 256;

/**
 * What one person may hear of, for all their streams on this instance. An event's id is this hub's
 * name and a number: an id of another hub, on another instance or from before a restart, cannot be
 * resumed after, and its stream is told that it may have missed something.
 */
export class ChangeHub {
  readonly #name = randomUUID();
  readonly #listeners = new Set<(heard: HeardChange) => void>();
  readonly #end: () => void;
  /** The changes after the first `#forgotten` ones. */
  #kept: HeardChange[] = [];
  #forgotten = 0;
  #count = 0;

  constructor(backend: Backend) {
    this.#end = backend.watch((change) => this.#hear(change));
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  /** Id of the last change. */
  get lastId(): string {
    return `${this.#name}.${this.#count}`;
  }

  /** Those after the change with that id; undefined when nobody knows any more. */
  since(id: string): readonly HeardChange[] | undefined {
    const [name, count] = id.split('.');
    const at = Number(count) - this.#forgotten;
    if (name !== this.#name || !Number.isInteger(at) || at < 0 || at > this.#kept.length)
      return undefined;
    return this.#kept.slice(at);
  }

  listen(listener: (heard: HeardChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#end();
  }

  #hear(change: Change): void {
    this.#count++;
    const heard = { id: this.lastId, change };
    this.#kept.push(heard);
    // Once who may see what has changed, what was heard before is told to nobody again.
    const most = change.topic === 'consents' || change.topic === 'session' ? 0 : MOST_KEPT;
    while (this.#kept.length > most) {
      this.#kept.shift();
      this.#forgotten++;
    }
    for (const listener of this.#listeners) listener(heard);
  }
}
