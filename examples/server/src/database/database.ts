import type { PgRemoteDatabase } from 'drizzle-orm/pg-proxy';

/** A row as the driver gives it. */
export type Row = Readonly<Record<string, unknown>>;

/** Statements inside one transaction. They run one after another, also when asked for at once. */
export interface Queries {
  /** Drizzle over this transaction. */
  readonly orm: PgRemoteDatabase;
  /** Runs a statement as it is written. */
  query<R extends Row>(sql: string, parameters?: readonly unknown[]): Promise<R[]>;
  /** Runs a script of several statements. */
  script(sql: string): Promise<void>;
  /**
   * The transaction's last statement: what `ask` asks for in this very turn. The commit goes with it
   * on one journey, and comes to nothing when it fails.
   */
  last<T>(ask: () => Promise<T>): Promise<T>;
}

export interface TransactionOptions {
  /** It is one of many that notify: they wait for the disk together. Default no. */
  readonly isTogether?: boolean;
}

/** PostgreSQL, or PGlite in this process. */
export interface Database {
  /** Commits what `run` did, or leaves no trace of it when it rejects. */
  transaction<T>(run: (tx: Queries) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** Runs one statement as it is written, outside of any transaction. */
  query<R extends Row>(sql: string, parameters?: readonly unknown[]): Promise<R[]>;
  /** Tells every instance's listeners, outside of any transaction. At most 7,999 bytes. */
  notify(channel: string, payload: string): Promise<void>;
  /**
   * Hears what any instance tells; returns its end. `onGap` is called after the line was cut and
   * is there again: something may have been missed.
   */
  listen(
    channel: string,
    listener: (payload: string) => void,
    onGap: () => void,
  ): Promise<() => Promise<void>>;
  /** Whether a query is answered now. */
  isUp(): Promise<boolean>;
  close(): Promise<void>;
}
