import { inTime } from '../in-time.js';
import type { Entry, Failure, Kept } from './entry.js';
import { WipedError, type EntryRecord, type EntryStore, type KeyRecord } from './entry-store.js';
import { MemoryEntries } from './memory-entries.js';
import { randomKey } from '../random-key.js';
import { digest, newSealingKey, seal, unseal } from './seal.js';
import { draftKeyOf } from './write.js';

/** Milliseconds: storage that does not answer must not hold up what a person does. */
export const STORAGE_LIMIT = 3000;

/**
 * The writes of each person, readable only as that person. Where the browser's storage fails or is
 * full, it goes on in memory.
 */
export class Vault {
  readonly #memory = new MemoryEntries();
  readonly #opening: Promise<EntryStore>;
  /** Owners whose key was there when last looked for. */
  readonly #known = new Set<string>();
  #isDiskFull = false;

  constructor(
    opening: Promise<EntryStore>,
    private readonly clock: () => Date,
    /** Called when what is kept ends with this page from now on. */
    private readonly onFallback: () => void,
  ) {
    this.#opening = inTime(opening, STORAGE_LIMIT).catch(() => this.#memory);
  }

  /** Whether what is kept outlives this page. */
  get durable(): Promise<boolean> {
    return this.#opening.then((store) => store.durable && !this.#isDiskFull);
  }

  /** Keeps a write. One of the same key that is already kept is the answer. */
  async keep(personId: string, entry: Entry): Promise<Kept> {
    const store = await this.#opening;
    // What comes after a write in memory follows it there, so that they stay in order.
    if (store !== this.#memory && this.#memory.isEmpty)
      try {
        const kept = await inTime(this.#keepIn(store, personId, entry), STORAGE_LIMIT);
        this.#isDiskFull = false;
        return kept;
      } catch (error) {
        if (error instanceof WipedError) throw error;
        this.#isDiskFull = true;
        this.onFallback();
      }
    return this.#keepIn(this.#memory, personId, entry);
  }

  /** The person's writes in the order in which they were made, safety alerts first. */
  async list(personId: string): Promise<Kept[]> {
    const owner = await digest('person', personId);
    const kept: Kept[] = [];
    for (const store of await this.#stores()) {
      const records = await store.list(owner);
      const key = records.length ? await store.findKey(owner) : undefined;
      for (const record of records) kept.push(await open(personId, store, key, record));
    }
    const rank = (entry: Entry) => Number(entry.operation !== 'safety.raise');
    return kept.sort((a, b) => rank(a) - rank(b));
  }

  /** What waits to be written under that draft's key. */
  async draft(personId: string, draftKey: string): Promise<Kept | undefined> {
    const [id, owner] = await Promise.all([
      digest('draft', personId, draftKey),
      digest('person', personId),
    ]);
    for (const store of (await this.#stores()).reverse()) {
      const record = await store.find(id);
      if (record) return open(personId, store, await store.findKey(owner), record);
    }
    return undefined;
  }

  /** Puts another entry in its place, with its own nonce. */
  async replace(personId: string, { record, store }: Kept, entry: Entry): Promise<void> {
    const key = await store.findKey(record.owner);
    if (!key) return;
    const sealed = await seal(key.key, contextOf(personId, record.id), JSON.stringify(entry));
    await store.update({ ...record, keyId: key.keyId, ...sealed });
  }

  async remove({ store, record }: Kept): Promise<void> {
    await store.remove(record.seq);
  }

  /** Tells how old the person's writes are, in milliseconds; removes those older than `limit`. */
  async ages(personId: string, limit: number): Promise<(readonly [Kept, number])[]> {
    const times = new Map<EntryStore, number>();
    for (const store of await this.#stores()) {
      const now = await store.observe(+this.clock());
      times.set(store, now);
      // Of everybody: others may never come back to this device.
      await store.sweep(now - limit);
    }
    const kept = await this.list(personId);
    return kept.map((each) => [each, (times.get(each.store) ?? 0) - each.record.at] as const);
  }

  /** Forgets the person: what is kept, and the key to it. */
  async wipe(personId: string): Promise<void> {
    const owner = await digest('person', personId);
    this.#known.delete(owner);
    for (const store of await this.#stores()) await store.wipe(owner);
  }

  async close(): Promise<void> {
    (await this.#opening).close();
  }

  async #stores(): Promise<EntryStore[]> {
    const store = await this.#opening;
    return store === this.#memory ? [store] : [store, this.#memory];
  }

  async #keepIn(store: EntryStore, personId: string, entry: Entry): Promise<Kept> {
    const owner = await digest('person', personId);
    const key = await this.#key(store, owner);
    const draft = entry.write && draftKeyOf(entry.write);
    const isDraft = draft !== undefined;
    const id = await digest(isDraft ? 'draft' : 'write', personId, isDraft ? draft : entry.key);
    const sealed = await seal(key.key, contextOf(personId, id), JSON.stringify(entry));
    const at = await store.observe(+this.clock());
    const record = await store.add({ id, owner, keyId: key.keyId, at, ...sealed }, isDraft);
    return open(personId, store, key, record);
  }

  /** A key that is gone was wiped in another tab: what was on its way then is kept no more. */
  async #key(store: EntryStore, owner: string): Promise<KeyRecord> {
    const wasThere = store.durable && this.#known.has(owner);
    const found = await store.findKey(owner);
    if (!found && wasThere && this.#known.delete(owner)) throw new WipedError();
    const key =
      found ?? (await store.addKey({ owner, keyId: randomKey(), key: await newSealingKey() }));
    if (store.durable) this.#known.add(owner);
    return key;
  }
}

async function open(
  personId: string,
  store: EntryStore,
  key: KeyRecord | undefined,
  record: EntryRecord,
): Promise<Kept> {
  try {
    if (key?.keyId !== record.keyId) throw new WipedError();
    const text = await unseal(key.key, contextOf(personId, record.id), record);
    return { ...(JSON.parse(text) as Entry), record, store };
  } catch {
    // Somebody meddled with it, or the disk did. That must be told, and hold up nothing.
    const failed: Failure = { code: 'invalid-request', detail: 'unreadable' };
    return { key: record.id, madeAt: new Date(0).toISOString(), failed, record, store };
  }
}

const contextOf = (personId: string, id: string) => JSON.stringify([personId, id]);
