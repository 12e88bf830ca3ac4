import { WipedError, type EntryRecord, type EntryStore, type KeyRecord } from './entry-store.js';
import { observe, type Observed } from './observed-time.js';

/** Sealed writes in this page's memory, where the browser keeps nothing. Gone with the page. */
export class MemoryEntries implements EntryStore {
  readonly durable = false;
  readonly #keys = new Map<string, KeyRecord>();
  #records: EntryRecord[] = [];
  #last = 0;
  #time: Observed | undefined;

  get isEmpty(): boolean {
    return !this.#records.length;
  }

  async findKey(owner: string): Promise<KeyRecord | undefined> {
    return this.#keys.get(owner);
  }

  async addKey(fresh: KeyRecord): Promise<KeyRecord> {
    const key = this.#keys.get(fresh.owner) ?? fresh;
    this.#keys.set(key.owner, key);
    return key;
  }

  async add(record: Omit<EntryRecord, 'seq'>, replace: boolean): Promise<EntryRecord> {
    if (this.#keys.get(record.owner)?.keyId !== record.keyId) throw new WipedError();
    const before = this.#records.find(({ id }) => id === record.id);
    if (before && !replace) return before;
    const added = { ...record, seq: ++this.#last };
    this.#records = [...this.#records.filter((kept) => kept !== before), added];
    return added;
  }

  async update(record: EntryRecord): Promise<void> {
    this.#records = this.#records.map((kept) => (kept.seq === record.seq ? record : kept));
  }

  async find(id: string): Promise<EntryRecord | undefined> {
    return this.#records.find((record) => record.id === id);
  }

  async list(owner: string): Promise<EntryRecord[]> {
    return this.#records.filter((record) => record.owner === owner);
  }

  async remove(seq: number): Promise<void> {
    this.#records = this.#records.filter((record) => record.seq !== seq);
  }

  async sweep(before: number): Promise<void> {
    this.#records = this.#records.filter((record) => record.at >= before);
  }

  async wipe(owner: string): Promise<void> {
    this.#keys.delete(owner);
    this.#records = this.#records.filter((record) => record.owner !== owner);
  }

  async observe(now: number): Promise<number> {
    this.#time = observe(this.#time, now);
    return this.#time.elapsed;
  }

  close(): void {}
}
