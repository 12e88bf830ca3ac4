import { Hono } from 'hono';
import pg from 'pg';
import { ChangeFeed } from '../../examples/server/src/database/change-feed.js';
import { databaseBackend } from '../../examples/server/src/database/database-backend.js';
import { openDatabase } from '../../examples/server/src/database/open-database.js';
import { seedTenant } from '../../examples/server/src/database/seed-tenant.js';
import { createApp } from '../../examples/server/src/http/create-app.js';
import { jwtAuthenticator } from '../../examples/server/src/http/jwt-authenticator.js';
import { crowded } from '../../test/server/database/support/crowd.js';
import { PostgresCluster } from '../../test/server/database/support/postgres-cluster.js';
import { tokenFor } from '../../test/server/support/clinic-server.js';

/** Beside the people there are, so many more who have each checked in, in every list they are in. */
async function multiply(url: string, tenant: string, size: number): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`SELECT set_config('wayfellow.tenant', $1, false)`, [tenant]);
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
  // The keys of the collection, UTF-16: here with a bar for U+0000, which no text may hold.
  await client.query(
    `INSERT INTO record_order (tenant_id, kind, id, key)
      SELECT $1, kind, id, decode(replace(
        regexp_replace(encode(convert_to(list, 'UTF8'), 'hex'), '(..)', '00\\1', 'g'),
        '007c', '0000'), 'hex')
      FROM records, LATERAL (
        SELECT 'person|role|participant|' || id WHERE kind = 'person'
        UNION ALL SELECT 'check-in|of|' || owner_id || '|2026-01-02|2026-01-02T12:00:00.000Z|' || id
          WHERE kind = 'check-in'
        UNION ALL SELECT 'check-in|to|' || owner_id || '|' || $2::text ||
          '|2026-01-02|2026-01-02T12:00:00.000Z|' || id WHERE kind = 'check-in'
      ) AS lists (list)
      WHERE tenant_id = $1 AND owner_id LIKE 'x-%'`,
    [tenant, checkIn.response.questionnaire],
  );
  await client.end();
}

const checkIn = {
  on: '2026-01-02',
  timeZone: 'UTC',
  response: {
    ...{ resourceType: 'QuestionnaireResponse', status: 'completed' },
    questionnaire: 'https://example.org/Questionnaire/daily',
    item: [{ linkId: 'mood', answer: [{ valueInteger: 7 }] }],
  },
};

/** Two clinics behind the API, and a route that inserts one row, over one PostgreSQL. */
export async function open() {
  const cluster = await PostgresCluster.start();
  const url = await cluster.create('clinics');
  const db = await openDatabase({ url });
  const feed = await ChangeFeed.open(db);
  for (const [tenant, size] of [
    ['few', 1000],
    ['many', 100_000],
  ] as const) {
    await seedTenant(db, tenant, crowded(16));
    await multiply(url, tenant, size);
    const one = { tenantId: tenant, personId: 'x-1', roles: ['participant'] } as const;
    const { items = [] } = (await databaseBackend(db, one, { feed }).checkIns?.list()) ?? {};
    if (items.length !== 1) throw new Error('The check-ins are not where they are listed');
  }
  const maintenance = new pg.Client(url);
  await maintenance.connect();
  await maintenance.query('CREATE TABLE bare (id bigserial PRIMARY KEY, value jsonb NOT NULL)');
  await maintenance.query('ANALYZE');
  await maintenance.end();

  const pool = new pg.Pool({ connectionString: url, max: 10 });
  const bareApp = new Hono();
  bareApp.post('/', async (c) => {
    await pool.query('INSERT INTO bare (value) VALUES ($1)', [await c.req.json()]);
    return c.json({ status: 'received' }, 201);
  });
  const app = createApp({
    backendFor: (principal) => databaseBackend(db, principal, { feed }),
    authenticate: jwtAuthenticator({
      issuer: 'https://portal.example',
      audience: 'wayfellow',
      secret: 'a secret that the portal and the server share in these tests',
    }),
    rateLimit: { burst: 1_000_000 },
    log: () => undefined,
  });

  const body = JSON.stringify(checkIn);
  const sender = async (
    fetch: (request: Request) => Response | Promise<Response>,
    path: string,
    tenant: string,
  ) => {
    const tokens = await Promise.all(
      Array.from({ length: 16 }, (_, at) => tokenFor(`crowd-${at}`, { tenant, expiresIn: 3600 })),
    );
    return async (at: number) => {
      const headers = {
        'content-type': 'application/json',
        authorization: `Bearer ${tokens[at]}`,
        'idempotency-key': crypto.randomUUID(),
      };
      const response = await fetch(
        new Request(`http://localhost${path}`, { method: 'POST', headers, body }),
      );
      if (response.status !== 201)
        throw new Error(`Answered ${response.status}: ${await response.text()}`);
      await response.arrayBuffer();
    };
  };
  return {
    bare: await sender((request) => bareApp.fetch(request), '/', 'few'),
    few: await sender(app.fetch, '/v1/check-ins', 'few'),
    many: await sender(app.fetch, '/v1/check-ins', 'many'),
    async close() {
      await pool.end();
      await feed.close();
      await db.close();
      await cluster.close();
    },
  };
}
