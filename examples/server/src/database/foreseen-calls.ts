import { sql } from 'drizzle-orm';
import type { Ahead } from '../../../../src/client/backends/embedded/store.js';
import { AuditTrail } from './audit-trail.js';
import { CHANNEL } from './change-feed.js';
import { isUndone } from './database-error.js';
import type { Database, Queries } from './database.js';
import { askedOf, type Fetched } from './fetch-ahead.js';
import { Gathering } from './gathering.js';
import { toJson } from './pending-writes.js';
import { RecordTransaction } from './record-transaction.js';
import type { Scope } from './scope.js';
import { given, statement } from './statement.js';

/** Text that PostgreSQL cannot hold, in JSON: it would fail all who travel with it. */
const UNKEEPABLE = /\\u(?:0000|d[89a-f])/i;

/**
 * Calls of many people that read nothing but what they have said ahead: they are read together, thought
 * through without a transaction, and written together, each as the person and behind the wall of its
 * own. A call is written if nothing of what it had read is otherwise by then and nobody else writes for
 * the same person; that, its audit and its news are one transaction with the others'.
 */
export class ForeseenCalls {
  static readonly #known = new WeakMap<Database, ForeseenCalls>();

  /** Those of this instance. */
  static over(db: Database): ForeseenCalls {
    const known = this.#known.get(db) ?? new ForeseenCalls(db);
    this.#known.set(db, known);
    return known;
  }

  readonly #reading: Gathering<string, readonly Fetched[]>;
  readonly #writing: Gathering<string, boolean>;

  private constructor(db: Database) {
    this.#reading = new Gathering<string, readonly Fetched[]>(async (calls) => {
      const each: Fetched[][] = calls.map(() => []);
      for (const { n, ...row } of await fetchCalls(db, { calls: `[${calls.join()}]` }))
        each[Number(n)]?.push(row as Fetched);
      return each;
    });
    this.#writing = new Gathering(async (calls) => {
      const [row] = await writeCalls(db, { calls: `[${calls.join()}]`, channel: CHANNEL });
      return row?.written ?? [];
    });
  }

  /**
   * Makes a call. Resolves with null, and nothing was done, when it has to be made in a transaction of
   * its own: it read more than it had said, others were in the way, or one that it travelled with failed.
   * @param lock What other transactions of the same person wait for
   */
  async make<T>(
    scope: Scope,
    ahead: Ahead,
    now: Date,
    lock: string,
    call: (transaction: RecordTransaction) => Promise<T>,
  ): Promise<{ readonly result: T } | null> {
    try {
      const asked = askedOf(scope, ahead);
      const rows = await this.#reading.ask(keepable(asked));
      const transaction = new RecordTransaction(NOTHING_ELSE, scope, new AuditTrail(scope));
      transaction.know(ahead, rows);
      const result = await call(transaction);
      const written = transaction.take(now);
      if (!written) return { result };
      const seen = rows.map(({ kind, id, version }) => [kind, id, version]);
      return (await this.#writing.ask(keepable({ asked, lock, seen, ...written })))
        ? { result }
        : null;
    } catch (error) {
      if (error instanceof NotForeseen || isUndone(error)) return null;
      throw error;
    }
  }
}

/** It cannot be made as one of many. */
class NotForeseen extends Error {}

function refuse(): never {
  throw new NotForeseen();
}

const NOTHING_ELSE: Queries = {
  get orm() {
    return refuse();
  },
  ...{ query: refuse, script: refuse, last: refuse },
};

function keepable(value: unknown): string {
  const json = toJson(value);
  return UNKEEPABLE.test(json) ? refuse() : json;
}

const calls = sql`${given('calls')}::text::jsonb`;
const fetchCalls = statement<Fetched & { n: number | string }>(
  () => sql`SELECT * FROM fetch_calls(${calls})`,
);
const writeCalls = statement<{ written: boolean[] }>(
  () => sql`SELECT write_calls(${calls}, ${given('channel')}) AS written`,
);
