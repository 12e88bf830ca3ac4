import { gt, sql } from 'drizzle-orm';
import type { Outage } from '../../../../src/client/model/missed-days.js';
import type { Database, Queries } from '../database/database.js';
import { outages, signsOfLife } from '../database/schema.js';
import { asJob } from './job-role.js';

/** Longer without a sign of life than any restart, and people could not check in. */
export const LEAST_OUTAGE_MS = 15 * 60_000;
/** Silence is followed up while it is days old, so older outages excuse nothing more. */
const KEPT_MS = 400 * 86_400_000;

/**
 * Says that an instance is alive. Where the last sign of any of them is long ago, the time since
 * then was an outage. Whoever knows of another one (the network's, the portal's) adds a row.
 */
export function giveSign(db: Database, now: Date): Promise<void> {
  const at = now.toISOString();
  return db.transaction(async (tx) => {
    await asJob(tx);
    // The row is locked by whoever is first; the others find its new time.
    await tx.orm.execute(sql`
      INSERT INTO ${outages} (from_at, to_at)
        SELECT at, ${at}::timestamptz FROM (SELECT at FROM ${signsOfLife} FOR UPDATE) AS last
        WHERE at <= ${new Date(+now - LEAST_OUTAGE_MS).toISOString()}::timestamptz
      ON CONFLICT DO NOTHING`);
    await tx.orm
      .insert(signsOfLife)
      .values({ name: 'any', at })
      .onConflictDoUpdate({
        target: signsOfLife.name,
        set: { at: sql`GREATEST(${signsOfLife.at}, excluded.at)` },
      });
    await tx.orm.execute(sql`
      DELETE FROM ${outages} WHERE to_at < ${new Date(+now - KEPT_MS).toISOString()}::timestamptz`);
  });
}

/** Those that may still excuse a day. */
export async function recentOutages(tx: Queries, now: Date): Promise<Outage[]> {
  const rows = await tx.orm
    .select()
    .from(outages)
    .where(gt(outages.toAt, new Date(+now - KEPT_MS).toISOString()));
  return rows.map(({ fromAt, toAt }) => ({
    from: new Date(fromAt).toISOString(),
    to: new Date(toAt).toISOString(),
  }));
}
