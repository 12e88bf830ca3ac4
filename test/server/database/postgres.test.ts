import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../../examples/server/src/database/open-database.js';
import { seedTenant } from '../../../examples/server/src/database/seed-tenant.js';
import { backendCases, runCase } from '../../../src/client/conformance/index.js';
import { clinic } from '../../client/backends/embedded/world.js';
import { changes } from './support/changes.js';
import { databaseWorld } from './support/database-world.js';
import { Instance } from './support/instance.js';
import { PostgresCluster } from './support/postgres-cluster.js';
import { races } from './support/races.js';
import { schemaAgreement } from './support/schema-agreement.js';
import { shared } from './support/shared.js';
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
    await vi.waitFor(() => expect(listener).toHaveBeenCalledWith({ topic: 'session' }), 5000);
    end();
    expect(await here.db.isUp()).toBe(true);
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
