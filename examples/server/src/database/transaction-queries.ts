import { DrizzleQueryError } from 'drizzle-orm/errors';
import { drizzle } from 'drizzle-orm/pg-proxy';
import type { Queries, Row } from './database.js';

/** What a driver offers on one connection, which takes one statement after another. */
export interface Connection {
  query(sql: string, parameters: unknown[]): Promise<{ rows: unknown[] }>;
  /** Rows as lists of their columns, and times as PostgreSQL writes them. */
  list(sql: string, parameters: unknown[]): Promise<{ rows: unknown[] }>;
  script(sql: string): Promise<unknown>;
  /** Sends the commit, where it can be sent before what runs has ended. */
  commit?(): void;
}

/** Gives `run` the statements of one transaction, and takes them back when it has ended. */
export async function withQueries<T>(
  connection: Connection,
  run: (tx: Queries) => Promise<T>,
): Promise<T> {
  const queries = new TransactionQueries(connection);
  try {
    return await run(queries);
  } catch (error) {
    // Drizzle's own error quotes the parameters: they are about people, and this ends in a log.
    throw error instanceof DrizzleQueryError ? error.cause : error;
  } finally {
    await queries.end();
  }
}

/**
 * Those who ask at once and of whom one fails may leave others behind: after {@link end} these are
 * refused, for the connection then belongs to somebody else.
 */
class TransactionQueries implements Queries {
  readonly orm = drizzle((sql, parameters: unknown[], method) =>
    this.#ask(() => this.connection[method === 'all' ? 'list' : 'query'](sql, parameters)).then(
      ({ rows }) => ({ rows }),
    ),
  );
  readonly #open = new Set<Promise<unknown>>();
  #isOver = false;

  constructor(private readonly connection: Connection) {}

  async query<R extends Row>(sql: string, parameters: readonly unknown[] = []): Promise<R[]> {
    const { rows } = await this.#ask(() => this.connection.query(sql, [...parameters]));
    return rows as R[];
  }

  async script(sql: string): Promise<void> {
    await this.#ask(() => this.connection.script(sql));
  }

  last<T>(ask: () => Promise<T>): Promise<T> {
    const asked = ask();
    this.#isOver = true;
    this.connection.commit?.();
    return asked;
  }

  /** Takes nothing more, and resolves once what runs has ended. */
  async end(): Promise<void> {
    this.#isOver = true;
    await Promise.allSettled(this.#open);
  }

  async #ask<T>(run: () => Promise<T>): Promise<T> {
    if (this.#isOver) throw new Error('The transaction is over');
    const asked = run();
    this.#open.add(asked);
    try {
      return await asked;
    } finally {
      this.#open.delete(asked);
    }
  }
}
