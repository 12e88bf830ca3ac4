import { IndexedDbStore } from './indexed-db-store.js';
import { MemoryStore, sharedMemory } from './memory-store.js';
import type { EmbeddedOptions } from './options.js';
import { Records } from './records.js';
import type { Seed } from './seed/seed.js';
import type { Ahead, Entry, Mode, Store, StoreTransaction } from './store.js';

/** The seeded store of a backend. Goes on in memory when the browser's storage fails. */
export class Storage {
  #store: Promise<Store> | undefined;

  constructor(
    private readonly name: string,
    private readonly options: Pick<EmbeddedOptions, 'storage' | 'name'>,
    private readonly seed: Seed,
    /** Called when storage failed and what follows is kept in memory only. */
    private readonly onFallback: () => void,
  ) {}

  get durable(): Promise<boolean> {
    return this.#open().then(
      (store) => store.durable,
      () => false,
    );
  }

  /** Runs one transaction; where storage fails, again in memory. */
  async transact<T>(
    mode: Mode,
    run: (records: Records) => Promise<T>,
    signal?: AbortSignal,
    _ahead?: Ahead,
  ): Promise<T> {
    const opened = this.#open();
    const store = await opened;
    const within = (tx: StoreTransaction) => run(new Records(tx));
    try {
      return await store.transact(mode, within);
    } catch (error) {
      if (!store.durable || error === signal?.reason || !isStorageFailure(error)) throw error;
      // Several calls may fail at once: the first one moves, the others follow.
      if (this.#store === opened) {
        this.#store = this.#moveToMemory(store);
        this.onFallback();
      }
      return (await this.#open()).transact(mode, within);
    }
  }

  /** Puts the seed back. */
  async reset(): Promise<void> {
    const data = await this.seed.load();
    await this.transact('readwrite', async (records) => {
      await records.clear();
      await this.seed.plant(records, data);
    });
  }

  async close(): Promise<void> {
    const store = this.#store;
    this.#store = undefined;
    (await store)?.close();
  }

  #open(): Promise<Store> {
    return (this.#store ??= this.#openFirst().catch((error: unknown) => {
      // The next call tries again: the seed may not have been loaded for lack of a network.
      this.#store = undefined;
      throw error;
    }));
  }

  async #openFirst(): Promise<Store> {
    const { storage, name } = this.options;
    if (storage === 'memory')
      return this.#seeded(name ? sharedMemory(this.name) : new MemoryStore());
    const store = await IndexedDbStore.open(this.name).catch(() => sharedMemory(this.name));
    try {
      return await this.#seeded(store);
    } catch (error) {
      if (!isStorageFailure(error)) throw error;
      return this.#seeded(sharedMemory(this.name));
    }
  }

  async #moveToMemory(from: Store): Promise<Store> {
    const entries = await from.dump().catch((): Entry[] => []);
    from.close();
    return this.#seeded(sharedMemory(this.name, entries));
  }

  async #seeded(store: Store): Promise<Store> {
    const due = await store.transact('readonly', (tx) => this.seed.isDue(new Records(tx)));
    if (due) {
      const data = await this.seed.load();
      // Another tab may have been faster; planting looks again.
      await store.transact('readwrite', (tx) => this.seed.plant(new Records(tx), data));
    }
    return store;
  }
}

/** The store failed, and not what was asked of it. */
function isStorageFailure(error: unknown): boolean {
  return error instanceof DOMException && error.name !== 'DataCloneError';
}
