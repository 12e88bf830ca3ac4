import * as z from 'zod/mini';
import { backUp, restore } from './database/backup.js';
import { ChangeFeed } from './database/change-feed.js';
import { openDatabase, type DatabasePlace } from './database/open-database.js';
import { enrol } from './enrolment/enrol.js';
import { EnrolledPerson } from './enrolment/enrolled-person.js';
import { removePerson } from './enrolment/remove-person.js';
import { Sandbox } from './sandbox.js';

/** What the server does besides serving, from the command line. */
export const commands: Readonly<
  Record<string, (place: DatabasePlace, args: readonly string[], input: string) => Promise<string>>
> = {
  /** `sandbox <clinic>`: fills a clinic with invented people, if it is empty. */
  sandbox: (place, [tenantId = usage('sandbox <clinic>')]) =>
    withDatabase(place, async (db, feed) => {
      const sandbox = new Sandbox(db, feed, tenantId);
      await sandbox.open();
      sandbox.close();
      return `The sandbox "${tenantId}" is there.`;
    }),

  /** `enrol <clinic> <name of the clinic>`, with people as a JSON array on standard input. */
  async enrol(place, [id = usage(ENROL), name = usage(ENROL)], input) {
    const { success, data, error } = z.array(EnrolledPerson).safeParse(JSON.parse(input));
    // Names the field; what stands there is somebody's.
    if (!success)
      throw new Error(`These people do not fit at "${error.issues[0]?.path.join('.')}"`);
    await withDatabase(place, (db, feed) =>
      enrol(db, feed, { clinic: { id, name }, by: null }, data),
    );
    return `${data.length} enrolled.`;
  },

  /** `remove <clinic> <person>`: ends somebody's access; what they wrote is kept. */
  async remove(place, [id = usage(REMOVE), personId = usage(REMOVE)]) {
    await withDatabase(place, (db, feed) =>
      removePerson(db, feed, { clinic: { id, name: id }, by: null }, personId),
    );
    return 'Removed.';
  },

  /** `backup <file>`: all of a data folder as one file. */
  async backup(place, [file = usage('backup <file>')]) {
    await backUp(folderOf(place), file);
    return 'Backed up.';
  },

  /** `restore <file>`: a data folder that is empty or absent, as it was at the backup. */
  async restore(place, [file = usage('restore <file>')]) {
    await restore(folderOf(place), file);
    // A backup of an older version is brought up to date at once.
    await withDatabase(place, () => Promise.resolve());
    return 'Restored.';
  },
};

const REMOVE = 'remove <clinic> <person>';
const ENROL = 'enrol <clinic> <name of the clinic> < people.json';

async function withDatabase<T>(
  place: DatabasePlace,
  run: (...parts: [Awaited<ReturnType<typeof openDatabase>>, ChangeFeed]) => Promise<T>,
): Promise<T> {
  const db = await openDatabase(place);
  try {
    const feed = await ChangeFeed.open(db);
    try {
      return await run(db, feed);
    } finally {
      await feed.close();
    }
  } finally {
    await db.close();
  }
}

function folderOf({ url, dataFolder }: DatabasePlace): string {
  if (url !== undefined) throw new Error('For PostgreSQL: pg_dump and pg_restore');
  if (dataFolder === undefined) throw new Error('Environment variables: DATA_FOLDER');
  return dataFolder;
}

function usage(line: string): never {
  throw new Error(`Usage: ${line}`);
}
