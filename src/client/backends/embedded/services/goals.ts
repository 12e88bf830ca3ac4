import * as z from 'zod/mini';
import type { GoalService } from '../../../backend.js';
import { GoalStatus, NewGoal, type Goal } from '../../../model/goal.js';
import { Id } from '../../../model/id.js';
import { goals } from '../collections.js';
import type { Call, Engine } from '../engine.js';
import { pageFields } from '../paging.js';

const List = z.object({ ...pageFields, personId: z.optional(Id) });
const SetStatus = z.object({ id: Id, status: GoalStatus });
/** Goals have no scope of their own: they are told with how the person is doing. */
const SCOPE = 'check-in-answers';

/** Treatment goals and assignments. */
export const goalService = (engine: Engine): GoalService => ({
  list: (options) =>
    engine.read('goals.list', List, options ?? {}, options, async (call, request) => {
      const owner = await call.access.owner(request.personId, SCOPE);
      const page = await call.records.page(goals, ['of', owner.id], request);
      return { ...page, items: await Promise.all(page.items.map((g) => present(call, g))) };
    }),

  add: (goal, options) =>
    engine.write('goals.add', NewGoal, goal, options, (call, added) =>
      save(call, {
        ...added,
        id: call.newId(),
        personId: call.me.id,
        title: { [call.me.session.locale ?? 'und']: added.title },
        status: 'active',
        setBy: call.me.session.person,
        changedAt: call.now.toISOString(),
      }),
    ),

  setStatus: (goalId, status, options) =>
    engine.write(
      'goals.setStatus',
      SetStatus,
      { id: goalId, status },
      options,
      async (call, asked) => {
        const goal = await call.records.get(goals, asked.id);
        call.access.among(goal.personId);
        return save(call, { ...goal, status: asked.status, changedAt: call.now.toISOString() });
      },
    ),
});

async function save(call: Call, goal: Goal): Promise<Goal> {
  await call.records.put(goals, goal);
  call.changed('goals', await call.access.readers(goal.personId, SCOPE), goal.id);
  return present(call, goal);
}

async function present(call: Call, goal: Goal): Promise<Goal> {
  return { ...goal, setBy: await call.access.person(goal.setBy) };
}
