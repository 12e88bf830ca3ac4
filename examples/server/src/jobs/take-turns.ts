import { and, asc, eq, lte, sql } from 'drizzle-orm';
import type { Database, Queries } from '../database/database.js';
import { jobTurns, records } from '../database/schema.js';
import { enter } from '../database/scope.js';
import { asJob } from './job-role.js';

/** What is done in each clinic again and again. */
export interface ClinicJob {
  readonly name: string;
  readonly everyMs: number;
  run(tx: Queries, tenantId: string, now: Date): Promise<void>;
}

/**
 * Does a job in every clinic where it is due, each in a transaction that holds the clinic's turn:
 * other instances skip it, and if this one dies, nothing was done and another takes it. What fails
 * in one clinic is undone and told, and holds up no other; its turn comes again.
 */
export async function takeTurns(
  db: Database,
  job: ClinicJob,
  now: Date,
  onError: (error: unknown) => void,
): Promise<void> {
  await admitClinics(db, job, now);
  while (await takeTurn(db, job, now, onError));
}

function admitClinics(db: Database, { name }: ClinicJob, now: Date): Promise<void> {
  return db.transaction(async (tx) => {
    await asJob(tx);
    await tx.orm.execute(sql`
      INSERT INTO job_turns (tenant_id, job, due_at)
        SELECT DISTINCT ${records.tenantId}, ${name}, ${now.toISOString()}::timestamptz
        FROM ${records} WHERE ${records.kind} = 'person'
      ON CONFLICT DO NOTHING`);
  });
}

function takeTurn(
  db: Database,
  job: ClinicJob,
  now: Date,
  onError: (error: unknown) => void,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    await asJob(tx);
    const [turn] = await tx.orm
      .select({ tenantId: jobTurns.tenantId })
      .from(jobTurns)
      .where(and(eq(jobTurns.job, job.name), lte(jobTurns.dueAt, now.toISOString())))
      .orderBy(asc(jobTurns.dueAt))
      .limit(1)
      .for('update', { skipLocked: true });
    if (!turn) return false;
    const { tenantId } = turn;
    await tx.orm
      .update(jobTurns)
      .set({ dueAt: new Date(+now + job.everyMs).toISOString() })
      .where(and(eq(jobTurns.tenantId, tenantId), eq(jobTurns.job, job.name)));
    await tx.orm.execute(sql`SAVEPOINT turn`);
    try {
      await enter(tx, { tenantId, personId: null });
      await job.run(tx, tenantId, now);
    } catch (error) {
      await tx.orm.execute(sql`ROLLBACK TO SAVEPOINT turn`);
      onError(error);
    }
    return true;
  });
}
