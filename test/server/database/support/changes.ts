import { expect, it, vi } from 'vitest';
import { RecordTransaction } from '../../../../examples/server/src/database/record-transaction.js';
import { seedTenant } from '../../../../examples/server/src/database/seed-tenant.js';
import { clinic } from '../../../client/backends/embedded/world.js';
import { newTenant, type Instance } from './instance.js';

/** What several instances tell each other. */
export function changes(here: () => Instance, there: () => Instance): void {
  it('tells people at another instance, of their own clinic alone', async () => {
    const [tenant, other] = [newTenant(), newTenant()];
    for (const each of [tenant, other]) await seedTenant(here().db, each, clinic);
    const [mentor, stranger] = [vi.fn(), vi.fn()];
    there().as(tenant, 'm-open', 'mentor').watch(mentor);
    there().as(other, 'm-open', 'mentor').watch(stranger);
    const { id } = await here().as(tenant, 'p-1').pairings.request({ mentorId: 'm-open' });
    await vi.waitFor(() => expect(mentor).toHaveBeenCalledWith({ topic: 'pairings', ids: [id] }));
    expect(stranger).not.toHaveBeenCalled();
  });

  it('tells more people than one notification holds', async () => {
    const tenant = newTenant();
    const heard = vi.fn();
    there().feed.listen(tenant, heard);
    const to = Array.from({ length: 2000 }, (_, at) => `somebody-${at}`);
    await here().db.transaction(async (tx) => {
      const scope = { tenantId: tenant, personId: null };
      const transaction = new RecordTransaction(tx, scope);
      await transaction.tell([{ topic: 'goals', to, ids: ['g-1'] }]);
      await transaction.flush(new Date());
    });
    await vi.waitFor(() => {
      const told = heard.mock.calls.flatMap(([a]) => (a as { to: string[] }).to);
      expect(told).toEqual(to);
    });
  });

  it('tells nobody of what was rolled back', async () => {
    const tenant = newTenant();
    const heard = vi.fn();
    there().feed.listen(tenant, heard);
    const tell = (topic: 'goals' | 'messages', fails: boolean) =>
      here().db.transaction(async (tx) => {
        const transaction = new RecordTransaction(tx, { tenantId: tenant, personId: null });
        await transaction.tell([{ topic, to: ['p-1'] }]);
        await transaction.flush(new Date());
        if (fails) throw new Error('after all not');
      });
    await expect(tell('goals', true)).rejects.toThrow('after all not');
    await tell('messages', false);
    await vi.waitFor(() => expect(heard).toHaveBeenCalled());
    expect(heard.mock.calls).toEqual([[{ topic: 'messages', to: ['p-1'] }]]);
  });
}
