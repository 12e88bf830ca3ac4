import { refuses, same } from '../assert.js';
import { casesOf } from '../stage.js';

/** Changes of what somebody else has changed since it was read. */
export const concurrencyCases = [
  ...casesOf('pairings', {
    'a change of what was changed since it was seen is refused': async (stage) => {
      const [me, mentor] = [await stage.as('participant'), await stage.as('mentor')];
      const { id } = await stage.pair(me, mentor);
      const seen = await me.pairings.get(id);
      await mentor.pairings.apply(id, { type: 'pause' });
      await refuses(
        me.pairings.apply(id, { type: 'end' }, { seen }),
        'conflict',
        'changed-meanwhile',
      );
      same((await me.pairings.get(id)).status, 'paused', 'The pairing after the refusal');
    },

    'a change of what is as it was seen is made': async (stage) => {
      const [me, mentor] = [await stage.as('participant'), await stage.as('mentor')];
      const { id } = await stage.pair(me, mentor);
      const seen = await me.pairings.get(id);
      const paused = await me.pairings.apply(id, { type: 'pause' }, { seen });
      same(paused.status, 'paused', 'The pairing');
      const resumed = await me.pairings.apply(id, { type: 'resume' }, { seen: paused });
      same(resumed.status, 'active', 'The pairing, changed again by what the change answered');
    },

    'a key that was answered is answered again, whatever has changed since': async (stage) => {
      const [me, mentor] = [await stage.as('participant'), await stage.as('mentor')];
      const { id } = await stage.pair(me, mentor);
      const seen = await me.pairings.get(id);
      const options = { seen, idempotencyKey: 'rest' };
      const first = await me.pairings.apply(id, { type: 'pause' }, options);
      same(await me.pairings.apply(id, { type: 'pause' }, options), first, 'The answer');
    },
  }),

  ...casesOf('milestones', {
    'a record that another tab has changed is not changed unseen': async (stage) => {
      const [here, there] = [await stage.as('participant'), await stage.as('participant')];
      const { timeZone } = stage.world;
      const began = { type: 'start', on: stage.day(-9), timeZone } as const;
      const seen = await here.milestones.changeRecord(began);
      await there.milestones.changeRecord({ type: 'label', label: 'sober' });
      const label = { type: 'label', label: 'in-recovery' } as const;
      const late = here.milestones.changeRecord(label, { seen });
      await refuses(late, 'conflict', 'changed-meanwhile');
      const now = (await here.milestones.record()) ?? undefined;
      same(now?.label, 'sober', 'The label after the refusal');
      same((await here.milestones.changeRecord(label, { seen: now })).label, label.label, 'It');
    },
  }),

  ...casesOf('sessions', {
    'agreements are accepted as they were seen': async (stage) => {
      const [here, there] = [await stage.as('participant'), await stage.as('participant')];
      const { open } = stage.world.meetings;
      const seen = await here.sessions.get(open);
      const { version } = seen.agreements;
      const accepted = await there.sessions.accept(open, version, { seen });
      await refuses(here.sessions.accept(open, version, { seen }), 'conflict', 'changed-meanwhile');
      const again = await there.sessions.accept(open, version, { seen: accepted });
      same(again.accepted, accepted.accepted, 'The acceptance');
    },
  }),
];
