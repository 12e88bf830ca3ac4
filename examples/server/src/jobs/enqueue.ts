import type { Queries } from '../database/database.js';
import { deliveries } from '../database/schema.js';

/** What the portal is told of: ids and kinds, never what anybody said. */
export interface News {
  readonly kind:
    'request-expired' | 'check-in-missed' | 'alert-raised' | 'alert-waiting' | 'session-reminder';
  /** What gives rise to it, once: whoever finds it again tells nobody again. */
  readonly cause: string;
  /** Whom it is about. */
  readonly subjectId: string;
  /** Who is to be told: one person, or everybody who is there as `recipientRole`. */
  readonly recipientId?: string;
  readonly recipientRole?: 'participant' | 'mentor' | 'facilitator' | 'clinician';
}

/** Has it delivered once this transaction commits. */
export async function enqueue(
  tx: Queries,
  tenantId: string,
  news: readonly News[],
  now: Date,
): Promise<void> {
  if (!news.length) return;
  const at = now.toISOString();
  await tx.orm
    .insert(deliveries)
    .values(news.map((each) => ({ ...each, tenantId, at, nextAt: at })))
    .onConflictDoNothing();
}
