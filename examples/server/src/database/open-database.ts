import type { Database } from './database.js';
import { migrate } from './migrate.js';
import { PgliteDatabase } from './pglite-database.js';
import { PostgresDatabase } from './postgres-database.js';

/** Where the database is: a server, a folder of this machine, or (neither) memory. */
export type DatabasePlace =
  | { readonly url: string; readonly dataFolder?: undefined }
  | { readonly url?: undefined; readonly dataFolder?: string | undefined };

/** Opens the database and brings its tables up to date. */
export async function openDatabase({ url, dataFolder }: DatabasePlace = {}): Promise<Database> {
  const db = url === undefined ? await PgliteDatabase.open(dataFolder) : new PostgresDatabase(url);
  try {
    await migrate(db);
    return db;
  } catch (error) {
    await db.close();
    throw error;
  }
}
