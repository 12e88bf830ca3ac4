import type { ChangeFeed } from '../../../../examples/server/src/database/change-feed.js';
import { databaseBackend } from '../../../../examples/server/src/database/database-backend.js';
import type { Database } from '../../../../examples/server/src/database/database.js';
import { seedTenant } from '../../../../examples/server/src/database/seed-tenant.js';
import type { ConformanceWorld } from '../../../../src/client/conformance/index.js';
import { clinic, embeddedWorld } from '../../../client/backends/embedded/world.js';

export const ROLE = {
  participant: 'participant',
  peer: 'participant',
  mentor: 'mentor',
  clinician: 'clinician',
} as const;

let worlds = 0;

/** A clinic of its own in the database. */
export async function databaseWorld(db: Database, feed: ChangeFeed): Promise<ConformanceWorld> {
  const tenantId = `clinic-${++worlds}`;
  let ahead = 0;
  const clock = () => new Date(Date.now() + ahead);
  await seedTenant(db, tenantId, clinic, clock);
  const { people, mentors, meetings, timeZone, plan } = embeddedWorld({ storage: 'memory' });
  return {
    ...{ people, mentors, meetings, timeZone, plan, now: clock, settle: 150 },
    waitingRoom: 'g-wait',
    pairs: 'g-pairs',
    async connect(persona) {
      const principal = { tenantId, personId: people[persona], roles: [ROLE[persona]] };
      return databaseBackend(db, principal, { feed, clock });
    },
    async host() {
      const principal = { tenantId, personId: 'f-1', roles: ['facilitator'] } as const;
      return databaseBackend(db, principal, { feed, clock });
    },
    async advance(ms) {
      ahead += ms;
    },
  };
}
