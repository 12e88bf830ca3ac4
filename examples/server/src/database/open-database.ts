import type { Database } from './database.js';
import { migrate } from './migrate.js';
import { PgliteDatabase } from './pglite-database.js';
import { PostgresDatabase } from './postgres-database.js';

/** Where the database is: a server, a folder of this machine, or (neither) memory. */
export type DatabasePlace =
  | {
      readonly url: string;
      /** Most connections of this instance's pool. Default 10. */
      readonly connections?: number | undefined;
      readonly dataFolder?: undefined;
    }
  | {
      readonly url?: undefined;
      readonly connections?: undefined;
      readonly dataFolder?: string | undefined;
    };

/** Opens the database and brings its tables up to date. */
export async function openDatabase(place: DatabasePlace = {}): Promise<Database> {
  const { url, connections, dataFolder } = place;
  const db =
    url === undefined
      ? await PgliteDatabase.open(dataFolder)
      : new PostgresDatabase(url, connections);
  try {
    await migrate(db);
    return db;
  } catch (error) {
    await db.close();
    throw error;
  }
}
