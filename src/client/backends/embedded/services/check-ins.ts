import * as z from 'zod/mini';
import type { CheckInService } from '../../../backend.js';
import { BackendError } from '../../../errors.js';
import { NewCheckIn, type CheckIn } from '../../../model/check-in.js';
import { LocalDate, localDateAt } from '../../../model/date-time.js';
import { Id } from '../../../model/id.js';
import { RuleError } from '../../../model/rule-error.js';
import { withoutFreeText } from '../access.js';
import { checkIns, unversioned } from '../collections.js';
import type { Engine } from '../engine.js';
import { pageFields } from '../paging.js';

const List = z.object({
  ...pageFields,
  personId: z.optional(Id),
  from: z.optional(LocalDate),
  to: z.optional(LocalDate),
  questionnaire: z.optional(z.string()),
});

/** Reminders and follow-up, which few pages ask for. */
const accountability = () =>
  import('./accountability.js').catch((cause: unknown) => {
    throw new BackendError('unavailable', { cause });
  });

/** Check-ins, read by others only as far as they were shared. */
export const checkInService = (engine: Engine): CheckInService => ({
  submit: (checkIn, options) =>
    engine.write('checkIns.submit', NewCheckIn, checkIn, options, async (call, sent) => {
      if (sent.on > localDateAt(call.now, sent.timeZone)) throw new RuleError('date-in-future');
      const at = call.now.toISOString();
      const { id: personId } = call.me;
      const stored = { ...sent, id: call.newId(), personId, receivedAt: at };
      await call.records.put(checkIns, stored);
      const readers = await call.access.readers(personId, 'check-in-answers');
      call.changed('checkIns', readers, stored.id);
      return { status: 'received', checkInId: stored.id, at };
    }),

  plan: async (options) => (await accountability()).plan(engine, options),
  followUps: async (options) => (await accountability()).quiet(engine, options),

  list: (options) =>
    engine.read('checkIns.list', List, options ?? {}, options, async (call, request) => {
      const { personId, from, to, questionnaire } = request;
      const owner = await call.access.owner(personId, 'check-in-answers');
      const prefix =
        questionnaire === undefined
          ? ['of', owner.id]
          : ['to', owner.id, unversioned(questionnaire)];
      const page = await call.records.page(checkIns, prefix, request, {
        descending: true,
        from,
        to,
        ...(questionnaire?.includes('|')
          ? { only: (c: CheckIn) => c.response.questionnaire === questionnaire }
          : {}),
      });
      if (await call.access.may(owner.id, 'free-text')) return page;
      return { ...page, items: page.items.map(withoutFreeText) };
    }),
});
