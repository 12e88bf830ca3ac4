import { pairings } from '../../../../src/client/backends/embedded/collections.js';
import { Records } from '../../../../src/client/backends/embedded/records.js';
import { asOf } from '../../../../src/client/model/pairing.js';
import type { Queries } from './database.js';
import { RecordTransaction } from './record-transaction.js';
import type { Scope } from './scope.js';

/** Writes down that requests have expired, so that constraints, too, no longer count them. */
export async function lapseRequests(tx: Queries, scope: Scope, now: Date): Promise<void> {
  const due = await tx.query<{ id: string }>(
    `SELECT id FROM pairings
      WHERE tenant_id = $1 AND status = 'requested' AND expires_at <= $2::timestamptz`,
    [scope.tenantId, now.toISOString()],
  );
  const records = new Records(new RecordTransaction(tx, scope));
  for (const { id } of due) await records.put(pairings, asOf(await records.get(pairings, id), now));
}
