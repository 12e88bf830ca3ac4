import { stat, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openDatabase } from '../../examples/server/src/database/open-database.js';
import { enter } from '../../examples/server/src/database/scope.js';
import { followUpMisses } from '../../examples/server/src/jobs/clinic-jobs.js';
import { runJobs } from '../../examples/server/src/jobs/start-jobs.js';
import type { PostgresCluster } from '../../test/server/database/support/postgres-cluster.js';
import { ServerProgram } from '../../test/server/support/server-process.js';
import { checkIn, listRecords } from './check-in.js';
import { best, CheckInLoad } from './check-in-load.js';
import type { Row } from './scaling-servers.js';

const TENANTS = 100;
const PARTICIPANTS = 1000;
const ROUNDS = 5;
const SECONDS = 1;

/** What NOTIFY costs a commit, many clinics, a round of jobs, backup, and partitions. */
export async function measureDatabase(cluster: PostgresCluster): Promise<Row[]> {
  return [...(await measureNotify(cluster)), ...(await measureClinics(cluster))];
}

async function measureNotify(cluster: PostgresCluster): Promise<Row[]> {
  const url = await cluster.create('notify');
  await withClient(url, (client) => client.query('CREATE TABLE written (value text)'));
  const listening: pg.Client[] = [];
  const listeners = async (count: number) => {
    while (listening.length < count) {
      const client = new pg.Client(url);
      await client.connect();
      await client.query('LISTEN news');
      listening.push(client);
    }
    for (const client of listening.splice(count)) await client.end();
  };
  const write = `INSERT INTO written VALUES ('something')`;
  const tell = `WITH w AS (${write} RETURNING 1) SELECT pg_notify('news', clock_timestamp()::text || random()) FROM w`;
  const kinds = [
    { figure: 'that tell nothing', sql: write, ears: 0 },
    { figure: 'each with a NOTIFY, 1 listens', sql: tell, ears: 1 },
    { figure: 'each with a NOTIFY, 4 listen', sql: tell, ears: 4 },
  ];
  const found = kinds.map((): number[] => []);
  for (let round = 0; round < 3; round++)
    for (const [n, { sql, ears }] of kinds.entries()) {
      await listeners(ears);
      found[n]!.push((await statements(url, 16, () => [sql])) / SECONDS);
    }
  await listeners(0);
  return kinds.map(({ figure }, n) => ({
    figure: `commits over 16 connections, ${figure}`,
    ...{ value: best(found[n]), unit: 'a second' },
  }));
}

/** 100 clinics of 1,000 participants: calls beside those of one clinic, jobs, backup, partitions. */
async function measureClinics(cluster: PostgresCluster): Promise<Row[]> {
  const url = await cluster.create('clinics');
  const program = await ServerProgram.build();
  const folder = await mkdtemp(join(tmpdir(), 'wayfellow-dump-'));
  const db = await openDatabase({ url });
  const tenants = Array.from({ length: TENANTS }, (_, n) => `t-${n}`);
  const rows: Row[] = [];
  try {
    await withClient(url, async (client) => {
      for (const tenant of tenants) await fill(client, tenant);
      await client.query('ANALYZE');
    });
    const server = await program.serve({ url });
    const [one, many] = [await CheckInLoad.of(['t-0']), await CheckInLoad.of(tenants)];
    const found: [number[], number[]] = [[], []];
    // The first round does not count.
    for (let round = 0; round <= ROUNDS; round++)
      for (const [n, load] of [one, many].entries()) {
        const { rate } = await load.run([server.url], 1);
        if (round) found[n]!.push(rate);
      }
    await server.kill();
    const among = `among ${TENANTS} clinics of ${PARTICIPANTS}`;
    rows.push(
      {
        figure: `check-ins of one clinic ${among}`,
        value: best(found[0]),
        unit: 'a second',
      },
      { figure: `check-ins of all ${among}`, value: best(found[1]), unit: 'a second' },
    );

    await runJobs(db, {});
    const clock = () => new Date(Date.now() + 61_000);
    const round = await time(() => runJobs(db, { clock }));
    rows.push({ figure: `the jobs of a minute, ${TENANTS} clinics`, value: round, unit: 'ms' });
    const misses = await time(() =>
      db.transaction(async (tx) => {
        await enter(tx, { tenantId: 't-0', personId: null });
        await followUpMisses(checkIn.response.questionnaire).run(tx, 't-0', new Date());
      }),
    );
    rows.push({
      figure: `missed check-ins of ${PARTICIPANTS}, an hour`,
      value: misses,
      unit: 'ms',
    });

    const { rows: sizes } = await withClient(url, (client) =>
      client.query<{ size: string }>('SELECT pg_database_size(current_database()) AS size'),
    );
    const gigabytes = Number(sizes[0]!.size) / 2 ** 30;
    const file = join(folder, 'all.dump');
    const dumped = await time(() => cluster.run('pg_dump', 'clinics', '-Fc', '-f', file));
    const { size } = await stat(file);
    await cluster.asSuperuser('CREATE DATABASE restored OWNER clinics');
    const restored = await time(() => cluster.run('pg_restore', 'restored', file));
    rows.push(
      {
        figure: `size of ${TENANTS * PARTICIPANTS} participants`,
        value: gigabytes * 1024,
        unit: 'MB',
      },
      { figure: 'their backup, compressed', value: size / 2 ** 20, unit: 'MB' },
      { figure: 'backup', value: dumped / 1000 / gigabytes, unit: 's a GB' },
      { figure: 'restore', value: restored / 1000 / gigabytes, unit: 's a GB' },
    );
    rows.push(...(await measurePartitions(url)));
    return rows;
  } finally {
    await db.close();
    await program.remove();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The same records in one table and in 16 partitions by the hash of the clinic. */
async function measurePartitions(url: string): Promise<Row[]> {
  await withClient(url, async (client) => {
    const columns =
      '(tenant_id text, kind text, id text, value jsonb, PRIMARY KEY (tenant_id, kind, id))';
    await client.query(`CREATE TABLE whole ${columns}`);
    await client.query(`CREATE TABLE parted ${columns} PARTITION BY HASH (tenant_id)`);
    for (let n = 0; n < 16; n++)
      await client.query(
        `CREATE TABLE parted_${n} PARTITION OF parted FOR VALUES WITH (MODULUS 16, REMAINDER ${n})`,
      );
    for (const table of ['whole', 'parted'])
      for (let n = 0; n < TENANTS; n++)
        await client.query(
          `INSERT INTO ${table} SELECT 't-${n}', 'check-in', 'c-' || i, $1::jsonb FROM generate_series(1, 1000) i`,
          [checkIn],
        );
    await client.query('ANALYZE whole, parted');
  });
  let count = 0;
  const reads = (table: string) => () =>
    [
      `SELECT value FROM ${table} WHERE tenant_id = $1 AND kind = 'check-in' AND id = $2`,
      [`t-${count++ % TENANTS}`, `c-${1 + (count % 1000)}`],
    ] as const;
  const kinds = { whole: 'one table', parted: '16 partitions' };
  const found: Record<string, number[]> = {};
  for (let round = 0; round < 3; round++)
    for (const table of Object.keys(kinds))
      (found[table] ??= []).push((await statements(url, 4, reads(table))) / SECONDS);
  return Object.entries(kinds).map(([table, figure]) => ({
    figure: `a record by its key, ${figure}`,
    ...{ value: best(found[table]), unit: 'a second' },
  }));
}

/** People and a check-in of each in every list that they are in, past the service: it is quicker. */
async function fill(client: pg.Client, tenant: string): Promise<void> {
  await client.query(`SELECT set_config('wayfellow.tenant', $1, false)`, [tenant]);
  const session = {
    person: { id: '', name: 'Somebody', role: 'participant' },
    ...{ clinic: { id: tenant, name: tenant }, timeZone: 'UTC' },
    programme: { name: 'IOP', startedOn: '2026-01-01', weeks: 10 },
  };
  await client.query(
    `INSERT INTO records (tenant_id, kind, id, owner_id, value)
      SELECT $1, 'person', 'p-' || n, 'p-' || n, jsonb_build_object('id', 'p-' || n,
        'session', jsonb_set($3::jsonb, '{person,id}', to_jsonb('p-' || n)))
      FROM generate_series(0, $2::int - 1) n`,
    [tenant, PARTICIPANTS, session],
  );
  await client.query(
    `INSERT INTO records (tenant_id, kind, id, owner_id, value)
      SELECT $1, 'check-in', 'c-' || n, 'p-' || n, $3::jsonb
        || jsonb_build_object('id', 'c-' || n, 'personId', 'p-' || n)
      FROM generate_series(0, $2::int - 1) n`,
    [tenant, PARTICIPANTS, { ...checkIn, receivedAt: '2026-01-02T12:00:00.000Z' }],
  );
  await listRecords(client, tenant, '%');
}

/** How many statements so many connections get through. */
async function statements(
  url: string,
  connections: number,
  next: () => readonly [string, (readonly string[])?],
): Promise<number> {
  let count = 0;
  const one = () =>
    withClient(url, async (client) => {
      const end = performance.now() + SECONDS * 1000;
      while (performance.now() < end) {
        const [text, values = []] = next();
        await client.query({ name: 'one', text, values: [...values] });
        count++;
      }
    });
  await Promise.all(Array.from({ length: connections }, one));
  return count;
}

async function withClient<T>(url: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  return run(client).finally(() => client.end());
}

async function time(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
