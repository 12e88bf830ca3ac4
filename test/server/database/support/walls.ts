import { expect, it } from 'vitest';
import type { Queries, Row } from '../../../../examples/server/src/database/database.js';
import { enter } from '../../../../examples/server/src/database/scope.js';
import { seedTenant } from '../../../../examples/server/src/database/seed-tenant.js';
import { localDateAt } from '../../../../src/client/model/date-time.js';
import { clinic } from '../../../client/backends/embedded/world.js';
import { newTenant, type Instance } from './instance.js';

const TABLES = ['records', 'record_order', 'mentors', 'pairings', 'bookings', 'audit'];
const zone = 'America/Chicago';

/** What must hold between clinics and people, and what the audit keeps. */
export function walls(instance: () => Instance): void {
  const newClinic = async () => {
    const tenant = newTenant();
    await seedTenant(instance().db, tenant, clinic);
    return tenant;
  };
  /** Runs as the service's role, as one person of one clinic. */
  const within = <T>(tenantId: string, personId: string, run: (tx: Queries) => Promise<T>) =>
    instance().db.transaction(async (tx) => {
      await enter(tx, { tenantId, personId });
      return run(tx);
    });
  const auditOf = (tenant: string) =>
    within(tenant, '', (tx) => tx.query<Row>('SELECT * FROM audit ORDER BY id'));
  const checkIn = (text: string) => ({
    on: localDateAt(new Date(), zone),
    timeZone: zone,
    response: {
      resourceType: 'QuestionnaireResponse' as const,
      questionnaire: 'https://example.org/Questionnaire/daily',
      status: 'completed' as const,
      item: [{ linkId: 'note', answer: [{ valueString: text }] }],
    },
  });

  it('shows a query that names no clinic nothing but its own', async () => {
    const [mine, theirs] = [await newClinic(), await newClinic()];
    await instance().as(theirs, 'p-1').pairings.request({ mentorId: 'm-open' });
    for (const table of TABLES) {
      const seen = await within(mine, 'p-1', (tx) =>
        tx.query<{ tenant_id: string }>(`SELECT DISTINCT tenant_id FROM ${table}`),
      );
      expect(seen.filter((row) => row.tenant_id !== mine)).toEqual([]);
    }
    const records = await within(mine, 'p-1', (tx) => tx.query('SELECT 1 FROM records'));
    expect(records.length).toBeGreaterThan(10);
  });

  it('shows nothing at all outside of a clinic', async () => {
    await newClinic();
    const seen = await within('', '', (tx) => tx.query('SELECT 1 FROM records'));
    expect(seen).toEqual([]);
  });

  it('lets nobody write into, change or empty another clinic', async () => {
    const [mine, theirs] = [await newClinic(), await newClinic()];
    const insert = within(mine, 'p-1', (tx) =>
      tx.query(`INSERT INTO records VALUES ($1, 'goal', 'g', 'p-1', '{}')`, [theirs]),
    );
    await expect(insert).rejects.toThrow(/row-level security/);
    for (const change of [`UPDATE records SET kind = 'x'`, 'DELETE FROM records']) {
      const touched = await within(mine, 'p-1', (tx) =>
        tx.query(`${change} WHERE tenant_id = $1 RETURNING 1`, [theirs]),
      );
      expect(touched).toEqual([]);
    }
  });

  it('lets no request see or write what instances share', async () => {
    const tenant = await newClinic();
    for (const table of ['rate_buckets', 'ended_tokens', 'signs_of_life', 'job_turns'])
      for (const asked of [`SELECT 1 FROM ${table}`, `DELETE FROM ${table}`])
        await expect(within(tenant, 'p-1', (tx) => tx.query(asked))).rejects.toThrow(/permission/);
  });

  it('keeps drafts from others of the same clinic', async () => {
    const tenant = await newClinic();
    await instance().as(tenant, 'p-1').drafts.put('note', { text: 'mine' });
    const drafts = `SELECT 1 FROM records WHERE kind = 'draft'`;
    expect(await within(tenant, 'c-1', (tx) => tx.query(drafts))).toEqual([]);
    expect(await within(tenant, 'p-1', (tx) => tx.query(drafts))).toHaveLength(1);
  });

  it('knows the same person of another clinic as somebody else', async () => {
    const [mine, theirs] = [await newClinic(), await newClinic()];
    const { id } = await instance().as(theirs, 'p-1').pairings.request({ mentorId: 'm-open' });
    const asked = instance().as(mine, 'p-1').pairings.get(id);
    await expect(asked).rejects.toMatchObject({ code: 'not-found' });
  });

  it('takes a token for what the clinic knows the person as', async () => {
    const tenant = await newClinic();
    const posing = instance().as(tenant, 'p-1', 'clinician').safety.list();
    await expect(posing).rejects.toMatchObject({ code: 'forbidden' });
    const stranger = instance().as(tenant, 'nobody').goals.list();
    await expect(stranger).rejects.toMatchObject({ code: 'unauthorized' });
  });

  it('audits who changed and who read what about whom, and never what it said', async () => {
    const tenant = await newClinic();
    const me = instance().as(tenant, 'p-1');
    const mentor = instance().as(tenant, 'm-open', 'mentor');
    await me.checkIns.submit(checkIn('a very private line'));
    await expect(mentor.checkIns.list({ personId: 'p-1' })).rejects.toThrow('forbidden');
    const expiresAt = new Date(Date.now() + 60_000).toISOString();
    await me.consents.grant({
      ...{ granteeId: 'm-open', scope: 'check-in-answers', purpose: 'peer-support', expiresAt },
    });
    await mentor.checkIns.list({ personId: 'p-1' });
    await me.checkIns.list();
    const audit = await auditOf(tenant);
    expect(audit.map((a) => [a.actor_id, a.action, a.kind, a.subject_id])).toEqual([
      ['p-1', 'change', 'check-in', 'p-1'],
      ['p-1', 'change', 'grant', 'p-1'],
      ['m-open', 'read', 'check-in', 'p-1'],
    ]);
    expect(JSON.stringify(audit)).not.toContain('private');
  });

  it('leaves no audit of what did not happen', async () => {
    const tenant = await newClinic();
    const asked = instance().as(tenant, 'p-1').pairings.request({ mentorId: 'm-full' });
    await expect(asked).rejects.toThrow('no-capacity');
    expect(await auditOf(tenant)).toEqual([]);
  });

  it('lets nobody change the audit, its owner included', async () => {
    const tenant = await newClinic();
    await instance().as(tenant, 'p-1').goals.add({ title: 'Walk', kind: 'goal' });
    for (const change of [`UPDATE audit SET actor_id = 'x'`, 'DELETE FROM audit']) {
      await expect(within(tenant, 'p-1', (tx) => tx.query(change))).rejects.toThrow(/permission/);
      const asOwner = instance().db.transaction(async (tx) => {
        await tx.query(`SELECT set_config('wayfellow.tenant', $1, true)`, [tenant]);
        await tx.query(change);
      });
      await expect(asOwner).rejects.toThrow('audit is append-only');
    }
    const forged = within(tenant, 'p-1', (tx) =>
      tx.query(
        `INSERT INTO audit (tenant_id, at, actor_id, action, kind)
          VALUES ($1, now(), 'p-2', 'read', 'goal')`,
        [tenant],
      ),
    );
    await expect(forged).rejects.toThrow(/row-level security/);
  });

  it('refuses text that cannot be kept, as an invalid request', async () => {
    const tenant = await newClinic();
    const me = instance().as(tenant, 'p-1');
    for (const bad of ['nul \0', 'half \ud800']) {
      const put = me.drafts.put('note', { bad });
      await expect(put).rejects.toMatchObject({ code: 'invalid-request' });
      const named = me.drafts.put(`note ${bad}`, {});
      await expect(named).rejects.toMatchObject({ code: 'invalid-request' });
    }
  });
}
