import { openDB, type DBSchema, type IDBPDatabase, type StoreNames } from 'idb';
import { WipedError, type EntryRecord, type EntryStore, type KeyRecord } from './entry-store.js';
import { observe, type Observed } from './observed-time.js';

interface Schema extends DBSchema {
  entries: { key: number; value: EntryRecord; indexes: { id: string; owner: string } };
  keys: { key: string; value: KeyRecord };
  time: { key: string; value: Observed };
}

/** Sealed writes in IndexedDB, shared by the tabs of an origin. */
export class IndexedDbEntries implements EntryStore {
  readonly durable = true;

  private constructor(private readonly db: IDBPDatabase<Schema>) {}

  /** Rejects when there is no IndexedDB, or another connection blocks it. */
  static open(name: string): Promise<IndexedDbEntries> {
    return new Promise((resolve, reject) => {
      openDB<Schema>(name, 1, {
        upgrade(db) {
          const entries = db.createObjectStore('entries', { keyPath: 'seq', autoIncrement: true });
          entries.createIndex('id', 'id', { unique: true });
          entries.createIndex('owner', 'owner');
          db.createObjectStore('keys', { keyPath: 'owner' });
          db.createObjectStore('time');
        },
        blocked: () => reject(new Error('IndexedDB is blocked')),
        blocking: (_old, _new, event) => (event.target as IDBDatabase).close(),
      }).then((db) => resolve(new IndexedDbEntries(db)), reject);
    });
  }

  findKey(owner: string): Promise<KeyRecord | undefined> {
    return this.db.get('keys', owner);
  }

  async addKey(fresh: KeyRecord): Promise<KeyRecord> {
    const tx = this.#write('keys');
    const keys = tx.objectStore('keys');
    const key = (await keys.get(fresh.owner)) ?? fresh;
    if (key === fresh) await keys.put(fresh);
    await tx.done;
    return key;
  }

  async add(record: Omit<EntryRecord, 'seq'>, replace: boolean): Promise<EntryRecord> {
    const tx = this.#write('entries', 'keys');
    const entries = tx.objectStore('entries');
    const key = await tx.objectStore('keys').get(record.owner);
    if (key?.keyId !== record.keyId) throw new WipedError();
    const before = await entries.index('id').get(record.id);
    if (before && !replace) return before;
    if (before) await entries.delete(before.seq);
    // The store gives the number.
    const seq = await entries.add(record as EntryRecord);
    await tx.done;
    return { ...record, seq };
  }

  async update(record: EntryRecord): Promise<void> {
    const tx = this.#write('entries');
    const entries = tx.objectStore('entries');
    if (await entries.getKey(record.seq)) await entries.put(record);
    await tx.done;
  }

  find(id: string): Promise<EntryRecord | undefined> {
    return this.db.getFromIndex('entries', 'id', id);
  }

  list(owner: string): Promise<EntryRecord[]> {
    return this.db.getAllFromIndex('entries', 'owner', owner);
  }

  async remove(seq: number): Promise<void> {
    const tx = this.#write('entries');
    await tx.objectStore('entries').delete(seq);
    await tx.done;
  }

  async sweep(before: number): Promise<void> {
    const tx = this.#write('entries');
    const entries = tx.objectStore('entries');
    for (const { seq, at } of await entries.getAll()) if (at < before) await entries.delete(seq);
    await tx.done;
  }

  async wipe(owner: string): Promise<void> {
    const tx = this.#write('entries', 'keys');
    const entries = tx.objectStore('entries');
    await tx.objectStore('keys').delete(owner);
    for (const seq of await entries.index('owner').getAllKeys(owner)) await entries.delete(seq);
    await tx.done;
  }

  async observe(now: number): Promise<number> {
    const tx = this.#write('time');
    const times = tx.objectStore('time');
    const time = observe(await times.get('time'), now);
    await times.put(time, 'time');
    await tx.done;
    return time.elapsed;
  }

  close(): void {
    this.db.close();
  }

  #write<N extends StoreNames<Schema>>(...names: N[]) {
    // What was answered with "kept" must be on the disk; by default browsers do not wait for that.
    const tx = this.db.transaction(names, 'readwrite', { durability: 'strict' });
    // A request that fails says so itself, before its transaction does.
    tx.done.catch(() => undefined);
    return tx;
  }
}
