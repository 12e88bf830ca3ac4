import { ChangeFeed } from '../../../../examples/server/src/database/change-feed.js';
import { databaseBackend } from '../../../../examples/server/src/database/database-backend.js';
import type { Database } from '../../../../examples/server/src/database/database.js';
import type { Principal } from '../../../../examples/server/src/principal.js';
import type { Backend, BackendServices } from '../../../../src/client/backend.js';

/** A backend that offers everything. */
type Whole = Backend & {
  readonly [S in keyof BackendServices]-?: NonNullable<BackendServices[S]>;
};

/** One process of the server, as far as the database is concerned. */
export class Instance {
  private constructor(
    readonly db: Database,
    readonly feed: ChangeFeed,
  ) {}

  static async start(db: Database): Promise<Instance> {
    return new Instance(db, await ChangeFeed.open(db));
  }

  as(tenantId: string, personId: string, role: Principal['roles'][number] = 'participant'): Whole {
    const principal = { tenantId, personId, roles: [role] };
    return databaseBackend(this.db, principal, { feed: this.feed }) as Whole;
  }

  async close(): Promise<void> {
    await this.feed.close();
    await this.db.close();
  }
}

let tenants = 0;
export const newTenant = (): string => `tenant-${++tenants}`;

/** How many calls ended in which way: `ok`, or code and detail. */
export async function outcomes(
  calls: readonly Promise<unknown>[],
): Promise<Record<string, number>> {
  const count: Record<string, number> = {};
  for (const settled of await Promise.allSettled(calls)) {
    const how = settled.status === 'fulfilled' ? 'ok' : (settled.reason as Error).message;
    count[how] = (count[how] ?? 0) + 1;
  }
  return count;
}
