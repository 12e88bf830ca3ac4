import { expect, it, vi } from 'vitest';
import type { Row } from '../../../../examples/server/src/database/database.js';
import { enter } from '../../../../examples/server/src/database/scope.js';
import { seedTenant } from '../../../../examples/server/src/database/seed-tenant.js';
import { crowded } from './crowd.js';
import { newTenant, outcomes, type Instance } from './instance.js';

const CROWD = 30;
const checkIn = (note: string) => ({
  on: '2026-01-02',
  timeZone: 'UTC',
  response: {
    resourceType: 'QuestionnaireResponse' as const,
    questionnaire: 'https://example.org/Questionnaire/daily',
    status: 'completed' as const,
    item: [{ linkId: 'note', answer: [{ valueString: note }] }],
  },
});

/** Calls of many people that are read and written together are each as if alone. */
export function together(instance: () => Instance): void {
  const clinicOf = async () => {
    const tenant = newTenant();
    await seedTenant(instance().db, tenant, crowded(CROWD));
    const crowd = Array.from({ length: CROWD }, (_, at) => instance().as(tenant, `crowd-${at}`));
    return { tenant, crowd };
  };
  const within = (tenantId: string, query: string) =>
    instance().db.transaction(async (tx) => {
      await enter(tx, { tenantId, personId: null });
      return tx.query<Row>(query);
    });

  it('keeps what many people of two clinics write at once, each in their own name', async () => {
    const [one, other] = [await clinicOf(), await clinicOf()];
    const heard = vi.fn();
    instance().feed.listen(one.tenant, heard);
    await Promise.all(
      [one, other].flatMap(({ crowd }, clinic) =>
        crowd.map((me, at) => me.checkIns.submit(checkIn(`${clinic} ${at}`))),
      ),
    );
    for (const [clinic, { tenant, crowd }] of [one, other].entries()) {
      for (const [at, me] of crowd.entries()) {
        const { items } = await me.checkIns.list();
        expect(items.map(({ response }) => response)).toEqual([
          checkIn(`${clinic} ${at}`).response,
        ]);
      }
      const audit = await within(tenant, 'SELECT actor_id, subject_id FROM audit');
      const names = crowd.map((_, at) => ({ actor_id: `crowd-${at}`, subject_id: `crowd-${at}` }));
      expect(audit).toHaveLength(CROWD);
      expect(audit).toEqual(expect.arrayContaining(names));
    }
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(CROWD));
    const told = heard.mock.calls.map(([{ to }]) => (to as string[]).join());
    expect(told.sort()).toEqual(one.crowd.map((_, at) => `crowd-${at}`).sort());
  });

  it('keeps all that one person writes at once', async () => {
    const { crowd } = await clinicOf();
    const me = crowd[0]!;
    const titles = crowd.map((_, at) => `Walk ${at}`);
    await Promise.all(titles.map((title) => me.goals.add({ title, kind: 'goal' })));
    const kept = (await me.goals.list()).items.map(({ title }) => Object.values(title)[0]);
    expect(kept.sort()).toEqual(titles.sort());
  });

  it('lets one that cannot be written keep nobody else from it', async () => {
    const { tenant, crowd } = await clinicOf();
    const calls = crowd.map((me, at) => me.drafts.put('note', at % 10 ? 'fine' : 'nul \0'));
    expect(await outcomes(calls)).toEqual({ ok: 27, 'invalid-request: text': 3 });
    expect(await within(tenant, `SELECT 1 FROM records WHERE kind = 'draft'`)).toHaveLength(0);
    for (const [at, me] of crowd.entries())
      expect((await me.drafts.get('note'))?.value).toBe(at % 10 ? 'fine' : undefined);
  });

  it('answers again what a key was answered, and refuses it for anything else', async () => {
    const { crowd } = await clinicOf();
    const me = crowd[0]!;
    const key = { idempotencyKey: 'the-key' };
    const answers = await Promise.all(crowd.map(() => me.checkIns.submit(checkIn('once'), key)));
    expect(new Set(answers.map(({ checkInId }) => checkInId)).size).toBe(1);
    const another = me.checkIns.submit(checkIn('twice'), key);
    await expect(another).rejects.toThrow('key-reused');
    expect((await me.checkIns.list()).items).toHaveLength(1);
  });
}
