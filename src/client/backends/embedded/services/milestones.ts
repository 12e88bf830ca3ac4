import * as z from 'zod/mini';
import type { MilestoneService } from '../../../backend.js';
import { NewCelebration } from '../../../model/celebration.js';
import { addDays } from '../../../model/date-time.js';
import { Id } from '../../../model/id.js';
import type { Milestone } from '../../../model/milestone.js';
import { NewMilestone } from '../../../model/milestone.js';
import { changeRecord, RecordChange } from '../../../model/recovery-record.js';
import { RuleError } from '../../../model/rule-error.js';
import { celebrationsOf, chipsOf, locate, replaceCelebrations, todayOf } from '../chips.js';
import { milestones, recoveryRecords, type StoredMilestone } from '../collections.js';
import type { Call, Engine } from '../engine.js';
import { pageFields } from '../paging.js';

const Of = z.object({ personId: z.optional(Id) });
const List = z.object({
  ...pageFields,
  personId: z.optional(Id),
  when: z.optional(z.enum(['past', 'coming'])),
});
const Celebrate = z.object({ id: Id, celebration: z.nullable(NewCelebration) });
const SCOPE = 'recovery-dates';

/** Recovery time, and what was reached and is to come. */
export const milestoneService = (engine: Engine): MilestoneService => ({
  record: (options) =>
    engine.read('milestones.record', Of, options ?? {}, options, async (call, { personId }) => {
      const owner = await call.access.owner(personId, SCOPE);
      const record = await call.records.find(recoveryRecords, owner.id);
      return record?.chapters.length ? record : null;
    }),

  changeRecord: (change, options) =>
    engine.write('milestones.changeRecord', RecordChange, change, options, async (call, asked) => {
      const { id: personId } = call.me;
      const before = (await call.records.find(recoveryRecords, personId)) ?? {
        personId,
        label: 'in-recovery' as const,
        chapters: [],
      };
      await call.unchanged(() => before);
      const after = changeRecord(before, asked, call.now, call.newId());
      await call.records.put(recoveryRecords, after);
      // No id: a change of a date may move any chip.
      call.changed('milestones', await call.access.readers(personId, SCOPE));
      return after;
    }),

  list: (options) =>
    engine.read('milestones.list', List, options ?? {}, options, async (call, request) => {
      const { personId, when = 'past' } = request;
      const past = when === 'past';
      const owner = await call.access.owner(personId, SCOPE);
      const today = todayOf(owner, call.now);
      const page = await call.records.page(milestones, ['of', owner.id], request, {
        descending: past,
        ...(past ? { to: today } : { from: addDays(today, 1) }),
        among: (await chipsOf(call, owner, when)).map((value) => ({
          at: [value.on, value.id],
          value,
        })),
      });
      const items = page.items.map((milestone) => present(call, milestone, today));
      return { ...page, items: await Promise.all(items) };
    }),

  add: (milestone, options) =>
    engine.write('milestones.add', NewMilestone, milestone, options, async (call, added) => {
      const { id: personId, session } = call.me;
      const stored = await call.records.put(milestones, {
        ...added,
        id: call.newId(),
        personId,
        kind: 'personal',
        title: { [session.locale ?? 'und']: added.title },
        recordedAt: call.now.toISOString(),
        celebrations: [],
      });
      return announce(call, stored, todayOf(call.me, call.now));
    }),

  remove: (milestoneId, options) =>
    engine.write('milestones.remove', Id, milestoneId, options, async (call, id) => {
      const { milestone } = await locate(call, id);
      call.access.among(milestone.personId);
      if (milestone.kind !== 'personal') throw new RuleError('not-personal');
      await call.records.remove(milestones, id);
      call.changed('milestones', await call.access.readers(call.me.id, SCOPE), id);
    }),

  celebrate: (milestoneId, celebration, options) =>
    engine.write(
      'milestones.celebrate',
      Celebrate,
      { id: milestoneId, celebration },
      options,
      async (call, { id, celebration: mine }) => {
        const { milestone, owner } = await locate(call, id);
        await call.access.owner(owner.id, SCOPE);
        const today = todayOf(owner, call.now);
        if (milestone.on > today) throw new RuleError('not-reached');
        const others = (await celebrationsOf(call, milestone)).filter(
          ({ from }) => from.id !== call.me.id,
        );
        const from = call.me.session.person;
        const at = call.now.toISOString();
        const celebrations = mine ? [...others, { ...mine, id: call.newId(), from, at }] : others;
        return announce(call, await replaceCelebrations(call, milestone, celebrations), today);
      },
    ),
});

async function announce(call: Call, milestone: StoredMilestone, today: string): Promise<Milestone> {
  const readers = await call.access.readers(milestone.personId, SCOPE);
  call.changed('milestones', readers, milestone.id);
  return present(call, milestone, today);
}

async function present(call: Call, milestone: StoredMilestone, today: string): Promise<Milestone> {
  const celebrations = await call.access.celebrations(await celebrationsOf(call, milestone));
  return { ...milestone, reached: milestone.on <= today, celebrations };
}
