import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyRoute, type PlacedRoute } from '../../src/client/backends/http/api.js';
import { ChangeFeed } from '../../examples/server/src/database/change-feed.js';
import { databaseBackend } from '../../examples/server/src/database/database-backend.js';
import type { Database } from '../../examples/server/src/database/database.js';
import { openDatabase } from '../../examples/server/src/database/open-database.js';
import { seedTenant } from '../../examples/server/src/database/seed-tenant.js';
import { enrol } from '../../examples/server/src/enrolment/enrol.js';
import {
  enrolmentRoute,
  removalRoute,
} from '../../examples/server/src/enrolment/enrolment-routes.js';
import { removePerson } from '../../examples/server/src/enrolment/remove-person.js';
import type { ServerOptions } from '../../examples/server/src/http/server-options.js';
import { JsonSchemas } from '../../src/client/backends/http/json-schemas.js';
import { Problem } from '../../src/client/backends/http/problem.js';
import { signalRoute } from '../../src/client/backends/http/room-signals.js';
import type { Route } from '../../src/client/backends/http/route.js';
import { clinic } from '../client/backends/embedded/world.js';
import { PostgresCluster } from './database/support/postgres-cluster.js';
import { ClinicServer, tokenFor } from './support/clinic-server.js';
import { valuesOf } from './support/json-arbitrary.js';

type Schema = Record<string, unknown>;

/** Bad requests in all, in each place; `FUZZ_REQUESTS` asks for more, `FUZZ_SEED` for the same again. */
const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? 10_000);
const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1e9);

/** Part of everything that is sent and must come back in no error and no log. */
const CANARY = 'canary-7f3a';

/** In what another clinic keeps of a person of the same id. */
const OTHERS = 'another-clinic-91c2';

const placed = (operation: string, route: Route) => ({ operation, route }) as PlacedRoute;
/** Those of the API, and of the server beside it; who is taken out last cannot ask before. */
const routes = [
  ...[...everyRoute()].filter(({ operation }) => operation !== 'session.signOut'),
  placed('signals.send', signalRoute),
  placed('people.enrol', enrolmentRoute),
  placed('people.remove', removalRoute),
];
const schemas = new JsonSchemas(routes);
const definitions = schemas.named as Record<string, Schema>;

interface BadRequest {
  readonly segments: readonly string[];
  readonly query: readonly (readonly [string, string])[];
  readonly body: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

function requestsOf({ operation }: PlacedRoute): fc.Arbitrary<BadRequest> {
  const segment = fc.oneof(
    fc.constantFrom('m-open', 'g-open', 'p-1', '..', '%2e%2e', '%', '%00', '%ff', CANARY),
    fc.string({ unit: 'binary', maxLength: 300 }).map((s) => encodeURIComponent(s)),
  );
  const fields = Object.keys(schemas.of(`${operation} query`)?.['properties'] ?? {});
  const query = fc.array(
    fc.tuple(
      fc.constantFrom('x', ...fields),
      fc.oneof(fc.constantFrom('', '1', '-1', '1e9', 'true', 'p-1', CANARY), fc.string()),
    ),
    { maxLength: 4 },
  );
  const body = schemas.of(`${operation} body`);
  return fc.record({
    segments: fc.array(segment, { minLength: 3, maxLength: 3 }),
    query,
    body: body
      ? fc.oneof(
          { weight: 9, arbitrary: valuesOf(body, definitions, 0.06).map(asJson) },
          { weight: 1, arbitrary: fc.constantFrom('', '{', '[[', `"${CANARY}`, '\ufeff{}', 'NaN') },
          { weight: 1, arbitrary: fc.constantFrom('['.repeat(9000), '{"item":['.repeat(9000)) },
        )
      : fc.constant(undefined),
    headers: fc.record(
      {
        'idempotency-key': fc.constantFrom('key-1', CANARY, 'x'.repeat(256), 'a b'),
        'content-type': fc.constantFrom('text/plain', 'application/json; charset=utf-16', ''),
        'last-event-id': fc.constantFrom('', 'x.y', '-1'),
        'x-request-id': fc.constantFrom('<script>', 'r-1', 'x'.repeat(300)),
      },
      { requiredKeys: [] },
    ),
  });
}

const asJson = (value: unknown): string =>
  // Somewhere in what is sent, so that an echo would show.
  JSON.stringify(value)?.replace(/"(\w{1,12})"(?=[,}\]])/, `"$1 ${CANARY}"`) ?? 'null';

const started = await PostgresCluster.start().catch(() => undefined);
let db: Database | undefined;
/** The server over PostgreSQL, where it is installed, or over PGlite. */
async function onDatabase(): Promise<Partial<ServerOptions>> {
  const opened = await openDatabase(started ? { url: await started.create('fuzz') } : {});
  db = opened;
  for (const tenant of ['clinic', 'other']) await seedTenant(opened, tenant, clinic);
  const feed = await ChangeFeed.open(opened);
  return {
    backendFor: (principal) => databaseBackend(opened, principal, { feed }),
    enrol: (enrolling, people) => enrol(opened, feed, enrolling, people),
    remove: (enrolling, id) => removePerson(opened, feed, enrolling, id),
  };
}
afterAll(async () => {
  await db?.close();
  await started?.close();
});

describe.each([
  { where: 'in memory', options: () => Promise.resolve({}) },
  { where: 'on the database', options: onDatabase },
])('bad requests $where', ({ options: make }) => {
  let server: ClinicServer;
  let tokens: string[];
  beforeAll(async () => {
    const options: Partial<ServerOptions> = await make();
    server = await ClinicServer.start(options);
    const backendFor = options.backendFor ?? ((principal) => server.backendFor(principal));
    const others = await backendFor({
      ...{ tenantId: 'other', personId: 'p-1', roles: ['participant'] },
    });
    await others.goals?.add({ kind: 'goal', title: OTHERS });
    await others.milestones?.add({ title: OTHERS, on: '2026-05-06', timeZone: 'UTC' });
    tokens = await Promise.all([
      tokenFor('p-1'),
      tokenFor('m-open', { roles: ['mentor'] }),
      tokenFor('c-1', { roles: ['clinician'] }),
      // Of a person whom the clinic does not know.
      tokenFor('nobody'),
    ]);
  }, 60_000);
  afterAll(() => server.close());

  const statuses = new Map<number, number>();
  const each = Math.ceil(REQUESTS / routes.length);
  for (const route of routes)
    it(`of ${route.operation} are refused without a crash or an echo, seed ${SEED}`, async () => {
      await fc.assert(
        fc.asyncProperty(
          requestsOf(route),
          fc.nat({ max: 3 }),
          async ({ segments, query, body, headers }, who) => {
            const rest = [...segments];
            const path = route.route.path.replace(/\{\w+\}/g, () => rest.pop() ?? '');
            const search = new URLSearchParams(query.map((pair) => [...pair])).toString();
            const request = new Request(`http://server.example${path}?${search}`, {
              method: route.route.method,
              ...(body === undefined ? {} : { body }),
              headers: {
                ...(body === undefined ? {} : { 'content-type': 'application/json' }),
                ...headers,
                authorization: `Bearer ${tokens[who]}`,
              },
            });
            const logged = server.logs.length;
            const response = await server.app.fetch(request);
            const text = await response.text();
            statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
            expect(response.status, text).toBeLessThan(500);
            expect(text).not.toContain(OTHERS);
            expect(JSON.stringify(server.logs.slice(logged))).not.toContain(CANARY);
            if (response.status < 400) return;
            expect(text).not.toContain(CANARY);
            expect(text).not.toMatch(
              /\bat .*:\d+|node_modules|ZodError|constraint|relation|SELECT/,
            );
            expect(response.headers.get('content-type')).toBe('application/problem+json');
            expect(Problem.safeParse(JSON.parse(text)).success).toBe(true);
          },
        ),
        { numRuns: each, seed: SEED },
      );
    });

  it('were of every kind', () => {
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    const seen = [...statuses.keys()];
    expect(seen).toEqual(expect.arrayContaining([200, 400, 401, 403, 404, 409, 415]));
    const all = [...statuses.values()].reduce((sum, n) => sum + n, 0);
    expect(all).toBeGreaterThanOrEqual(REQUESTS);
  });
});
