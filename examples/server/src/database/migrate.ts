import { readdir, readFile } from 'node:fs/promises';
import type { Database } from './database.js';
import { migrations } from './schema.js';

const FOLDER = new URL('../../migrations/', import.meta.url);
/** Any number that nothing else locks. */
const LOCK = 7_215_091;

/** Brings the tables up to date; instances that start together wait for the first one. */
export async function migrate(db: Database): Promise<void> {
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort();
  await db.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    await tx.query(
      'CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, at timestamptz DEFAULT now())',
    );
    const done = await tx.orm.select({ name: migrations.name }).from(migrations);
    for (const name of files) {
      if (done.some((row) => row.name === name)) continue;
      await tx.script(await readFile(new URL(name, FOLDER), 'utf8'));
      await tx.orm.insert(migrations).values({ name });
    }
  });
}
