import { PGlite } from '@electric-sql/pglite';
import { existsSync, openAsBlob } from 'node:fs';
import { holdFolder } from './hold-folder.js';
import { readdir, rename, rm, writeFile } from 'node:fs/promises';

/** Writes all that is in a data folder into one file. Nothing else may have the folder open. */
export async function backUp(dataFolder: string, file: string): Promise<void> {
  if (!existsSync(dataFolder)) throw new Error('There is no such data folder');
  const letGo = await holdFolder(dataFolder);
  // What holds the folder is a socket in it, which cannot be copied.
  const db = await PGlite.create(dataFolder).finally(letGo);
  try {
    const dump = await db.dumpDataDir('gzip');
    // It holds health data: for its owner's eyes, and under its name only once it is whole.
    const begun = `${file}.part`;
    await writeFile(begun, Buffer.from(await dump.arrayBuffer()), { mode: 0o600 });
    await rename(begun, file);
  } finally {
    await db.close();
  }
}

/** Makes a data folder of such a file. One in which something is stays as it is. */
export async function restore(dataFolder: string, file: string): Promise<void> {
  const found = await readdir(dataFolder).catch((): string[] => []);
  if (found.length) throw new Error('Something is in the data folder: name one that is empty');
  try {
    const loadDataDir = await openAsBlob(file);
    const db = await PGlite.create(dataFolder, { loadDataDir });
    await db.close();
  } catch (error) {
    await rm(dataFolder, { recursive: true, force: true });
    throw error;
  }
}
