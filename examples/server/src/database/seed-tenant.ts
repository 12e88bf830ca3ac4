import { Seed, type SeedData } from '../../../../src/client/backends/embedded/seed/seed.js';
import type { EmbeddedOptions } from '../../../../src/client/backends/embedded/options.js';
import { DatabaseStorage } from './database-storage.js';
import { people } from '../../../../src/client/backends/embedded/collections.js';
import type { Database } from './database.js';

export type { SeedData };

/**
 * Fills a clinic that is empty; in one that it has filled, adds meetings when they run out.
 * @throws {Error} in a clinic of other people: theirs must not be written over
 */
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
    const others = await records.page(people, ['role'], { limit: 1 });
    if (others.items.length && !(await seed.isPlanted(records)))
      throw new Error('This clinic has people of its own: it cannot be a sandbox');
    if (await seed.isDue(records)) await seed.plant(records, data);
  });
}
