import * as z from 'zod/mini';
import type { ConsentService } from '../../../backend.js';
import { BackendError } from '../../../errors.js';
import { isInForce, NewGrant, revoke, type Grant } from '../../../model/consent.js';
import { Id } from '../../../model/id.js';
import { RuleError } from '../../../model/rule-error.js';
import { forbid } from '../access.js';
import { grants, people } from '../collections.js';
import type { Call, Engine } from '../engine.js';
import { pageFields } from '../paging.js';

const List = z.object(pageFields);

/** What a grant opens, beside the list of grants itself. */
const TOPICS = ['checkIns', 'milestones', 'goals', 'pairings', 'messages'] as const;

/** Item by item, revocable, in force at once. */
export const consentService = (engine: Engine): ConsentService => ({
  list: (options) =>
    engine.read('consents.list', List, options ?? {}, options, async (call, request) => {
      const { records, me } = call;
      const page = await records.page(grants, ['of', me.id], request, { descending: true });
      for (const { id, grantorId } of page.items) records.show(grants.name, grantorId, id);
      return page;
    }),

  grant: (grant, options) =>
    engine.write('consents.grant', NewGrant, grant, options, async (call, made) => {
      const { me, now, records } = call;
      if (made.granteeId === me.id) invalid('granteeId');
      if (new Date(made.expiresAt) <= now) invalid('expiresAt');
      await records.get(people, made.granteeId);
      // One in force for each item, so that one revocation is enough.
      const earlier = await records.all(grants, ['between', me.id, made.granteeId], {
        only: (g) => g.scope === made.scope && isInForce(g, now),
      });
      for (const old of earlier) await save(call, revoke(old, me.id, now));
      return save(call, {
        ...made,
        id: call.newId(),
        grantorId: me.id,
        grantedAt: now.toISOString(),
      });
    }),

  revoke: (grantId, options) =>
    engine.write('consents.revoke', Id, grantId, options, async (call, id) => {
      const grant = await call.records.get(grants, id);
      call.access.among(grant.grantorId, grant.granteeId);
      try {
        return await save(call, revoke(grant, call.me.id, call.now));
      } catch (error) {
        if (error instanceof RuleError) forbid();
        throw error;
      }
    }),
});

async function save(call: Call, grant: Grant): Promise<Grant> {
  await call.records.put(grants, grant);
  call.changed('consents', [grant.grantorId, grant.granteeId], grant.id);
  // What the grantee sees elsewhere is no longer the same.
  for (const topic of TOPICS) call.changed(topic, [grant.granteeId]);
  return grant;
}

function invalid(detail: string): never {
  throw new BackendError('invalid-request', { detail });
}
