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

/** Rows of one statement: PostgreSQL takes 65,535 parameters. */
const MOST_ROWS = 500;

/** Has it delivered once this transaction commits. */
export async function enqueue(
  tx: Queries,
  tenantId: string,
  news: readonly News[],
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  for (let i = 0; i < news.length; i += MOST_ROWS) {
    const rows = news.slice(i, i + MOST_ROWS);
    await tx.orm
      .insert(deliveries)
      .values(rows.map((each) => ({ ...each, tenantId, at, nextAt: at })))
      .onConflictDoNothing();
  }
}
