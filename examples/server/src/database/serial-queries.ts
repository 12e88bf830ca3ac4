import type { Queries, Row } from './database.js';

/** What a driver offers on one connection. */
interface Connection {
  query(sql: string, parameters: unknown[]): Promise<{ rows: unknown[] }>;
  script(sql: string): Promise<unknown>;
}

/**
 * Queries of one transaction, in line. Those who ask at once and of whom one fails may leave others
 * behind: after {@link end} these are refused, for the connection then belongs to somebody else.
 */
export class SerialQueries implements Queries {
  #last: Promise<unknown> = Promise.resolve();
  #isOver = false;

  constructor(private readonly connection: Connection) {}

  query<R extends Row>(sql: string, parameters: readonly unknown[] = []): Promise<R[]> {
    return this.#inTurn(
      async () => (await this.connection.query(sql, [...parameters])).rows as R[],
    );
  }

  script(sql: string): Promise<void> {
    return this.#inTurn(async () => void (await this.connection.script(sql)));
  }

  /** Takes nothing more, and resolves once what runs has ended. */
  async end(): Promise<void> {
    this.#isOver = true;
    await this.#last;
  }

  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(() => {
      if (this.#isOver) throw new Error('The transaction is over');
      return run();
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
