import type { Announcement } from './change-bus.js';

/** A stored record: its own key, the keys that it is listed under, and what it holds. */
export interface Entry {
  readonly key: string;
  readonly order: readonly string[];
  readonly value: unknown;
}

/** A stretch of order keys. `after` is left out itself, in the direction of reading. */
export interface Range {
  readonly from: string;
  readonly to: string;
  readonly after?: string | undefined;
  readonly descending?: boolean | undefined;
}

/** What can be done inside a transaction. Await nothing else in there: IndexedDB would commit. */
export interface StoreTransaction {
  get(key: string): Promise<Entry | undefined>;
  put(entry: Entry): Promise<void>;
  delete(key: string): Promise<void>;
  clear(): Promise<void>;
  /** Carries news with the commit, where the store can; elsewhere it is told after it. */
  tell?(announcements: readonly Announcement[]): Promise<void>;
  /** Notes that the answer shows somebody's record, where the store keeps account of it. */
  show?(kind: string, ownerId: string, id: string): void;
  /** Visits entries in the order of their order keys until `visit` returns false. */
  scan(range: Range, visit: (entry: Entry, order: string) => boolean): Promise<void>;
}

/** What a call will surely or probably read, for stores to which each reading is a journey. */
export interface Ahead {
  /** Keys of records. */
  readonly keys: readonly string[];
  /** A whole list. */
  readonly list: Range | undefined;
  /** Whether it may change or count pairings. */
  readonly pairings: boolean;
  /** Whether it reads nothing else, and writes nothing that others write. */
  readonly isAll: boolean;
}

export type Mode = 'readonly' | 'readwrite';

/** Where records live: an ordered map with all-or-nothing transactions. */
export interface Store {
  /** Whether anything outlives the page. */
  readonly durable: boolean;
  /** Runs one after another; what throws leaves no trace. Resolves after the commit. */
  transact<T>(mode: Mode, run: (tx: StoreTransaction) => Promise<T>): Promise<T>;
  /** Everything, to move it elsewhere. */
  dump(): Promise<Entry[]>;
  close(): void;
}
