import pg from 'pg';
import type { Database, Queries, Row, TransactionOptions } from './database.js';
import { isOverloaded, unavailable } from './database-error.js';
import { GatheringSocket } from './gathering-socket.js';
import { Gathering } from './gathering.js';
import { PostgresListener } from './postgres-listener.js';
import { withQueries } from './transaction-queries.js';

/** A request that waits longer is told `unavailable`, and holds nobody else up. */
const LIMIT_MS = 10_000;
/** The commit then does not wait for the disk itself: see {@link PostgresDatabase.transaction}. */
const BEGIN_TOGETHER = 'BEGIN; SET LOCAL synchronous_commit TO off';
/** Something to be written behind all that has been committed; its own commit waits for the disk. */
const REACH_DISK = `SELECT pg_logical_emit_message(true, 'wayfellow', '')`;

/** PostgreSQL 15 or newer, over a pool of connections. */
export class PostgresDatabase implements Database {
  readonly #pool: pg.Pool;
  readonly #listener: PostgresListener;
  readonly #disk = new Gathering<void, void>(async (commits) => {
    await this.query(REACH_DISK);
    return [...commits];
  });

  /**
   * @param url `postgres://user:password@host:port/database`
   * @param connections Most connections of the pool; the one that listens comes on top
   */
  constructor(url: string, connections = 10) {
    this.#pool = new pg.Pool({
      ...{ connectionString: url, max: connections },
      connectionTimeoutMillis: LIMIT_MS,
      statement_timeout: LIMIT_MS,
      idle_in_transaction_session_timeout: LIMIT_MS,
      pipeline: true,
      stream: () => new GatheringSocket(),
    });
    // A connection that is cut is replaced. Without a listener it would end the process: the pool's
    // while it idles, its own while it is in use and nothing is being asked.
    this.#pool.on('error', () => undefined);
    this.#pool.on('connect', (client) => client.on('error', () => undefined));
    this.#listener = new PostgresListener(url);
  }

  /**
   * PostgreSQL lets transactions that notify commit one after another. So that they do not wait for
   * the disk one after another as well, those that are `together` commit without waiting for it; it is
   * waited for before anybody is told that they have, once for all that have committed meanwhile.
   */
  async transaction<T>(
    run: (tx: Queries) => Promise<T>,
    { isTogether = false }: TransactionOptions = {},
  ): Promise<T> {
    const result = await this.#commit(run, isTogether);
    if (isTogether) await this.#disk.ask();
    return result;
  }

  async query<R extends Row>(sql: string, parameters: readonly unknown[] = []): Promise<R[]> {
    const asked = this.#pool.query<R>(prepared(sql, [...parameters]));
    const { rows } = await asked.catch(unavailable);
    return rows;
  }

  async notify(channel: string, payload: string): Promise<void> {
    await this.query('SELECT pg_notify($1, $2)', [channel, payload]);
  }

  listen(
    channel: string,
    listener: (payload: string) => void,
    onGap: () => void,
  ): Promise<() => Promise<void>> {
    return this.#listener.listen(channel, listener, onGap);
  }

  isUp(): Promise<boolean> {
    return this.#pool.query('SELECT 1').then(
      () => true,
      () => false,
    );
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  async #commit<T>(run: (tx: Queries) => Promise<T>, isTogether: boolean): Promise<T> {
    const client = await this.#pool.connect().catch(unavailable);
    let broken: Error | undefined;
    let committed: Promise<pg.QueryResult> | undefined;
    try {
      // Sent with what follows it: the connection keeps the order.
      const begun = client.query(isTogether ? BEGIN_TOGETHER : prepared('BEGIN', []));
      const [result] = await Promise.all([
        withQueries(
          {
            query: (sql, parameters) => client.query(prepared(sql, parameters)),
            list: (sql, parameters) =>
              client.query({ ...prepared(sql, parameters), rowMode: 'array' }),
            script: (sql) => client.query(sql),
            commit() {
              committed = client.query(prepared('COMMIT', []));
              // It is looked at below; what failed before it is told first.
              committed.catch(() => undefined);
            },
          },
          run,
        ),
        begun,
      ]);
      const { command } = await (committed ?? client.query('COMMIT'));
      // PostgreSQL answers so, and not with an error, when a statement had failed.
      if (command !== 'COMMIT') throw new Error('The transaction was rolled back');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((cause: Error) => (broken = cause));
      // Whether it was committed is not known; the same key finds out.
      if (broken || isOverloaded(error)) unavailable(error);
      throw error;
    } finally {
      client.release(broken);
    }
  }
}

const names = new Map<string, string>();

/** Each statement is planned once a connection. There are few, for values are parameters. */
function prepared(text: string, values: unknown[]) {
  let name = names.get(text);
  if (name === undefined) names.set(text, (name = `s${names.size}`));
  return { name, text, values };
}
