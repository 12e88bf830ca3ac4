import * as z from 'zod/mini';
import type { DraftService } from '../../../backend.js';
import { drafts } from '../collections.js';
import type { Engine } from '../engine.js';

const Key = z.string().check(z.minLength(1), z.maxLength(1024));
const Put = z.object({ key: Key, value: z.unknown() });

/** Half-written things, for their writer alone. */
export const draftService = (engine: Engine): DraftService => ({
  get: (key, options) =>
    engine.read('drafts.get', Key, key, options, async ({ me, records }, wanted) => {
      const kept = await records.find(drafts, `${me.id} ${wanted}`);
      return kept ? kept.draft : null;
    }),

  put: (key, value, options) =>
    engine.write('drafts.put', Put, { key, value }, options, async (call, put) => {
      const { id: personId } = call.me;
      const draft = { key: put.key, value: put.value, savedAt: call.now.toISOString() };
      await call.records.put(drafts, { id: `${personId} ${put.key}`, personId, draft });
      call.changed('drafts', [personId], put.key);
    }),

  remove: (key, options) =>
    engine.write('drafts.remove', Key, key, options, async (call, wanted) => {
      await call.records.remove(drafts, `${call.me.id} ${wanted}`);
      call.changed('drafts', [call.me.id], wanted);
    }),
});
