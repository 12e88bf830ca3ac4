import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../../examples/server/src/commands.js';
import { openDatabase } from '../../../examples/server/src/database/open-database.js';
import { seedTenant } from '../../../examples/server/src/database/seed-tenant.js';
import { clinic } from '../../client/backends/embedded/world.js';
import { Instance } from './support/instance.js';

describe('a data folder', () => {
  let parent = '';
  let dataFolder = '';
  let file = '';
  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'wayfellow-backup-'));
    [dataFolder, file] = [join(parent, 'data'), join(parent, 'monday.tar.gz')];
  });
  afterAll(() => rm(parent, { recursive: true, force: true }));

  const run = (command: 'backup' | 'restore', folder: string, from = file) =>
    commands[command]!({ dataFolder: folder }, [from], '');
  /** The titles of p-1's goals; adds one when told to. */
  async function goals(folder: string, add?: string): Promise<string[]> {
    const instance = await Instance.start(await openDatabase({ dataFolder: folder }));
    await seedTenant(instance.db, 'clinic', clinic);
    const me = instance.as('clinic', 'p-1');
    if (add !== undefined) await me.goals.add({ title: add, kind: 'goal' });
    const { items } = await me.goals.list();
    await instance.close();
    return items.map(({ title }) => Object.values(title)[0] ?? '').sort();
  }

  it('is backed up by one command and restored by one, as it was then', async () => {
    await goals(dataFolder, 'Monday');
    expect(await run('backup', dataFolder)).toBe('Backed up.');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await goals(dataFolder, 'Tuesday')).toEqual(['Monday', 'Tuesday']);

    const restored = join(parent, 'restored');
    expect(await run('restore', restored)).toBe('Restored.');
    expect(await goals(restored)).toEqual(['Monday']);
    // It is a folder like any other: what is written there stays, and the first one is untouched.
    expect(await goals(restored, 'Wednesday')).toEqual(['Monday', 'Wednesday']);
    expect(await goals(dataFolder)).toEqual(['Monday', 'Tuesday']);
  }, 120_000);

  it('is never written over, and a broken file leaves none behind', async () => {
    await expect(run('restore', dataFolder)).rejects.toThrow('empty');
    expect(await goals(dataFolder)).toEqual(['Monday', 'Tuesday']);
    const broken = join(parent, 'broken.tar.gz');
    await writeFile(broken, 'not a backup');
    await expect(run('restore', join(parent, 'new'), broken)).rejects.toThrow();
    await expect(run('backup', join(parent, 'absent'))).rejects.toThrow('no such');
    expect((await readdir(parent)).sort()).toEqual(
      ['broken.tar.gz', 'data', 'monday.tar.gz', 'restored'].sort(),
    );
  }, 120_000);

  it('is what these commands are for: PostgreSQL has its own', async () => {
    const elsewhere = { url: 'postgres://x' };
    await expect(commands['backup']!(elsewhere, [file], '')).rejects.toThrow('pg_dump');
    await expect(commands['restore']!({}, [file], '')).rejects.toThrow('DATA_FOLDER');
  });
});
