import { afterAll, beforeAll, describe, it } from 'vitest';
import { ChangeFeed } from '../../../examples/server/src/database/change-feed.js';
import type { Database } from '../../../examples/server/src/database/database.js';
import { openDatabase } from '../../../examples/server/src/database/open-database.js';
import { backendCases, runCase } from '../../../src/client/conformance/index.js';
import { databaseWorld } from './support/database-world.js';

describe('databaseBackend over PGlite', () => {
  let db: Database;
  let feed: ChangeFeed;
  beforeAll(async () => {
    db = await openDatabase();
    feed = await ChangeFeed.open(db);
  }, 60_000);
  afterAll(async () => {
    await feed.close();
    await db.close();
  });

  for (const each of backendCases)
    it(each.name, async ({ skip }) => {
      const { outcome, error } = await runCase({ open: () => databaseWorld(db, feed) }, each);
      if (outcome === 'skipped') skip(String(error));
      if (outcome === 'failed') throw error;
    });
});
