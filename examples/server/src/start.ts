import type { Configuration } from './configuration.js';
import { ChangeFeed } from './database/change-feed.js';
import { databaseBackend } from './database/database-backend.js';
import { openDatabase } from './database/open-database.js';
import { seedSandbox } from './seed-sandbox.js';
import { createApp } from './http/create-app.js';
import { jwtAuthenticator } from './http/jwt-authenticator.js';
import { serve, type RunningServer } from './http/serve.js';

/** The whole server: the database, what changes in it, and the API over HTTP. */
export async function start(configuration: Configuration): Promise<RunningServer> {
  const { port, hostname, jwt, origins, sandboxTenant } = configuration;
  const authenticate = jwtAuthenticator(jwt);
  const db = await openDatabase(configuration.database);
  const feed = await ChangeFeed.open(db);
  if (sandboxTenant !== undefined) await seedSandbox(db, sandboxTenant);
  const app = createApp({
    backendFor: (principal) => databaseBackend(db, principal, { feed }),
    authenticate,
    origins,
    ready: () => db.isUp(),
  });
  const server = await serve(app, { port, hostname });
  return {
    url: server.url,
    async close(grace) {
      await server.close(grace);
      await feed.close();
      await db.close();
    },
  };
}
