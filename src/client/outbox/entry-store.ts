/** A sealed write as it lies in storage: who looks in sees an order and random bytes. */
export interface EntryRecord {
  /** Order in which the writes were made, over all tabs; given by the store, not by a clock. */
  readonly seq: number;
  /** Digest of person and idempotency key: the same write is kept once. */
  readonly id: string;
  /** Digest of the person. */
  readonly owner: string;
  /** Which of the owner's keys sealed it. */
  readonly keyId: string;
  /** Observed time at which it was made; see `observed-time.ts`. */
  readonly at: number;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

/** The key that seals what a person's writes say. `key` is absent where there is no WebCrypto. */
export interface KeyRecord {
  readonly owner: string;
  readonly keyId: string;
  readonly key: CryptoKey | undefined;
}

/** The person signed out, in this tab or another: their key is gone and nothing more is kept. */
export class WipedError extends Error {
  override readonly name = 'WipedError';
}

/** Where sealed writes lie. */
export interface EntryStore {
  /** Whether it outlives the page. */
  readonly durable: boolean;
  findKey(owner: string): Promise<KeyRecord | undefined>;
  /** The owner's key, which is `fresh` unless there was one. */
  addKey(fresh: KeyRecord): Promise<KeyRecord>;
  /**
   * Keeps a write and says how it is kept. One of the same id stays as it is, and is the answer,
   * unless `replace`.
   * @throws {WipedError} when its key is not the owner's any more
   */
  add(record: Omit<EntryRecord, 'seq'>, replace: boolean): Promise<EntryRecord>;
  /** Changes one that is still there. */
  update(record: EntryRecord): Promise<void>;
  find(id: string): Promise<EntryRecord | undefined>;
  /** Of one owner, by `seq`. */
  list(owner: string): Promise<EntryRecord[]>;
  remove(seq: number): Promise<void>;
  /** Removes whatever was made before that observed time, whoever made it. */
  sweep(before: number): Promise<void>;
  /** Removes the owner's writes and their key. */
  wipe(owner: string): Promise<void>;
  /** Observed time at `now`, both in milliseconds. */
  observe(now: number): Promise<number>;
  close(): void;
}
