import { Records } from '../../../../src/client/backends/embedded/records.js';
import { Seed } from '../../../../src/client/backends/embedded/seed/seed.js';
import { Storage } from '../../../../src/client/backends/embedded/storage.js';
import type { Mode } from '../../../../src/client/backends/embedded/store.js';
import { AuditTrail } from './audit-trail.js';
import { isContention, translate } from './database-error.js';
import type { Database } from './database.js';
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

  override async transact<T>(mode: Mode, run: (records: Records) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++)
      try {
        return await this.#once(mode, run);
      } catch (error) {
        if (tries === TRIES || !isContention(error)) throw translate(error);
      }
  }

  #once<T>(mode: Mode, run: (records: Records) => Promise<T>): Promise<T> {
    const { scope } = this;
    return this.db.transaction(async (tx) => {
      // A call that reads sees one moment.
      if (mode === 'readonly') await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
      await enter(tx, scope);
      const now = this.clock();
      if (mode === 'readwrite') {
        // The rules look first and write then: in one clinic, one writes at a time.
        await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [scope.tenantId]);
        await lapseRequests(tx, scope, now);
      }
      const trail = new AuditTrail(scope, now);
      await this.admit(new Records(new RecordTransaction(tx, scope)));
      const result = await run(new Records(new RecordTransaction(tx, scope, trail)));
      await trail.write(tx);
      return result;
    });
  }
}
