import { ChangeFeed } from '../../examples/server/src/database/change-feed.ts';
import { databaseBackend } from '../../examples/server/src/database/database-backend.ts';
import { openDatabase } from '../../examples/server/src/database/open-database.ts';
import { seedTenant } from '../../examples/server/src/database/seed-tenant.ts';
import { createApp } from '../../examples/server/src/http/create-app.ts';
import { jwtAuthenticator } from '../../examples/server/src/http/jwt-authenticator.ts';
import { serve } from '../../examples/server/src/http/serve.ts';

/** The reference server with so many people, half of whom may see what p-0 does. For the bench. */
const people = Number(process.env.PEOPLE);
const at = (hours) => new Date(Date.now() + hours * 3_600_000).toISOString();
const ids = Array.from({ length: people }, (_, n) => `p-${n}`);

const db = await openDatabase();
const feed = await ChangeFeed.open(db);
await seedTenant(db, 'clinic', {
  people: ids.map((id) => ({
    id,
    session: {
      person: { id, name: id, role: 'participant' },
      clinic: { id: 'clinic', name: 'Clinic' },
      timeZone: 'UTC',
    },
  })),
  grants: ids
    .slice(1)
    .filter((_, n) => n % 2)
    .map((granteeId) => ({
      ...{ id: `grant-${granteeId}`, grantorId: 'p-0', granteeId, scope: 'check-in-answers' },
      ...{ purpose: 'peer-support', grantedAt: at(-1), expiresAt: at(24) },
    })),
});
const { JWT_ISSUER: issuer, JWT_SECRET: secret } = process.env;
const app = createApp({
  backendFor: (principal) => databaseBackend(db, principal, { feed }),
  authenticate: jwtAuthenticator({ issuer, audience: 'wayfellow', secret }),
  rateLimit: { burst: 1e6 },
  linger: 0,
  log: () => undefined,
});
const server = await serve(app);
process.on('message', () => {
  for (let i = 0; i < 3; i++) globalThis.gc();
  const { heapUsed, external, rss } = process.memoryUsage();
  process.send({ used: heapUsed + external, rss });
});
process.send({ url: server.url });
