import { PGlite } from '@electric-sql/pglite';
import type { Database, Queries, Row } from './database.js';
import { holdFolder } from './hold-folder.js';
import { withQueries } from './transaction-queries.js';

/** PostgreSQL in this process: no server to run, one instance only. */
export class PgliteDatabase implements Database {
  private constructor(
    private readonly db: PGlite,
    private readonly letGo: () => Promise<void>,
  ) {}

  /**
   * @param dataFolder Where it is kept; absent: in memory
   * @throws {Error} when another process has it open
   */
  static async open(dataFolder?: string): Promise<PgliteDatabase> {
    const letGo = dataFolder === undefined ? undefined : await holdFolder(dataFolder);
    try {
      return new PgliteDatabase(await PGlite.create(dataFolder), async () => letGo?.());
    } catch (error) {
      await letGo?.();
      throw error;
    }
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

  async query<R extends Row>(sql: string, parameters: readonly unknown[] = []): Promise<R[]> {
    const { rows } = await this.db.query<R>(sql, [...parameters]);
    return rows;
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

  async close(): Promise<void> {
    await this.db.close();
    await this.letGo();
  }
}
