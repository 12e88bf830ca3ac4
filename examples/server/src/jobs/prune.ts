import { and, eq, isNull, lt } from 'drizzle-orm';
import type { Database } from '../database/database.js';
import { deliveries, endedTokens, rateBuckets, records } from '../database/schema.js';
import { asJob } from './job-role.js';

const DAY = 86_400_000;
/** A write that is repeated later than this is a new one. Outboxes give up long before. */
export const ANSWERS_KEPT_MS = 30 * DAY;
const DELIVERIES_KEPT_MS = 30 * DAY;
/** A bucket that nobody touched so long is full. */
const BUCKETS_KEPT_MS = DAY;

/** Removes what is of no more use to anybody. */
export function prune(db: Database, now: Date): Promise<void> {
  const before = (ms: number) => new Date(+now - ms).toISOString();
  return db.transaction(async (tx) => {
    await asJob(tx);
    await tx.orm
      .delete(records)
      .where(and(eq(records.kind, 'answer'), lt(records.writtenAt, before(ANSWERS_KEPT_MS))));
    await tx.orm.delete(endedTokens).where(lt(endedTokens.expiresAt, now.toISOString()));
    await tx.orm.delete(rateBuckets).where(lt(rateBuckets.at, before(BUCKETS_KEPT_MS)));
    const old = lt(deliveries.at, before(DELIVERIES_KEPT_MS));
    await tx.orm.delete(deliveries).where(and(isNull(deliveries.nextAt), old));
  });
}
