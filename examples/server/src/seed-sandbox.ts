import type { Database } from './database/database.js';
import { seedTenant } from './database/seed-tenant.js';

/** Fills a clinic with the people and the story that the demonstration in the browser has. */
export function seedSandbox(
  db: Database,
  tenantId: string,
  clock: () => Date = () => new Date(),
): Promise<void> {
  return seedTenant(db, tenantId, 'full', clock);
}
