import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { databaseBackend } from '../../../examples/server/src/database/database-backend.js';
import { openDatabase } from '../../../examples/server/src/database/open-database.js';
import { seedTenant } from '../../../examples/server/src/database/seed-tenant.js';
import { outages, signsOfLife } from '../../../examples/server/src/database/schema.js';
import { enter } from '../../../examples/server/src/database/scope.js';
import { ENTRIES_KEPT_MS, KNOCKS_KEPT_MS } from '../../../examples/server/src/jobs/forget-doors.js';
import { enqueue, type News } from '../../../examples/server/src/jobs/enqueue.js';
import { takeTurns, type ClinicJob } from '../../../examples/server/src/jobs/take-turns.js';
import { asJob } from '../../../examples/server/src/jobs/job-role.js';
import { recentOutages } from '../../../examples/server/src/jobs/outages.js';
import { LEASE_MS } from '../../../examples/server/src/jobs/deliver.js';
import { ANSWERS_KEPT_MS } from '../../../examples/server/src/jobs/prune.js';
import { runJobs } from '../../../examples/server/src/jobs/start-jobs.js';
import { addDays, localDateAt } from '../../../src/client/model/date-time.js';
import { clinic } from '../../client/backends/embedded/world.js';
import { Instance, newTenant } from '../database/support/instance.js';

const secret = 'a secret that the portal and the server share in these tests';
const daily = 'https://example.org/Questionnaire/daily';
const HOUR = 3_600_000;

/** What a portal's server does with a webhook; the documentation shows the same. */
function isGenuine(header: string, body: string, now = Date.now()): boolean {
  const [, seconds, mac] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(header) ?? [];
  if (!seconds || !mac || Math.abs(now / 1000 - Number(seconds)) > 300) return false;
  const expected = createHmac('sha256', secret).update(`${seconds}.${body}`).digest();
  return timingSafeEqual(expected, Buffer.from(mac, 'hex'));
}

type Told = { id: string; kind: string; tenantId: string; subjectId: string; recipientId?: string };

describe('jobs', () => {
  let instance: Instance;
  let portal: Server;
  let webhook: { url: string; secret: string };
  const told: { body: string; signature: string; news: Told }[] = [];
  /** How the portal answers. */
  let answer: () => number | undefined = () => 204;
  let start: number;
  let ahead = 0;
  const clock = () => new Date(start + ahead);

  beforeAll(async () => {
    start = Date.now();
    instance = await Instance.start(await openDatabase());
    portal = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const signature = String(request.headers['wayfellow-signature']);
        told.push({ body, signature, news: JSON.parse(body) as Told });
        const status = answer();
        if (status !== undefined) response.writeHead(status).end();
      });
    });
    await new Promise<void>((done) => portal.listen(0, '127.0.0.1', done));
    webhook = { url: `http://127.0.0.1:${(portal.address() as AddressInfo).port}/`, secret };
  }, 120_000);
  afterEach(() => {
    answer = () => 204;
    told.length = 0;
  });
  afterAll(async () => {
    portal.closeAllConnections();
    portal.close();
    await instance.close();
  });

  /** The clock is moved by days here, in which the service was there. */
  const wasUp = () =>
    instance.db.transaction(async (tx) => {
      await asJob(tx);
      await tx.orm.delete(outages);
      await tx.orm.delete(signsOfLife);
    });

  const newClinic = async (change: (seed: ReturnType<typeof clinic>) => typeof seed = (s) => s) => {
    const tenant = newTenant();
    await seedTenant(instance.db, tenant, (now) => change(clinic(now)), clock);
    return tenant;
  };
  const round = () => runJobs(instance.db, { webhook, daily, clock });
  const of = (tenant: string, kind: string) =>
    told.map(({ news }) => news).filter((n) => n.tenantId === tenant && n.kind === kind);

  it('tells once that a request has expired, by several workers at once', async () => {
    const tenant = await newClinic();
    const { id } = await instance.as(tenant, 'p-1').pairings.request({ mentorId: 'm-last' });
    await round();
    expect(of(tenant, 'request-expired')).toEqual([]);
    ahead += 73 * HOUR;
    await Promise.all([round(), round(), round()]);
    await round();
    expect(of(tenant, 'request-expired')).toMatchObject([{ subjectId: 'p-1' }]);
    expect((await instance.as(tenant, 'p-1').pairings.get(id)).status).toBe('expired');
  });

  it('signs what it sends, which holds ids and kinds only', async () => {
    const tenant = await newClinic();
    const triggers = [{ type: 'not-safe-now' as const }];
    const raisedAt = new Date().toISOString();
    await instance.as(tenant, 'p-1').safety.raise({ triggers, raisedAt });
    await round();
    expect(of(tenant, 'alert-raised')).toHaveLength(1);
    for (const { body, signature } of told) {
      expect(isGenuine(signature, body, +clock())).toBe(true);
      expect(isGenuine(signature, `${body} `, +clock())).toBe(false);
      expect(isGenuine(signature, body, +clock() + HOUR)).toBe(false);
      expect(body).not.toMatch(/not-safe|Jordan|trigger/);
    }
  });

  it('tells again of an alert that waits, and no more once a human has seen it', async () => {
    const tenant = await newClinic();
    const me = instance.as(tenant, 'p-1');
    const raise = () =>
      me.safety.raise({ triggers: [{ type: 'not-safe-now' }], raisedAt: clock().toISOString() });
    const seen = await raise();
    await raise();
    await instance.as(tenant, 'c-1', 'clinician').safety.acknowledge(seen.id);
    ahead = Math.max(ahead, 0) + 16 * 60_000;
    await round();
    await round();
    expect(of(tenant, 'alert-raised')).toHaveLength(1);
    expect(of(tenant, 'alert-waiting').length).toBeGreaterThan(0);
  });

  it('reminds everybody of a session, once', async () => {
    const tenant = await newClinic((seed) => ({
      ...seed,
      meetings: (seed.meetings ?? []).map((m) =>
        m.id === 'g-early' ? { ...m, startsAt: new Date(+clock() + HOUR / 2).toISOString() } : m,
      ),
    }));
    await round();
    await round();
    const whom = of(tenant, 'session-reminder').map(({ recipientId }) => recipientId);
    expect(whom.sort()).toEqual(['f-1', 'p-1', 'p-2']);
  });

  it('has misses followed up: the clinician, and the mentor only who may know', async () => {
    await wasUp();
    const startedOn = addDays(clock().toISOString().slice(0, 10), -5);
    const tenant = await newClinic((seed) => ({
      ...seed,
      people: (seed.people ?? []).map((p) => ({
        ...p,
        session: { ...p.session, programme: { name: 'IOP', startedOn, weeks: 8 } },
      })),
    }));
    const { id } = await instance.as(tenant, 'p-1').pairings.request({ mentorId: 'm-open' });
    await instance.as(tenant, 'm-open', 'mentor').pairings.apply(id, { type: 'accept' });
    await round();
    const missed = of(tenant, 'check-in-missed');
    expect(missed.map(({ subjectId }) => subjectId).sort()).toEqual(['p-1', 'p-2']);
    await instance.as(tenant, 'p-1').consents.grant({
      ...{ granteeId: 'm-open', scope: 'check-in-answers', purpose: 'peer-support' },
      expiresAt: new Date(+clock() + 1000 * HOUR).toISOString(),
    });
    ahead += HOUR;
    await round();
    const mentors = of(tenant, 'check-in-missed').filter((news) => news.recipientId === 'm-open');
    expect(mentors).toHaveLength(1);
  });

  it('count no day as missed on which the service was down', async () => {
    await wasUp();
    await round();
    // A round long after the last one: meanwhile nothing ran.
    const before = clock();
    ahead += 6 * 24 * HOUR;
    // On the person's own calendar: at night in Greenwich it is still the day before elsewhere.
    const intake = (timeZone: string, days: number) => ({
      name: 'IOP',
      startedOn: addDays(localDateAt(before, timeZone), days - 1),
      weeks: 8,
    });
    const tenant = await newClinic((seed) => ({
      ...seed,
      people: (seed.people ?? []).map((p) => {
        // The other one was there three days before it began.
        const programme = intake(p.session.timeZone, p.id === 'p-1' ? 0 : -3);
        return { ...p, session: { ...p.session, programme } };
      }),
    }));
    await round();
    const missed = of(tenant, 'check-in-missed').map(({ subjectId }) => subjectId);
    expect(missed).toEqual(['p-2']);
    const [outage] = await instance.db.transaction(async (tx) => {
      await asJob(tx);
      return recentOutages(tx, clock());
    });
    expect(Date.parse(outage?.from ?? '')).toBeLessThanOrEqual(+before);
    expect(Date.parse(outage?.to ?? '')).toBeGreaterThan(+before);
  });

  it('tries again with back-off until the portal takes it, under one id', async () => {
    const tenant = await newClinic();
    await instance.as(tenant, 'p-1').safety.raise({
      ...{ triggers: [{ type: 'not-safe-now' }], raisedAt: clock().toISOString() },
    });
    answer = () => 503;
    await round();
    await round();
    expect(of(tenant, 'alert-raised')).toHaveLength(1);
    answer = () => 204;
    ahead += 31_000;
    await round();
    await round();
    const tries = of(tenant, 'alert-raised');
    expect(tries).toHaveLength(2);
    expect(new Set(tries.map((news) => news.id)).size).toBe(1);
  });

  it('sends under the same id what a worker was sending when it died', async () => {
    const tenant = await newClinic();
    await instance.as(tenant, 'p-1').safety.raise({
      ...{ triggers: [{ type: 'not-safe-now' }], raisedAt: clock().toISOString() },
    });
    // The portal heard it, and the worker never came to say so.
    answer = () => undefined;
    const dying = round().catch(() => undefined);
    await expect.poll(() => of(tenant, 'alert-raised').length).toBe(1);
    answer = () => 204;
    await round();
    expect(of(tenant, 'alert-raised')).toHaveLength(1);
    ahead += LEASE_MS + 1;
    await round();
    const tries = of(tenant, 'alert-raised');
    expect(tries).toHaveLength(2);
    expect(new Set(tries.map((news) => news.id)).size).toBe(1);
    portal.closeAllConnections();
    await dying;
    // What the dead one says late changes nothing.
    ahead += HOUR;
    await round();
    expect(of(tenant, 'alert-raised')).toHaveLength(2);
  });

  it('forgets old answers, and keeps young ones', async () => {
    const tenant = await newClinic();
    const me = instance.as(tenant, 'p-1');
    const goal = { title: 'Walk', kind: 'goal' as const };
    const first = await me.goals.add(goal, { idempotencyKey: 'key' });
    await round();
    expect((await me.goals.add(goal, { idempotencyKey: 'key' })).id).toBe(first.id);
    ahead += ANSWERS_KEPT_MS + HOUR;
    await round();
    expect((await me.goals.add(goal, { idempotencyKey: 'key' })).id).not.toBe(first.id);
  });

  it('forgets who knocked at a room a day after it, and whom the host let in a month after', async () => {
    const tenant = await newClinic();
    const as = (personId: string, role: 'participant' | 'facilitator') => {
      const principal = { tenantId: tenant, personId, roles: [role] };
      return databaseBackend(instance.db, principal, { feed: instance.feed, clock }).sessions!;
    };
    const host = as('f-1', 'facilitator');
    for (const person of ['p-1', 'p-2']) {
      await as(person, 'participant').accept('g-wait', '3');
      await as(person, 'participant').knock!('g-wait', { name: person });
    }
    const [first] = (await host.door!('g-wait')).waiting;
    await host.keepDoor!('g-wait', { type: 'admit', guests: [first!.guest] });
    await host.keepDoor!('g-wait', { type: 'lock', present: [] });
    const kept = () =>
      instance.db.transaction(async (tx) => {
        await enter(tx, { tenantId: tenant, personId: null });
        const rows = await tx.query<{ kind: string }>(
          `SELECT kind FROM records WHERE kind IN ('knock', 'entry', 'door') ORDER BY kind`,
        );
        const [{ listed } = { listed: 0 }] = await tx.query<{ listed: number }>(
          `SELECT count(*)::int AS listed FROM record_order WHERE kind IN ('knock', 'entry', 'door')`,
        );
        return [...rows.map(({ kind }) => kind), listed];
      });
    await round();
    expect(await kept()).toEqual(['door', 'entry', 'knock', 2]);
    // The meeting ends within the hour.
    ahead += KNOCKS_KEPT_MS + HOUR;
    await round();
    expect(await kept()).toEqual(['door', 'entry', 1]);
    ahead += ENTRIES_KEPT_MS;
    await round();
    expect(await kept()).toEqual([0]);
    // The meeting, and who agreed to its rules, stay.
    expect((await as('p-1', 'participant').get('g-wait')).accepted).toBeDefined();
  });

  it('goes on with the next clinic where one fails, and tells of it', async () => {
    const [bad, good] = [await newClinic(), await newClinic()];
    const done: string[] = [];
    const errors: unknown[] = [];
    const job: ClinicJob = {
      name: `fails-${bad}`,
      everyMs: 60_000,
      async run(tx, tenantId, now) {
        await enqueue(tx, tenantId, [{ kind: 'alert-raised', cause: 'x', subjectId: 's' }], now);
        if (tenantId === bad) await tx.orm.execute(sql`SELECT 1 / 0`);
        done.push(tenantId);
      },
    };
    await takeTurns(instance.db, job, clock(), (error) => errors.push(error));
    expect(done).toContain(good);
    expect(done).not.toContain(bad);
    expect(errors).toHaveLength(1);
    await round();
    const tenants = told.filter(({ news }) => news.subjectId === 's').map((t) => t.news.tenantId);
    expect(tenants).toContain(good);
    expect(tenants).not.toContain(bad);
  });

  it('takes more news at once than one statement holds', async () => {
    const tenant = await newClinic();
    const news = Array.from({ length: 10_000 }, (_, n): News => ({
      kind: 'alert-raised',
      cause: `many-${n}`,
      subjectId: 's',
    }));
    const job: ClinicJob = {
      name: `many-${tenant}`,
      everyMs: 60_000,
      run: (tx, tenantId, now) =>
        tenantId === tenant ? enqueue(tx, tenantId, news, now) : Promise.resolve(),
    };
    const errors: unknown[] = [];
    await takeTurns(instance.db, job, clock(), (error) => errors.push(error));
    expect(errors).toEqual([]);
  });
});
