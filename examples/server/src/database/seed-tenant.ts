import { Seed, type SeedData } from '../../../../src/client/backends/embedded/seed/seed.js';
import type { EmbeddedOptions } from '../../../../src/client/backends/embedded/options.js';
import { DatabaseStorage } from './database-storage.js';
import type { Database } from './database.js';

export type { SeedData };

/** Fills a clinic that is empty; in one that is not, adds meetings when they run out. */
export async function seedTenant(
  db: Database,
  tenantId: string,
  option: NonNullable<EmbeddedOptions['seed']>,
  clock: () => Date = () => new Date(),
): Promise<void> {
  const seed = new Seed(option, clock);
  const storage = new DatabaseStorage(db, { tenantId, personId: null }, clock);
  const data = await seed.load();
  await storage.transact('readwrite', async (records) => {
    if (await seed.isDue(records)) await seed.plant(records, data);
  });
}
