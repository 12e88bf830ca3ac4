import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import type { Entry, Mode, Range, Store, StoreTransaction } from './store.js';

interface Schema extends DBSchema {
  records: { key: string; value: Entry; indexes: { order: string } };
}
type Transaction = IDBPTransaction<Schema, ['records'], Mode>;

/** Records in IndexedDB: one object store, one index with several order keys a record. */
export class IndexedDbStore implements Store {
  readonly durable = true;

  private constructor(private readonly db: IDBPDatabase<Schema>) {}

  /** Rejects when there is no IndexedDB, or another connection blocks it. */
  static async open(name: string): Promise<IndexedDbStore> {
    const db = await new Promise<IDBPDatabase<Schema>>((resolve, reject) => {
      openDB<Schema>(name, 1, {
        upgrade(db) {
          db.createObjectStore('records', { keyPath: 'key' }).createIndex('order', 'order', {
            multiEntry: true,
          });
        },
        blocked: () => reject(new Error('IndexedDB is blocked')),
        blocking: (_old, _new, event) => (event.target as IDBDatabase).close(),
      }).then(resolve, reject);
    });
    return new IndexedDbStore(db);
  }

  async transact<T>(mode: Mode, run: (tx: StoreTransaction) => Promise<T>): Promise<T> {
    const tx = this.db.transaction(['records'], mode) as Transaction;
    const done = tx.done.then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
    let result: T;
    try {
      result = await run(new IndexedDbTransaction(tx));
    } catch (error) {
      try {
        tx.abort();
      } catch {
        // It has ended by itself; `done` says how.
      }
      await done;
      throw error;
    }
    const failure = await done;
    if (failure) throw failure.error;
    return result;
  }

  dump(): Promise<Entry[]> {
    return this.db.getAll('records');
  }

  close(): void {
    this.db.close();
  }
}

class IndexedDbTransaction implements StoreTransaction {
  readonly #records;

  constructor(tx: Transaction) {
    this.#records = (tx as IDBPTransaction<Schema, ['records'], 'readwrite'>).objectStore(
      'records',
    );
  }

  get(key: string): Promise<Entry | undefined> {
    return this.#records.get(key);
  }

  async put(entry: Entry): Promise<void> {
    await this.#records.put(entry);
  }

  delete(key: string): Promise<void> {
    return this.#records.delete(key);
  }

  clear(): Promise<void> {
    return this.#records.clear();
  }

  async scan(
    { from, to, after, descending }: Range,
    visit: (entry: Entry, order: string) => boolean,
  ): Promise<void> {
    const lower = !descending && after ? after : from;
    const upper = descending && after ? after : to;
    if (lower > upper) return;
    const range = IDBKeyRange.bound(lower, upper, lower === after, upper === after);
    let cursor = await this.#records.index('order').openCursor(range, descending ? 'prev' : 'next');
    while (cursor && visit(cursor.value, cursor.key)) cursor = await cursor.continue();
  }
}
