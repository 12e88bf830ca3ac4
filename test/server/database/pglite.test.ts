import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../examples/server/src/database/open-database.js';
import { seedTenant } from '../../../examples/server/src/database/seed-tenant.js';
import { clinic } from '../../client/backends/embedded/world.js';
import { changes } from './support/changes.js';
import { Instance } from './support/instance.js';
import { races } from './support/races.js';
import { schemaAgreement } from './support/schema-agreement.js';
import { shared } from './support/shared.js';
import { together } from './support/together.js';
import { walls } from './support/walls.js';

describe('PGlite', () => {
  let instance: Instance;
  beforeAll(async () => {
    instance = await Instance.start(await openDatabase());
  }, 120_000);
  afterAll(() => instance.close());

  races(() => instance);
  together(() => instance);
  walls(() => instance);
  schemaAgreement(() => instance);
  shared(
    () => instance,
    () => instance,
  );
  changes(
    () => instance,
    () => instance,
  );

  it('keeps what is in its folder', async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'wayfellow-'));
    try {
      const first = await Instance.start(await openDatabase({ dataFolder }));
      await seedTenant(first.db, 'clinic', clinic);
      await first.as('clinic', 'p-1').goals.add({ title: 'Walk', kind: 'goal' });
      await first.close();
      const second = await Instance.start(await openDatabase({ dataFolder }));
      expect((await second.as('clinic', 'p-1').goals.list()).items).toHaveLength(1);
      await second.close();
    } finally {
      await rm(dataFolder, { recursive: true, force: true });
    }
  }, 120_000);

  it('refuses a folder that another has open, and takes one that was left behind', async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'wayfellow-'));
    try {
      const first = await openDatabase({ dataFolder });
      await expect(openDatabase({ dataFolder })).rejects.toThrow(
        /Another process has the data folder .* open\. Nothing was changed\./,
      );
      expect(await first.isUp()).toBe(true);
      await first.close();
      // As a process leaves it that was killed: a socket at which nobody answers.
      const leave = `require('node:net').createServer().listen(${JSON.stringify(join(dataFolder, 'in-use.sock'))}, () => process.kill(process.pid, 'SIGKILL'))`;
      await new Promise((done) => execFile(process.execPath, ['-e', leave], done));
      expect(await readdir(dataFolder)).toContain('in-use.sock');
      await (await openDatabase({ dataFolder })).close();
    } finally {
      await rm(dataFolder, { recursive: true, force: true });
    }
  }, 120_000);
});
