import { sql } from 'drizzle-orm';
import type { Queries } from '../database/database.js';

/** The rest of the transaction looks through all clinics, at who is there and what is due. */
export async function asJob(tx: Queries): Promise<void> {
  await tx.orm.execute(sql`SELECT set_config('role', 'wayfellow_jobs', true)`);
}
