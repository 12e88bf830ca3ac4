import { sql } from 'drizzle-orm';
import type { Queries } from './database.js';

/** Whose transaction it is. Nobody's person is null: the server itself, filling a clinic. */
export interface Scope {
  readonly tenantId: string;
  readonly personId: string | null;
}

/**
 * Puts the rest of the transaction behind the wall: one clinic, one person, no owner's rights.
 * @param locks What others who name it, too, wait for until this transaction has ended
 */
export async function enter(
  tx: Queries,
  { tenantId, personId }: Scope,
  locks: readonly string[] = [],
): Promise<void> {
  const held = locks.map((name) => sql`, pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
  await tx.orm.execute(sql`
    SELECT set_config('role', 'wayfellow_app', true),
      set_config('wayfellow.tenant', ${tenantId}, true),
      set_config('wayfellow.person', ${personId ?? ''}, true)${sql.join(held)}`);
}
