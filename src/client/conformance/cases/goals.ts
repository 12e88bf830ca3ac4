import { Goal } from '../../model/goal.js';
import { check, fits, refuses, same } from '../assert.js';
import { casesOf } from '../stage.js';

const GOAL = { kind: 'goal', title: 'Sleep seven hours' } as const;

export const goalCases = casesOf('goals', {
  'a person adds goals of their own': async (stage) => {
    const me = await stage.as('participant');
    const dueOn = stage.day(7);
    const goal = fits(Goal, await me.goals.add({ ...GOAL, dueOn }), 'The goal');
    same([goal.status, goal.dueOn, goal.kind], ['active', dueOn, 'goal'], 'The goal');
    same(Object.values(goal.title), [GOAL.title], 'The title');
    same(goal.personId, stage.world.people.participant, 'Whose it is');
    const { items } = await me.goals.list();
    check(
      items.some((g) => g.id === goal.id),
      'It should be listed',
    );
  },

  'a goal changes its status': async (stage) => {
    const me = await stage.as('participant');
    const { id } = await me.goals.add(GOAL);
    for (const status of ['on-hold', 'active', 'completed'] as const)
      same((await me.goals.setStatus(id, status)).status, status, 'The status');
    const { items } = await me.goals.list();
    same(items.find((g) => g.id === id)?.status, 'completed', 'The status in the list');
  },

  'others neither see nor change it': async (stage) => {
    const me = await stage.as('participant');
    const { id } = await me.goals.add(GOAL);
    const personId = stage.world.people.participant;
    for (const persona of ['peer', 'mentor'] as const) {
      const other = await stage.as(persona);
      await refuses(other.goals.list({ personId }), 'forbidden');
      await refuses(other.goals.setStatus(id, 'cancelled'), ['forbidden', 'not-found']);
      const { items } = await other.goals.list();
      check(!items.some((g) => g.id === id), "It was listed among another's");
    }
  },

  'what is no goal is refused': async (stage) => {
    const me = await stage.as('participant');
    await refuses(me.goals.add({ kind: 'goal', title: ' ' }), 'invalid-request');
    const { id } = await me.goals.add(GOAL);
    await refuses(me.goals.setStatus(id, 'failed' as never), 'invalid-request');
    await refuses(me.goals.setStatus('no-such-goal', 'active'), 'not-found');
  },
});
