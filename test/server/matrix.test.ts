import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../examples/server/src/http/create-app.js';
import { databaseBackend } from '../../examples/server/src/database/database-backend.js';
import { openDatabase } from '../../examples/server/src/database/open-database.js';
import { seedTenant } from '../../examples/server/src/database/seed-tenant.js';
import type { Row as DatabaseRow } from '../../examples/server/src/database/database.js';
import { enter } from '../../examples/server/src/database/scope.js';
import { enrol } from '../../examples/server/src/enrolment/enrol.js';
import { removePerson } from '../../examples/server/src/enrolment/remove-person.js';
import {
  enrolmentRoute,
  removalRoute,
} from '../../examples/server/src/enrolment/enrolment-routes.js';
import type { StoredMeeting } from '../../src/client/backends/embedded/collections.js';
import { guestOf } from '../../src/client/backends/embedded/doors.js';
import { everyRoute, type Operation } from '../../src/client/backends/http/api.js';
import { CHANGES_PATH } from '../../src/client/backends/http/change-event.js';
import { JsonSchemas } from '../../src/client/backends/http/json-schemas.js';
import { signalRoute } from '../../src/client/backends/http/room-signals.js';
import { isSafe, type Route } from '../../src/client/backends/http/route.js';
import { ClinicServer, tokenFor } from './support/clinic-server.js';
import { clinic } from '../client/backends/embedded/world.js';
import { Instance } from './database/support/instance.js';
import {
  ASKERS,
  MARK,
  matrixClinic,
  NAME,
  STRANGERS,
  type Asker,
} from './support/matrix-clinic.js';
import { sampleBody } from './support/sample-parts.js';

/**
 * What each may do with p-1's data, by every route. `data`: it was done, and the answer holds data
 * of p-1's. `else`: it was done, and it holds none (one's own, the clinic's, or nothing). A number:
 * it was refused so. `own`: the same, without naming whose data is asked for.
 */
const TABLE = `
                            owner  g-peer  g-mentor  g-facil  g-clin  u-peer  u-mentor  u-facil  u-clin  former  x-owner  x-clin  as-clin  nobody
session.current             else   else    else      else     else    else    else      else     else    else    else     else    403      401
session.signOut             else   else    else      else     else    else    else      else     else    else    else     else    403      401
drafts.get                  data   else    else      else     else    else    else      else     else    else    else     else    403      401
drafts.put                  else   else    else      else     else    else    else      else     else    else    else     else    403      401
drafts.remove               else   else    else      else     else    else    else      else     else    else    else     else    403      401
consents.list               data   data    data      data     data    else    else      else     else    data    else     else    403      401
consents.grant              else   else    400       else     else    else    else      else     else    else    else     else    403      401
consents.revoke             data   403     403       403      403     403     403       403      403     403     404      404     403      401
safety.policy               else   else    else      else     else    else    else      else     else    else    else     else    403      401
safety.raise                else   else    else      else     else    else    else      else     else    else    else     else    403      401
safety.list                 data   else    else      data     data    else    else      data     data    else    else     else    403      401
safety.acknowledge          403    403     403       data     data    403     403       data     data    403     403      404     403      401
mentors.get                 else   else    else      else     else    else    else      else     else    else    else     else    403      401
mentors.list                else   else    else      else     else    else    else      else     else    else    else     else    403      401
mentors.suggest             else   else    403       403      403     else    403       403      403     403     else     403     403      401
mentors.match               else   else    else      else     else    else    else      else     else    else    else     else    403      401
pairings.list               data   else    data      else     else    else    else      else     else    data    else     else    403      401
pairings.get                data   403     data      403      403     403     403       403      403     403     404      404     403      401
pairings.request            409    else    403       403      403     else    403       403      403     403     else     403     403      401
pairings.apply              data   403     data      403      403     403     403       403      403     403     404      404     403      401
messages.list               data   403     data      403      403     403     403       403      403     403     404      404     403      401
messages.send               data   403     data      403      403     403     403       403      403     403     404      404     403      401
messages.update             data   403     403       403      403     403     403       403      403     403     404      404     403      401
checkIns.questionnaire      404    404     404       404      404     404     404       404      404     404     404      404     404      404
checkIns.plan               else   else    else      else     else    else    else      else     else    else    else     else    403      401
checkIns.followUps          else   else    else      else     else    else    else      else     else    else    else     else    403      401
checkIns.submit             else   else    else      else     else    else    else      else     else    else    else     else    403      401
checkIns.list               data   data    data      data     data    403     403       403      403     403     else     403     403      401
checkIns.list own           data   else    else      else     else    else    else      else     else    else    else     else    403      401
milestones.record           data   data    data      data     data    403     403       403      403     403     else     403     403      401
milestones.record own       data   else    else      else     else    else    else      else     else    else    else     else    403      401
milestones.changeRecord     data   else    else      else     else    else    else      else     else    else    else     else    403      401
milestones.list             data   data    data      data     data    403     403       403      403     403     else     403     403      401
milestones.list own         data   else    else      else     else    else    else      else     else    else    else     else    403      401
milestones.add              else   else    else      else     else    else    else      else     else    else    else     else    403      401
milestones.remove           else   403     403       403      403     403     403       403      403     403     404      404     403      401
milestones.celebrate        data   data    data      data     data    403     403       403      403     403     404      404     403      401
goals.list                  data   data    data      data     data    403     403       403      403     403     else     403     403      401
goals.list own              data   else    else      else     else    else    else      else     else    else    else     else    403      401
goals.add                   else   else    else      else     else    else    else      else     else    else    else     else    403      401
goals.setStatus             data   403     403       403      403     403     403       403      403     403     404      404     403      401
sessions.list               data   data    data      data     else    else    else      else     else    else    else     else    403      401
sessions.get                data   data    403       data     403     403     403       403      403     403     404      404     403      401
sessions.accept             data   data    403       data     403     403     403       403      403     403     404      404     403      401
sessions.access             data   data    403       data     403     403     403       403      403     403     404      404     403      401
sessions.knock              else   else    403       else     403     403     403       403      403     403     404      404     403      401
sessions.door               403    403     403       else     403     403     403       403      403     403     404      404     403      401
sessions.keepDoor           403    403     403       else     403     403     403       403      403     403     404      404     403      401
sessions.answerRecording    data   data    403       data     403     403     403       403      403     403     404      404     403      401
sessions.breakouts          else   else    403       else     403     403     403       403      403     403     404      404     403      401
sessions.keepBreakouts      403    403     403       else     403     403     403       403      403     403     404      404     403      401
sessions.tellBreakout       409    409     403       409      403     403     403       403      403     403     404      404     403      401
sessions.attend             data   data    403       data     403     403     403       403      403     403     404      404     403      401
sessions.openings           else   else    else      else     else    else    else      else     else    else    else     else    403      401
sessions.book               else   409     403       403      403     409     403       403      403     403     409      403     403      401
sessions.cancel             403    403     403       data     403     403     403       403      403     403     404      404     403      401
sessions.cancel one-to-one  data   403     data      403      403     403     403       403      403     403     404      404     403      401
sessions.keepBreakouts on   403    403     403       else     403     403     403       403      403     403     404      404     403      401
messages.update reply       403    403     data      403      403     403     403       403      403     403     404      404     403      401
milestones.celebrate chip   data   data    data      data     data    403     403       403      403     403     404      404     403      401
changes                     else   else    else      else     else    else    else      else     else    else    else     else    403      401
signals                     else   else    403       else     403     403     403       403      403     403     404      404     403      401
signals.send                else   else    403       else     403     403     403       403      403     403     404      404     403      401
people.enrol                403    403     403       403      else    403     403       403      else    403     403      else    403      401
people.remove               403    403     403       403      else    403     403       403      else    403     403      else    403      401
`;

const operationOf = (name: string) => name.split(' ')[0] as Operation;

interface Row {
  readonly name: string;
  readonly route: Route;
  readonly isOwn: boolean;
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: object;
}

const schemas = new JsonSchemas([...everyRoute()]);
const fieldsOf = (operation: Operation, part: 'query' | 'body') =>
  Object.keys(schemas.of(`${operation} ${part}`)?.['properties'] ?? {});

/** The rows that there must be: each route, and once more where it can be told whose data. */
const rows: Row[] = [...everyRoute()].flatMap(({ operation, route }) => {
  const asked = { name: operation, route, isOwn: false };
  const names = [...fieldsOf(operation, 'query'), ...fieldsOf(operation, 'body')];
  return names.includes('personId')
    ? [asked, { ...asked, name: `${operation} own`, isOwn: true }]
    : [asked];
});
const routeOf = (name: Operation) => [...everyRoute()].find((r) => r.operation === name)!.route;
const more = (operation: Operation, what: string, parts: Partial<Row>): Row => ({
  ...{ name: `${operation} ${what}`, route: routeOf(operation), isOwn: false },
  ...parts,
});
const group = { id: `${MARK}-group`, room: `${MARK}-room` } as StoredMeeting;
const guests = ['p-1', 'p-2'].map((id) => ({ guest: guestOf(group, id), name: 'Somebody' }));
const asked = { type: 'start', pairs: [guests], minutes: 5 };
rows.push(
  more('sessions.cancel', 'one-to-one', { params: { meetingId: `${MARK}-one` } }),
  more('sessions.keepBreakouts', 'on', { body: asked }),
  more('messages.update', 'reply', { params: { messageId: `${MARK}-reply` } }),
  more('milestones.celebrate', 'chip', {
    body: { milestoneId: `chip:${MARK}-chapter:30-days`, celebration: { reaction: 'heart' } },
  }),
  { name: 'changes', route: { summary: '', method: 'GET', path: CHANGES_PATH }, isOwn: true },
  { name: 'signals', route: { ...signalRoute, method: 'GET' }, isOwn: true },
  { name: 'signals.send', route: signalRoute, isOwn: true },
  { name: 'people.enrol', route: enrolmentRoute, isOwn: true },
  { name: 'people.remove', route: removalRoute, isOwn: true },
);

const PARAMS: Readonly<Record<string, string>> = {
  mentorId: 'm-open',
  personId: 'p-1',
  ...{ pairingId: `${MARK}-pairing`, messageId: `${MARK}-message`, goalId: `${MARK}-goal` },
  grantId: `${MARK}-grant-m-open-name`,
  ...{ alertId: `${MARK}-alert`, meetingId: `${MARK}-group` },
};
const STREAMS = ['changes', 'signals'];
const BODIES: Partial<Record<string, object>> = {
  'checkIns.list': { personId: 'p-1' },
  'checkIns.list own': {},
  'drafts.get': { key: `${MARK}-draft` },
  'milestones.celebrate': { milestoneId: `${MARK}-milestone`, celebration: { reaction: 'heart' } },
  'milestones.changeRecord': { type: 'label', label: 'sober' },
  'milestones.remove': { milestoneId: `${MARK}-milestone` },
  'pairings.apply': { type: 'pause' },
  'people.enrol': { id: 'p-1', role: 'participant', name: 'Another', timeZone: 'UTC' },
  'pairings.request': { mentorId: 'm-last' },
  'sessions.answerRecording': { meetingId: `${MARK}-group`, yes: true, version: '1' },
  'sessions.attend': { meetingId: `${MARK}-group`, joinedAt: new Date().toISOString() },
};

/** What leaves no line in the audit, and why. */
const UNLISTED: Readonly<Record<string, string>> = {
  'drafts.get': 'its writer’s alone, whom the database shows it to alone',
  'drafts.put': 'its writer’s alone',
  'drafts.remove': 'its writer’s alone',
  'session.signOut': 'ends a token and drops drafts: nothing is kept of it',
  'sessions.list': 'who else is expected stays a number',
  'sessions.get': 'who else is expected stays a number',
  'sessions.keepBreakouts': 'nobody was in a small room; who is asked into one is listed',
  'sessions.knock': 'is said again every few seconds; who is let in, or not, is listed',
  'signals.send': 'passed on and not kept; that they were let in is listed',
};

describe('who may do what with p-1’s data', () => {
  let instance: Instance;
  let app: App;
  let tenant = '';
  let tenants = 0;
  const logs: string[] = [];

  const send = async (who: Asker, method: string, path: string, body?: unknown) => {
    const { id, role, tenant: other } = { tenant: undefined, ...ASKERS[who] };
    const token = await tokenFor(id, { roles: [role], tenant: other ?? tenant });
    return app.fetch(
      new Request(`http://server.example${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
  };

  /** The clinic as it was at first: what was written is in one that nobody looks at again. */
  const renew = async () => {
    tenant = `matrix-${++tenants}`;
    await seedTenant(instance.db, tenant, matrixClinic);
    await send('owner', 'PUT', '/v1/drafts', { key: `${MARK}-draft`, value: MARK });
  };

  beforeAll(async () => {
    instance = await Instance.start(await openDatabase());
    const { db, feed } = instance;
    app = createApp({
      enrol: (enrolling, people) => enrol(db, feed, enrolling, people),
      remove: (enrolling, id) => removePerson(db, feed, enrolling, id),
      backendFor: (principal) => databaseBackend(db, principal, { feed }),
      authenticate: ClinicServer.authenticate,
      rateLimit: { burst: 100_000 },
      log: (entry) => logs.push(JSON.stringify(entry)),
    });
    await seedTenant(instance.db, 'elsewhere', clinic);
    await renew();
  }, 120_000);
  afterAll(() => instance.close());

  const unlisted = new Set<string>();
  const asks = <R extends DatabaseRow>(query: string, parameters: unknown[]) =>
    instance.db.transaction(async (tx) => {
      await enter(tx, { tenantId: String(parameters[0]), personId: null });
      return tx.query<R>(query, parameters);
    });
  const tenantOf = (who: Asker) => ({ tenant: undefined, ...ASKERS[who] }).tenant ?? tenant;
  const lastAudit = async () => {
    const all = [tenant, 'elsewhere'].map((each) =>
      asks<{ id: string }>('SELECT max(id)::text AS id FROM audit WHERE tenant_id = $1', [each]),
    );
    return Math.max(...(await Promise.all(all)).map(([row]) => Number(row?.id ?? 0)));
  };
  /** What the audit says of them since then. */
  const auditOf = (who: Asker, since: number) =>
    asks(
      `SELECT action, kind, subject_id FROM audit
        WHERE tenant_id = $1 AND actor_id = $2 AND id > $3`,
      [tenantOf(who), ASKERS[who].id, since],
    );

  const outcome = async (row: Row, who: Asker): Promise<string> => {
    const { name, route, isOwn } = row;
    const params = { ...PARAMS, ...row.params };
    const path = route.path.replace(/\{(\w+)\}/g, (_, param: string) => params[param] ?? param);
    let query =
      !isOwn && fieldsOf(name as Operation, 'query').includes('personId') ? '?personId=p-1' : '';
    // An end is whose it was first.
    const end = `an-end-of-${who}-in-the-room`;
    if (name === 'signals') query = `?end=${end}`;
    let body: unknown = row.body ?? BODIES[name] ?? sampleBody[operationOf(name)];
    if (name === 'signals.send') body = { from: end, first: 0, signals: [{ message: MARK }] };
    if (name === 'sessions.book') {
      const free = await send('owner', 'GET', '/v1/mentors/m-open/openings');
      [body] = ((await free.json()) as { items: unknown[] }).items;
    }
    const before = await lastAudit();
    const response = await send(who, route.method, path + query, body);
    const text =
      STREAMS.includes(name) && response.ok
        ? ((await response.body?.cancel()) ?? '')
        : await response.text();
    if (STRANGERS.includes(who)) expect(text, `${who} reads the name`).not.toContain(NAME);
    if (!response.ok) expect(text, `${who} reads it in a refusal`).not.toContain(MARK);
    const found = response.ok ? (text.includes(MARK) ? 'data' : 'else') : String(response.status);
    const listed = await auditOf(who, before);
    if (name in UNLISTED) unlisted.add(name);
    else if (response.ok && !isSafe(route))
      expect(listed, `${who} changed something by ${name}`).not.toEqual([]);
    else if (found === 'data' && name === 'sessions.access')
      // Who was let into a room is about themselves.
      expect(listed, `${who} was let in`).toContainEqual(
        expect.objectContaining({ kind: 'room', subject_id: ASKERS[who].id }),
      );
    else if (found === 'data' && who !== 'owner')
      expect(listed, `${who} read something by ${name}`).toContainEqual(
        expect.objectContaining({ action: 'read', subject_id: 'p-1' }),
      );
    // The next one finds it as it was: others' writes touch nothing that is p-1's.
    const isTheirs = who === 'owner' || name.startsWith('people.');
    if (!isSafe(route) && (found === 'data' || (isTheirs && response.ok))) await renew();
    return found;
  };

  const [head = '', ...lines] = TABLE.trim().split('\n');
  const askers = head.trim().split(/\s+/);
  const expected = new Map(
    lines.map((line) => {
      const cells = line.trim().split(/\s{2,}/);
      return [cells[0], Object.fromEntries(askers.map((who, at) => [who, cells[at + 1]]))];
    }),
  );

  it('is said of every route and of everybody, and of nothing else', () => {
    expect([...expected.keys()].sort()).toEqual(rows.map(({ name }) => name).sort());
    expect(askers).toEqual(Object.keys(ASKERS));
  });

  for (const row of rows)
    it(row.name, async () => {
      const found: Record<string, string> = {};
      for (const who of Object.keys(ASKERS) as Asker[]) found[who] = await outcome(row, who);
      expect(found).toEqual(expected.get(row.name));
    });

  it('is in the audit, but for what is named', () => {
    expect([...unlisted].sort()).toEqual(Object.keys(UNLISTED).sort());
  });

  it('left nothing of it in the log', () => {
    expect(logs.length).toBeGreaterThan(500);
    const told = [
      MARK,
      NAME,
      'Bearer',
      '/v1/',
      ...Object.values(ASKERS).map(({ id }) => `"${id}"`),
    ];
    for (const line of logs) for (const each of told) expect(line).not.toContain(each);
  });

  it('without a token is nothing', async () => {
    for (const { name, route } of rows) {
      const path = route.path.replace(/\{(\w+)\}/g, (_, param: string) => PARAMS[param] ?? param);
      const answer = await app.fetch(new Request(`http://x${path}`, { method: route.method }));
      expect(answer.status, name).toBe(401);
    }
  });
});
