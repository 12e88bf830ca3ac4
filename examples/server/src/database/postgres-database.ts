import pg from 'pg';
import { isOverloaded, unavailable } from './database-error.js';
import type { Database, Queries } from './database.js';
import { GatheringSocket } from './gathering-socket.js';
import { withQueries } from './transaction-queries.js';

const RECONNECT_MS = 1000;
/** A request that waits longer is told `unavailable`, and holds nobody else up. */
const LIMIT_MS = 10_000;

/** PostgreSQL 15 or newer, over a pool of connections. */
export class PostgresDatabase implements Database {
  readonly #pool: pg.Pool;

  /**
   * @param url `postgres://user:password@host:port/database`
   * @param connections Most connections of the pool; those that listen come on top
   */
  constructor(
    private readonly url: string,
    connections = 10,
  ) {
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
  }

  async transaction<T>(run: (tx: Queries) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect().catch(unavailable);
    let broken: Error | undefined;
    let committed: Promise<pg.QueryResult> | undefined;
    try {
      const prepared = (text: string, values: unknown[]) => ({ name: nameOf(text), text, values });
      // Sent with what follows it: the connection keeps the order.
      const begun = client.query(prepared('BEGIN', []));
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

  async notify(channel: string, payload: string): Promise<void> {
    await this.#pool.query('SELECT pg_notify($1, $2)', [channel, payload]).catch(unavailable);
  }

  async listen(
    channel: string,
    listener: (payload: string) => void,
    onGap: () => void,
  ): Promise<() => Promise<void>> {
    let current: pg.Client | undefined;
    let isOver = false;
    const connect = async () => {
      const client = new pg.Client({
        ...{ connectionString: this.url, keepAlive: true, connectionTimeoutMillis: LIMIT_MS },
      });
      client.on('error', () => undefined);
      client.on('notification', ({ payload = '' }) => listener(payload));
      try {
        await client.connect();
        await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
      } catch (error) {
        // One that got no further holds a connection of the server's for nothing.
        void client.end().catch(() => undefined);
        throw error;
      }
      client.on('end', () => void again());
      current = client;
      if (isOver) await client.end();
    };
    const again = async () => {
      while (!isOver) {
        try {
          await connect();
          return onGap();
        } catch {
          await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS));
        }
      }
    };
    await connect();
    return async () => {
      isOver = true;
      await current?.end();
    };
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
}

const names = new Map<string, string>();

/** Each statement is planned once a connection. There are few, for values are parameters. */
function nameOf(sql: string): string {
  let name = names.get(sql);
  if (name === undefined) names.set(sql, (name = `s${names.size}`));
  return name;
}
