import type { Entry, Mode, Range, Store, StoreTransaction } from './store.js';

/** Records in memory, gone with the page. */
export class MemoryStore implements Store {
  readonly durable = false;
  readonly #entries = new Map<string, Entry>();
  /** Order keys in order, each with its record's key. */
  readonly #order: (readonly [order: string, key: string])[] = [];
  #last: Promise<unknown> = Promise.resolve();

  constructor(entries: readonly Entry[] = []) {
    for (const entry of entries) this.#write(entry.key, entry);
  }

  transact<T>(_mode: Mode, run: (tx: StoreTransaction) => Promise<T>): Promise<T> {
    const turn = this.#last.then(async () => {
      const undo = new Map<string, Entry | undefined>();
      const write = (key: string, entry: Entry | undefined) => {
        if (!undo.has(key)) undo.set(key, this.#entries.get(key));
        this.#write(key, entry);
        return Promise.resolve();
      };
      try {
        return await run({
          get: (key) => Promise.resolve(structuredClone(this.#entries.get(key))),
          put: async (entry) => write(entry.key, structuredClone(entry)),
          delete: (key) => write(key, undefined),
          clear: async () => {
            for (const key of [...this.#entries.keys()]) await write(key, undefined);
          },
          scan: (range, visit) => Promise.resolve(this.#scan(range, visit)),
        });
      } catch (error) {
        for (const [key, entry] of undo) this.#write(key, entry);
        throw error;
      }
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  dump(): Promise<Entry[]> {
    return Promise.resolve(structuredClone([...this.#entries.values()]));
  }

  close(): void {
    // Others may share it.
  }

  #write(key: string, entry: Entry | undefined): void {
    for (const order of this.#entries.get(key)?.order ?? []) {
      let at = this.#indexOf(order);
      while (this.#order[at]?.[1] !== key) at++;
      this.#order.splice(at, 1);
    }
    if (entry) this.#entries.set(key, entry);
    else this.#entries.delete(key);
    for (const order of entry?.order ?? [])
      this.#order.splice(this.#indexOf(order), 0, [order, key]);
  }

  #scan(
    { from, to, after, descending }: Range,
    visit: (entry: Entry, order: string) => boolean,
  ): void {
    const step = descending ? -1 : 1;
    let at = this.#indexOf(descending ? `${to}\0` : from);
    if (after) at = this.#indexOf(descending ? after : `${after}\0`);
    if (descending) at--;
    for (; ; at += step) {
      const [order, key] = this.#order[at] ?? [];
      if (order === undefined || key === undefined || order < from || order > to) return;
      const entry = this.#entries.get(key);
      if (entry && !visit(structuredClone(entry), order)) return;
    }
  }

  /** Where the first order key that is not before `order` stands. */
  #indexOf(order: string): number {
    let low = 0;
    let high = this.#order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#order[middle]?.[0] ?? '') < order) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const shared = new Map<string, MemoryStore>();

/** The memory of that name, one a page, so that several backends see the same. */
export function sharedMemory(name: string, entries?: readonly Entry[]): MemoryStore {
  let store = shared.get(name);
  if (!store) shared.set(name, (store = new MemoryStore(entries)));
  return store;
}
