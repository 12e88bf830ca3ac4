import { Records } from '../../../../src/client/backends/embedded/records.js';
import { Seed } from '../../../../src/client/backends/embedded/seed/seed.js';
import { Storage } from '../../../../src/client/backends/embedded/storage.js';
import type { Ahead, Mode } from '../../../../src/client/backends/embedded/store.js';
import { AuditTrail } from './audit-trail.js';
import { isContention, translate } from './database-error.js';
import type { Database, Queries } from './database.js';
import { ForeseenCalls } from './foreseen-calls.js';
import { lapseRequests } from './lapse-requests.js';
import { RecordTransaction } from './record-transaction.js';
import { enter, type Scope } from './scope.js';

const TRIES = 5;

/** Runs the embedded backend's calls as transactions of PostgreSQL, for one person of a clinic. */
export class DatabaseStorage extends Storage {
  constructor(
    private readonly db: Database,
    private readonly scope: Scope,
    private readonly clock: () => Date,
    /** Stops a person who may not act; called inside every transaction. */
    private readonly admit: (records: Records) => Promise<void> = () => Promise.resolve(),
  ) {
    super('database', {}, new Seed('empty', clock), () => undefined);
  }

  override get durable(): Promise<boolean> {
    return Promise.resolve(true);
  }

  override async transact<T>(
    mode: Mode,
    run: (records: Records) => Promise<T>,
    _signal?: AbortSignal,
    ahead?: Ahead,
  ): Promise<T> {
    const foreseen = mode === 'readwrite' && ahead?.isAll ? await this.#foresee(run, ahead) : null;
    if (foreseen) return foreseen.result;
    for (let tries = 1; ; tries++)
      try {
        return await this.#once(mode, run, tries > 1, ahead);
      } catch (error) {
        if (tries === TRIES || !isContention(error)) throw translate(error);
      }
  }

  /** As one of many; null when it has to be made in a transaction of its own. */
  #foresee<T>(
    run: (records: Records) => Promise<T>,
    ahead: Ahead,
  ): Promise<{ readonly result: T } | null> {
    const { db, scope, admit } = this;
    const now = this.clock();
    return ForeseenCalls.over(db).make(scope, ahead, now, lockOf(scope), async (transaction) => {
      const records = new Records(transaction);
      await admit(records);
      return run(records);
    });
  }

  #once<T>(
    mode: Mode,
    run: (records: Records) => Promise<T>,
    isAlone: boolean,
    ahead?: Ahead,
  ): Promise<T> {
    const { scope } = this;
    const now = this.clock();
    const call = async (tx: Queries) => {
      const trail = new AuditTrail(scope);
      const transaction = new RecordTransaction(tx, scope, trail);
      const records = new Records(transaction);
      // Sent together; the connection keeps the order.
      await Promise.all([
        // A call that reads sees one moment.
        mode === 'readonly' && tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ'),
        enter(tx, scope, mode === 'readwrite' ? locksOf(scope, isAlone) : []),
        mode === 'readwrite' && ahead?.pairings !== false && lapseRequests(tx, scope, now),
        (ahead ? transaction.fetch(ahead) : Promise.resolve()).then(() => this.admit(records)),
      ]);
      const result = await run(records);
      await tx.last(() => transaction.flush(now));
      return result;
    };
    return this.db.transaction(call, { isTogether: mode === 'readwrite' });
  }
}

/**
 * One person writes one thing at a time. Where two people wrote the same, the slower one has to
 * look again (see {@link PendingWrites}); those who do so form one line in their clinic.
 */
function locksOf(scope: Scope, isAlone: boolean): string[] {
  const own = lockOf(scope);
  return isAlone ? [JSON.stringify([scope.tenantId]), own] : [own];
}

const lockOf = ({ tenantId, personId }: Scope) => JSON.stringify([tenantId, personId]);
