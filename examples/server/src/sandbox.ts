import { CHANGE_TOPICS } from '../../../src/client/change-topics.js';
import { Seed } from '../../../src/client/backends/embedded/seed/seed.js';
import type { ChangeFeed } from './database/change-feed.js';
import { DatabaseStorage } from './database/database-storage.js';
import type { Database } from './database/database.js';
import { seedTenant } from './database/seed-tenant.js';

/** How often it is looked whether there are meetings to come. */
const REFRESH_MS = 10 * 60_000;

/**
 * A clinic of believable people in the middle of their story, to develop against: those whom the
 * demonstration in the browser has. Never in a clinic of real people.
 */
export class Sandbox {
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: Database,
    private readonly feed: ChangeFeed,
    private readonly tenantId: string,
    private readonly clock: () => Date = () => new Date(),
  ) {}

  /** Fills it if it is empty, and sees to it from then on that its meetings do not run out. */
  async open(): Promise<void> {
    await this.#fill();
    // When the database does not answer, the next time will do.
    this.#timer = setInterval(() => void this.#fill().catch(() => undefined), REFRESH_MS);
    this.#timer.unref();
  }

  /** Puts it back to its beginning. What the audit has stays. */
  async reset(): Promise<void> {
    const seed = new Seed('full', this.clock);
    const data = await seed.load();
    const { db, tenantId, clock } = this;
    const storage = new DatabaseStorage(db, { tenantId, personId: null }, clock);
    await storage.transact('readwrite', async (records) => {
      await records.clear();
      await seed.plant(records, data);
    });
    await this.feed.tell(
      tenantId,
      CHANGE_TOPICS.map((topic) => ({ topic, to: '*' })),
    );
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #fill(): Promise<void> {
    return seedTenant(this.db, this.tenantId, 'full', this.clock);
  }
}
