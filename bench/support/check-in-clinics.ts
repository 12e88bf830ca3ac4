import pg from 'pg';
import { openDatabase } from '../../examples/server/src/database/open-database.js';
import { seedTenant } from '../../examples/server/src/database/seed-tenant.js';
import { clinic } from '../../test/client/backends/embedded/world.js';
import { PostgresCluster } from '../../test/server/database/support/postgres-cluster.js';
import { tokenFor } from '../../test/server/support/clinic-server.js';
import { checkIn, listRecords } from './check-in.js';

export { checkIn };

/** Clinics of so many participants, by name, in a database that waits for its disk. */
export async function openClinics(sizes: Readonly<Record<string, number>>) {
  const cluster = await PostgresCluster.start({ isDurable: true });
  const url = await cluster.create('clinics');
  const db = await openDatabase({ url });
  const client = new pg.Client(url);
  await client.connect();
  for (const [tenant, size] of Object.entries(sizes)) {
    await seedTenant(db, tenant, clinic);
    await client.query(`SELECT set_config('wayfellow.tenant', $1, false)`, [tenant]);
    await multiply(client, tenant, size);
  }
  await client.query('CREATE TABLE check_ins (id bigserial PRIMARY KEY, value jsonb NOT NULL)');
  await client.query('VACUUM ANALYZE');
  await client.end();
  await db.close();
  return { url, close: () => cluster.close() };
}

/** Tokens of the first participants, an hour each. */
export const tokensOf = (tenant: string, count: number): Promise<string[]> =>
  Promise.all(
    Array.from({ length: count }, (_, n) => tokenFor(`x-${n + 1}`, { tenant, expiresIn: 3600 })),
  );

/** So many more who have each checked in and let a mentor see it, in every list they are in. */
async function multiply(client: pg.Client, tenant: string, size: number): Promise<void> {
  await client.query(
    `INSERT INTO records (tenant_id, kind, id, owner_id, value)
      SELECT $1, 'person', 'x-' || n, 'x-' || n,
        jsonb_set(jsonb_set(value, '{id}', to_jsonb('x-' || n)),
          '{session,person,id}', to_jsonb('x-' || n))
      FROM records, generate_series(1, $2::int) n
      WHERE tenant_id = $1 AND kind = 'person' AND id = 'p-1'`,
    [tenant, size],
  );
  await client.query(
    `INSERT INTO records (tenant_id, kind, id, owner_id, value)
      SELECT $1, 'check-in', 'c-' || n, 'x-' || n, $3::jsonb
        || jsonb_build_object('id', 'c-' || n, 'personId', 'x-' || n)
      FROM generate_series(1, $2::int) n`,
    [tenant, size, { ...checkIn, receivedAt: '2026-01-02T12:00:00.000Z' }],
  );
  await client.query(
    `INSERT INTO records (tenant_id, kind, id, owner_id, value)
      SELECT $1, 'grant', 'g-' || n, 'x-' || n, $3::jsonb
        || jsonb_build_object('id', 'g-' || n, 'grantorId', 'x-' || n)
      FROM generate_series(1, $2::int) n`,
    [
      ...[tenant, size],
      {
        ...{ granteeId: 'm-open', scope: 'check-in-answers', purpose: 'peer-support' },
        ...{ grantedAt: '2026-01-01T12:00:00.000Z', expiresAt: '2099-01-01T12:00:00.000Z' },
      },
    ],
  );
  await listRecords(client, tenant, 'x-%');
}
