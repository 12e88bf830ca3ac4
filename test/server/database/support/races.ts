import { expect, it } from 'vitest';
import type { Queries } from '../../../../examples/server/src/database/database.js';
import { seedTenant } from '../../../../examples/server/src/database/seed-tenant.js';
import { crowded } from './crowd.js';
import { newTenant, outcomes, type Instance } from './instance.js';

const times = (count: number) => Array.from({ length: count }, (_, at) => at);

/** What must hold however many ask at once. */
export function races(instance: () => Instance): void {
  const clinicOf = async (size = 0) => {
    const tenant = newTenant();
    await seedTenant(instance().db, tenant, crowded(size));
    return tenant;
  };

  it('gives the last place to exactly one of 100', async () => {
    const tenant = await clinicOf(100);
    const asking = times(100).map((at) =>
      instance().as(tenant, `crowd-${at}`).pairings.request({ mentorId: 'm-last' }),
    );
    expect(await outcomes(asking)).toEqual({ ok: 1, 'conflict: no-capacity': 99 });
  }, 60_000);

  it('leaves a participant with one open pairing', async () => {
    const tenant = await clinicOf();
    const asking = times(20).map((at) =>
      instance()
        .as(tenant, 'p-1')
        .pairings.request({ mentorId: at % 2 ? 'm-open' : 'm-last' }),
    );
    expect(await outcomes(asking)).toEqual({ ok: 1, 'conflict: already-paired': 19 });
  });

  it('does once what is asked many times under one key', async () => {
    const tenant = await clinicOf();
    const me = instance().as(tenant, 'p-1');
    const goal = { title: 'Walk each morning', kind: 'goal' as const };
    const made = await Promise.all(
      times(20).map(() => me.goals.add(goal, { idempotencyKey: 'the-key' })),
    );
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect((await me.goals.list()).items).toHaveLength(1);
  });

  it('loses nothing of what several people write into one record at once', async () => {
    const tenant = await clinicOf(12);
    const owner = instance().as(tenant, 'p-1');
    const { id } = await owner.milestones.add({
      title: 'A month',
      on: '2026-01-01',
      timeZone: 'UTC',
    });
    const crowd = times(12).map((at) => instance().as(tenant, `crowd-${at}`));
    const expiresAt = new Date(Date.now() + 60_000).toISOString();
    for (const at of times(12))
      await owner.consents.grant({
        ...{
          granteeId: `crowd-${at}`,
          scope: 'recovery-dates',
          purpose: 'peer-support',
          expiresAt,
        },
      });
    await Promise.all(crowd.map((peer) => peer.milestones.celebrate(id, { reaction: 'heart' })));
    const [kept] = (await owner.milestones.list({ when: 'past' })).items;
    expect(kept?.celebrations).toHaveLength(12);
  });

  it('answers again, under its key, what had nothing to say', async () => {
    const me = instance().as(await clinicOf(), 'p-1');
    const { id } = await me.milestones.add({ title: 'Slept', on: '2026-01-01', timeZone: 'UTC' });
    const key = { idempotencyKey: 'gone' };
    for (let i = 0; i < 2; i++) expect(await me.milestones.remove(id, key)).toBeUndefined();
    const reused = me.goals.add({ title: 'Walk', kind: 'goal' }, key);
    await expect(reused).rejects.toMatchObject({ code: 'conflict', detail: 'key-reused' });
  });

  it('books a time once', async () => {
    const tenant = await clinicOf();
    const mentor = instance().as(tenant, 'm-open', 'mentor');
    const mentees = ['p-1', 'p-2'].map((id) => instance().as(tenant, id));
    for (const mentee of mentees) {
      const { id } = await mentee.pairings.request({ mentorId: 'm-open' });
      await mentor.pairings.apply(id, { type: 'accept' });
    }
    const [opening] = (await mentor.sessions.openings('m-open')).items;
    const booking = times(10).flatMap(() => mentees.map((me) => me.sessions.book(opening!)));
    expect(await outcomes(booking)).toEqual({ ok: 1, 'conflict: taken': 19 });
  });

  it('holds the rules by constraint, too, for who writes past the service', async () => {
    const tenant = await clinicOf();
    const write = (kind: string, id: string, value: unknown) =>
      instance().db.transaction((tx) => writeRaw(tx, tenant, kind, id, value));
    const pairing = (participant: string, mentor: string) => ({
      participant: { id: participant },
      mentor: { id: mentor },
      status: 'active',
      expiresAt: new Date().toISOString(),
    });
    const last = times(20).map((at) => write('pairing', `a${at}`, pairing(`x${at}`, 'm-last')));
    expect(await outcomes(last)).toEqual({ ok: 1, 'mentor has no place left': 19 });

    const one = times(10).map((at) => write('pairing', `b${at}`, pairing('y', `no-limit-${at}`)));
    expect(await outcomes(one)).toEqual({ ok: 1, [unique('one_open_pairing')]: 9 });

    const meeting = {
      ...{ kind: 'one-to-one', status: 'scheduled', facilitator: { id: 'm-open' } },
      startsAt: '2030-01-01T10:00:00.000Z',
    };
    const slot = times(10).map((at) => write('meeting', `c${at}`, meeting));
    expect(await outcomes(slot)).toEqual({ ok: 1, [unique('one_booking')]: 9 });

    const answer = times(10).map(() => write('answer', 'p-1 key', {}));
    expect((await outcomes(answer)).ok).toBe(1);
  });
}

const unique = (name: string) => `duplicate key value violates unique constraint "${name}"`;

/** As the owner, without the lock that the service takes. */
function writeRaw(tx: Queries, tenant: string, kind: string, id: string, value: unknown) {
  return tx.query(`SELECT set_config('wayfellow.tenant', $1, true)`, [tenant]).then(() =>
    tx.query(
      `INSERT INTO records (tenant_id, kind, id, owner_id, value)
          VALUES ($1, $2, $3, '', $4::text::jsonb)`,
      [tenant, kind, id, JSON.stringify(value)],
    ),
  );
}
