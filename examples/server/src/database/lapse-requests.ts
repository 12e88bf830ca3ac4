import { and, eq, lte } from 'drizzle-orm';
import { pairings } from '../../../../src/client/backends/embedded/collections.js';
import { Records } from '../../../../src/client/backends/embedded/records.js';
import { asOf } from '../../../../src/client/model/pairing.js';
import { enqueue, type News } from '../jobs/enqueue.js';
import type { Queries } from './database.js';
import { RecordTransaction } from './record-transaction.js';
import { pairings as rows } from './schema.js';
import type { Scope } from './scope.js';

/** Writes down that requests have expired, so that constraints, too, no longer count them. */
export async function lapseRequests(tx: Queries, scope: Scope, now: Date): Promise<void> {
  // What another call is about to write down needs no second hand.
  const due = await tx.orm
    .select({ id: rows.id })
    .from(rows)
    .where(
      and(
        eq(rows.tenantId, scope.tenantId),
        eq(rows.status, 'requested'),
        lte(rows.expiresAt, now.toISOString()),
      ),
    )
    .for('update', { skipLocked: true });
  if (!due.length) return;
  const transaction = new RecordTransaction(tx, scope);
  const news: News[] = [];
  const records = new Records(transaction);
  for (const { id } of due) {
    const pairing = asOf(await records.get(pairings, id), now);
    await records.put(pairings, pairing);
    const { participant, mentor } = pairing;
    const to = { recipientId: participant.id, recipientRole: 'participant' } as const;
    news.push({ kind: 'request-expired', cause: id, subjectId: participant.id, ...to });
    await transaction.tell([
      { topic: 'pairings', to: [participant.id, mentor.id], ids: [id] },
      { topic: 'mentors', to: '*', ids: [mentor.id] },
    ]);
  }
  await transaction.flush(now);
  await enqueue(tx, scope.tenantId, news, now);
}
