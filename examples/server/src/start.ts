import type { Configuration } from './configuration.js';
import { ChangeFeed } from './database/change-feed.js';
import { databaseBackend } from './database/database-backend.js';
import { openDatabase } from './database/open-database.js';
import { enrol } from './enrolment/enrol.js';
import { removePerson } from './enrolment/remove-person.js';
import { SharedRateLimiter } from './database/shared-rate-limiter.js';
import { SharedRevocations } from './database/shared-revocations.js';
import { createApp } from './http/create-app.js';
import { describeError, logLine } from './http/log.js';
import { jwtAuthenticator } from './http/jwt-authenticator.js';
import { startJobs } from './jobs/start-jobs.js';
import { serve, type RunningServer } from './http/serve.js';
import type { ServerOptions } from './http/server-options.js';
import { DailyApi } from './rooms/daily-api.js';
import { withDailyRooms } from './rooms/daily-rooms.js';
import { NotifyCarrier } from './rooms/notify-carrier.js';
import { RoomRelay } from './rooms/room-relay.js';
import { Sandbox } from './sandbox.js';

/** The server and, if it has one, its sandbox. */
export interface Running extends RunningServer {
  /** Puts the sandbox back to its beginning; all who look at it hear of it. */
  readonly resetSandbox: () => Promise<void>;
}

/** The whole server: the database, what changes in it, and the API over HTTP. */
export async function start(
  configuration: Configuration,
  { log = logLine }: Pick<ServerOptions, 'log'> = {},
): Promise<Running> {
  const { port, hostname, jwt, origins, sandboxTenant } = configuration;
  const authenticate = jwtAuthenticator(jwt);
  const db = await openDatabase(configuration.database);
  const feed = await ChangeFeed.open(db);
  const carrier = await NotifyCarrier.open(db);
  const sandbox = sandboxTenant === undefined ? undefined : new Sandbox(db, feed, sandboxTenant);
  await sandbox?.open();
  const daily = configuration.daily && new DailyApi(configuration.daily);
  const jobs = startJobs(db, {
    onError: (error) =>
      log({
        ...{ time: new Date().toISOString(), level: 'error', event: 'failure', operation: 'jobs' },
        ...describeError(error),
      }),
    ...configuration.jobs,
  });
  const app = createApp({
    log,
    backendFor(principal) {
      const backend = databaseBackend(db, principal, { feed });
      return daily ? withDailyRooms(backend, principal, daily) : backend;
    },
    enrol: (enrolling, people) => enrol(db, feed, enrolling, people),
    remove: (enrolling, id) => removePerson(db, feed, enrolling, id),
    rooms: new RoomRelay(carrier),
    authenticate,
    origins,
    // A folder has one process, which counts for itself.
    rateLimit: configuration.database.url === undefined ? {} : new SharedRateLimiter(db),
    revocations: new SharedRevocations(db),
    tellSignOut: ({ tenantId, personId }) =>
      feed.tell(tenantId, [{ topic: 'session', to: [personId] }]),
    ready: () => db.isUp(),
  });
  const server = await serve(app, { port, hostname });
  return {
    url: server.url,
    resetSandbox: async () => sandbox?.reset(),
    async close(grace) {
      sandbox?.close();
      await server.close(grace);
      await carrier.close();
      await jobs.close();
      await feed.close();
      await db.close();
    },
  };
}
