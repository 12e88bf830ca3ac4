import { sql } from 'drizzle-orm';
import type { Queries } from './database.js';

/** Whose transaction it is. Nobody's person is null: the server itself, filling a clinic. */
export interface Scope {
  readonly tenantId: string;
  readonly personId: string | null;
}

/** Puts the rest of the transaction behind the wall: one clinic, one person, no owner's rights. */
export async function enter(tx: Queries, { tenantId, personId }: Scope): Promise<void> {
  await tx.orm.execute(sql`
    SELECT set_config('role', 'wayfellow_app', true),
      set_config('wayfellow.tenant', ${tenantId}, true),
      set_config('wayfellow.person', ${personId ?? ''}, true)`);
}
