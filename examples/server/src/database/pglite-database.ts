import { PGlite } from '@electric-sql/pglite';
import type { Database, Queries } from './database.js';
import { withQueries } from './transaction-queries.js';

/** PostgreSQL in this process: no server to run, one instance only. */
export class PgliteDatabase implements Database {
  private constructor(private readonly db: PGlite) {}

  /** @param dataFolder Where it is kept; absent: in memory. */
  static async open(dataFolder?: string): Promise<PgliteDatabase> {
    return new PgliteDatabase(await PGlite.create(dataFolder));
  }

  transaction<T>(run: (tx: Queries) => Promise<T>): Promise<T> {
    return this.db.transaction((tx) =>
      withQueries(
        {
          query: (sql, parameters) => tx.query(sql, parameters),
          list: (sql, parameters) => tx.query(sql, parameters, { rowMode: 'array' }),
          script: (sql) => tx.exec(sql),
        },
        run,
      ),
    );
  }

  async notify(channel: string, payload: string): Promise<void> {
    await this.db.query('SELECT pg_notify($1, $2)', [channel, payload]);
  }

  listen(channel: string, listener: (payload: string) => void): Promise<() => Promise<void>> {
    return this.db.listen(channel, listener);
  }

  isUp(): Promise<boolean> {
    return this.db.query('SELECT 1').then(
      () => true,
      () => false,
    );
  }

  close(): Promise<void> {
    return this.db.close();
  }
}
