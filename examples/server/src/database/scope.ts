import { sql } from 'drizzle-orm';
import type { Queries } from './database.js';
import { given, statement } from './statement.js';

/** Whose transaction it is. Nobody's person is null: the server itself, filling a clinic. */
export interface Scope {
  readonly tenantId: string;
  readonly personId: string | null;
}

/**
 * Puts the rest of the transaction behind the wall: one clinic, one person, no owner's rights.
 * @param locks At most two: what others who name it, too, wait for until this transaction has ended
 */
export async function enter(
  tx: Queries,
  { tenantId, personId }: Scope,
  [first, second]: readonly string[] = [],
): Promise<void> {
  const values = { tenantId, personId: personId ?? '', first, second };
  if (first === undefined) await WITHOUT(tx, values);
  else await (second === undefined ? WITH_ONE : WITH_TWO)(tx, values);
}

const entering = (...locks: readonly string[]) =>
  statement(() => {
    const held = locks.map(
      (name) => sql`, pg_advisory_xact_lock(hashtextextended(${given(name)}, 0))`,
    );
    return sql`
      SELECT set_config('role', 'wayfellow_app', true),
        set_config('wayfellow.tenant', ${given('tenantId')}, true),
        set_config('wayfellow.person', ${given('personId')}, true)${sql.join(held)}`;
  });
const WITHOUT = entering();
const WITH_ONE = entering('first');
const WITH_TWO = entering('first', 'second');
