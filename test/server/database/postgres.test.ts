import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readConfiguration } from '../../../examples/server/src/configuration.js';
import { openDatabase } from '../../../examples/server/src/database/open-database.js';
import { seedTenant } from '../../../examples/server/src/database/seed-tenant.js';
import type { LogEntry } from '../../../examples/server/src/http/log.js';
import { start } from '../../../examples/server/src/start.js';
import { backendCases, runCase } from '../../../src/client/conformance/index.js';
import { CHANGE_TOPICS } from '../../../src/client/change-topics.js';
import { clinic } from '../../client/backends/embedded/world.js';
import { tokenFor } from '../support/clinic-server.js';
import { changes } from './support/changes.js';
import { databaseWorld } from './support/database-world.js';
import { Instance } from './support/instance.js';
import { PostgresCluster } from './support/postgres-cluster.js';
import { races } from './support/races.js';
import { schemaAgreement } from './support/schema-agreement.js';
import { shared } from './support/shared.js';
import { together } from './support/together.js';
import { walls } from './support/walls.js';

const started = await PostgresCluster.start().catch((error: Error) => error);
if (started instanceof Error) console.warn(`Not tested on a PostgreSQL server: ${started.message}`);

describe.skipIf(started instanceof Error)('PostgreSQL', () => {
  const cluster = started as PostgresCluster;
  let here: Instance;
  let there: Instance;
  let url: string;
  beforeAll(async () => {
    url = await cluster.create('clinics');
    const open = async () => Instance.start(await openDatabase({ url }));
    // Five start at once over an empty database.
    const [first, second, ...others] = await Promise.all([open(), open(), open(), open(), open()]);
    [here, there] = [first, second];
    await Promise.all(others.map((each) => each.close()));
  }, 60_000);
  afterAll(async () => {
    await here.close();
    await there.close();
    await cluster.close();
  });

  it('is brought up to date once by instances that start together', async () => {
    const [row] = await here.db.transaction((tx) =>
      tx.query<{ count: number }>('SELECT count(*)::int AS count FROM migrations'),
    );
    const files = await readdir(new URL('../../../examples/server/migrations/', import.meta.url));
    expect(row?.count).toBe(files.length);
  });

  it("shows the tables' owner nothing outside of a clinic", async () => {
    await seedTenant(here.db, 'owned', clinic);
    const count = 'SELECT 1 FROM records';
    expect(await here.db.transaction((tx) => tx.query(count))).toEqual([]);
    const inside = await here.db.transaction(async (tx) => {
      await tx.query(`SELECT set_config('wayfellow.tenant', 'owned', true)`);
      return tx.query(count);
    });
    expect(inside.length).toBeGreaterThan(10);
  });

  races(() => here);
  together(() => here);
  walls(() => here);
  schemaAgreement(() => here);
  shared(
    () => here,
    () => there,
  );
  changes(
    () => here,
    () => there,
  );

  it('says that something may have been missed after the line was cut', async () => {
    const listener = vi.fn();
    const end = there.as('any', 'p-1').watch(listener);
    await cluster.asSuperuser(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'clinics'`,
    );
    // A screen looks again at what it shows when it hears of that, and of nothing else.
    const told = () => listener.mock.calls.map(([{ topic }]) => topic as string);
    await vi.waitFor(
      () => expect(told()).toEqual(expect.arrayContaining([...CHANGE_TOPICS])),
      5000,
    );
    end();
    expect(await here.db.isUp()).toBe(true);
  });

  it('is backed up by pg_dump, and restored as it was then', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'wayfellow-dump-'));
    const file = join(folder, 'monday.dump');
    await seedTenant(here.db, 'dumped', clinic);
    const titles = async (instance: Instance) =>
      (await instance.as('dumped', 'p-1').goals.list()).items.map(({ title }) => title['en']);
    await here.as('dumped', 'p-1').goals.add({ title: 'Monday', kind: 'goal' });
    await cluster.run('pg_dump', 'clinics', '-Fc', '-f', file);
    await here.as('dumped', 'p-1').goals.add({ title: 'Tuesday', kind: 'goal' });

    await cluster.asSuperuser('CREATE DATABASE restored OWNER clinics');
    await cluster.run('pg_restore', 'restored', file);
    const restored = await Instance.start(
      await openDatabase({ url: url.replace(/\w+$/, 'restored') }),
    );
    expect(await titles(restored)).toEqual(['Monday']);
    expect(await titles(here)).toHaveLength(2);
    // The walls came along: outside of a clinic there is nothing to see.
    const seen = await restored.db.transaction((tx) => tx.query('SELECT 1 FROM records'));
    expect(seen).toEqual([]);
    await restored.close();
    await rm(folder, { recursive: true });
  }, 60_000);

  describe('servers that share a database', () => {
    const configurationOf = (database: string) =>
      readConfiguration({
        ...{ DATABASE_URL: database, PORT: '0', HOSTNAME_TO_LISTEN_ON: '127.0.0.1' },
        JWT_ISSUER: 'https://portal.example',
        JWT_SECRET: 'a secret that the portal and the server share in these tests',
      });
    const ask = async (url: string, token: string, method = 'GET') => {
      const headers = { authorization: `Bearer ${token}` };
      return (await fetch(`${url}/v1/session`, { method, headers })).status;
    };

    it('count one person’s requests together, and know together who has signed out', async () => {
      const log = () => undefined;
      const servers = await Promise.all([0, 1].map(() => start(configurationOf(url), { log })));
      const [one, other] = servers.map((server) => server.url) as [string, string];
      const tenant = 'started';
      await seedTenant(here.db, tenant, clinic);

      const token = await tokenFor('p-1', { tenant });
      expect([await ask(one, token), await ask(other, token)]).toEqual([200, 200]);
      expect(await ask(one, token, 'DELETE')).toBe(204);
      expect(await ask(other, token)).toBe(401);

      const eager = await tokenFor('p-2', { tenant });
      const answers = await Promise.all(
        Array.from({ length: 240 }, (_, n) => ask(n % 2 ? one : other, eager)),
      );
      // Two that count alone would let through 120 each.
      expect(answers).toContain(429);
      await Promise.all(servers.map((server) => server.close(1000)));
    }, 60_000);

    it('say that a round of jobs failed, and nothing of whom it was about', async () => {
      const broken = await cluster.create('broken');
      const logs: LogEntry[] = [];
      const configuration = { ...configurationOf(broken), jobs: { every: 20 } };
      const server = await start(configuration, { log: (entry) => logs.push(entry) });
      const db = await openDatabase({ url: broken });
      await seedTenant(db, 'secret-clinic', clinic);
      await db.transaction((tx) =>
        tx.script(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'secret: %', NEW; END $$;
          CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON job_turns
            FOR EACH ROW EXECUTE FUNCTION refuse()`),
      );
      await vi.waitFor(
        () =>
          expect(logs).toContainEqual(
            expect.objectContaining({ level: 'error', event: 'failure', operation: 'jobs' }),
          ),
        5000,
      );
      expect(JSON.stringify(logs)).not.toContain('secret');
      await db.close();
      await server.close(1000);
    }, 60_000);
  });

  describe('conformance', () => {
    for (const each of backendCases)
      it(each.name, async ({ skip }) => {
        const open = () => databaseWorld(here.db, here.feed);
        const { outcome, error } = await runCase({ open }, each);
        if (outcome === 'skipped') skip(String(error));
        if (outcome === 'failed') throw error;
      });
  });
});
