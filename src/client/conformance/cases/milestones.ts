import { Milestone } from '../../model/milestone.js';
import { check, fits, refuses, same } from '../assert.js';
import { casesOf, type Seat, type Stage } from '../stage.js';

const CHEER = { reaction: 'heart', words: 'So glad' } as const;

function add(seat: Seat, stage: Stage, offset: number, title = 'A walk'): Promise<Milestone> {
  const { timeZone } = stage.world;
  return seat.milestones.add({ title, on: stage.day(offset), timeZone, note: 'By the river' });
}

function start(seat: Seat, stage: Stage, ago: number) {
  const { timeZone } = stage.world;
  return seat.milestones.changeRecord({ type: 'start', on: stage.day(-ago), timeZone });
}

const titles = (items: readonly Milestone[]) => items.map((m) => Object.values(m.title)[0]);

export const milestoneCases = casesOf('milestones', {
  'chips that were earned are past, newest first': async (stage) => {
    const me = await stage.as('participant');
    await start(me, stage, 65);
    const { items } = await me.milestones.list();
    for (const item of items) fits(Milestone, item, 'A milestone');
    same(
      items.map((m) => m.chip),
      ['60-days', '30-days', '24-hours'],
      'The chips',
    );
    same(items[0]?.on, stage.day(-5), 'The day of the newest');
    check(
      items.every((m) => m.reached && m.kind === 'chip'),
      'Each should be a chip that was reached',
    );
  },

  'chips to come are in sight, soonest first': async (stage) => {
    const me = await stage.as('participant');
    await start(me, stage, 65);
    const { items } = await me.milestones.list({ when: 'coming' });
    for (const item of items) fits(Milestone, item, 'A milestone');
    same([items[0]?.chip, items[0]?.on], ['90-days', stage.day(25)], 'The next chip');
    check(
      items.every((m) => !m.reached),
      'None of them should be reached',
    );
  },

  'personal milestones are past or coming by their date': async (stage) => {
    const me = await stage.as('participant');
    const past = fits(Milestone, await add(me, stage, -2, 'Called home'), 'The milestone');
    await add(me, stage, 5, 'Recital');
    await add(me, stage, 0, 'Today');
    same([past.kind, past.note, past.reached], ['personal', 'By the river', true], 'It');
    same(titles((await me.milestones.list()).items), ['Today', 'Called home'], 'Past');
    same(titles((await me.milestones.list({ when: 'coming' })).items), ['Recital'], 'Coming');
  },

  'personal milestones can be removed, chips cannot': async (stage) => {
    const me = await stage.as('participant');
    await start(me, stage, 2);
    const { id } = await add(me, stage, -1);
    await me.milestones.remove(id);
    const { items } = await me.milestones.list();
    same(
      items.map((m) => m.kind),
      ['chip'],
      'What is left',
    );
    await refuses(me.milestones.remove(items[0]?.id ?? ''), 'conflict', 'not-personal');
    await refuses(me.milestones.remove('no-such-milestone'), 'not-found');
  },

  'a milestone without a title or with a wrong date is refused': async (stage) => {
    const me = await stage.as('participant');
    await refuses(add(me, stage, 0, '   '), 'invalid-request');
    const { timeZone } = stage.world;
    const wrong = { title: 'A walk', on: '2024-02-30', timeZone };
    await refuses(me.milestones.add(wrong), 'invalid-request');
  },

  'milestones are closed until recovery dates are shared': async (stage) => {
    const [me, mentor] = [await stage.as('participant'), await stage.as('mentor')];
    await add(me, stage, -1);
    const of = { personId: stage.world.people.participant };
    await refuses(mentor.milestones.list(of), 'forbidden');
    const grant = await stage.share(me, 'recovery-dates');
    same((await mentor.milestones.list(of)).items.length, 1, 'What the mentor sees');
    await me.consents.revoke(grant.id);
    await refuses(mentor.milestones.list(of), 'forbidden');
  },

  'mentor and peers celebrate, each once': async (stage) => {
    const [me, mentor, peer] = [
      await stage.as('participant'),
      await stage.as('mentor'),
      await stage.as('peer'),
    ];
    const { id } = await add(me, stage, -1);
    await stage.share(me, 'recovery-dates');
    await stage.share(me, 'recovery-dates', stage.world.people.peer);
    await mentor.milestones.celebrate(id, CHEER);
    await peer.milestones.celebrate(id, { reaction: 'applause' });
    const again = await mentor.milestones.celebrate(id, { reaction: 'sunrise', words: 'Again!' });
    fits(Milestone, again, 'The milestone');
    const { celebrations = [] } = (await me.milestones.list()).items[0] ?? {};
    same(
      celebrations.map((c) => [c.from.id, c.reaction]).sort(),
      [
        [stage.world.people.mentor, 'sunrise'],
        [stage.world.people.peer, 'applause'],
      ].sort(),
      'The celebrations',
    );
  },

  'a celebration can be taken back': async (stage) => {
    const [me, mentor] = [await stage.as('participant'), await stage.as('mentor')];
    const { id } = await add(me, stage, -1);
    await stage.share(me, 'recovery-dates');
    await mentor.milestones.celebrate(id, CHEER);
    const after = await mentor.milestones.celebrate(id, null);
    same(after.celebrations, [], 'The celebrations');
    same((await me.milestones.list()).items[0]?.celebrations, [], 'What the participant sees');
  },

  'nobody celebrates what was not shared': async (stage) => {
    const [me, peer] = [await stage.as('participant'), await stage.as('peer')];
    const { id } = await add(me, stage, -1);
    await refuses(peer.milestones.celebrate(id, CHEER), ['forbidden', 'not-found']);
    const grant = await stage.share(me, 'recovery-dates', stage.world.people.peer);
    await me.consents.revoke(grant.id);
    await refuses(peer.milestones.celebrate(id, CHEER), ['forbidden', 'not-found']);
    same((await me.milestones.list()).items[0]?.celebrations, [], 'The celebrations');
  },

  'a chip keeps its celebrations through a return to use': async (stage) => {
    const [me, mentor] = [await stage.as('participant'), await stage.as('mentor')];
    await start(me, stage, 31);
    await stage.share(me, 'recovery-dates');
    const [chip] = (await me.milestones.list()).items;
    await mentor.milestones.celebrate(chip?.id ?? '', CHEER);
    const { timeZone } = stage.world;
    await me.milestones.changeRecord({ type: 'return-to-use', on: stage.day(), timeZone });
    const after = (await me.milestones.list()).items.find((m) => m.id === chip?.id);
    same(
      after?.celebrations.map((c) => c.words),
      [CHEER.words],
      'The celebrations',
    );
  },

  'nobody removes what is not theirs': async (stage) => {
    const [me, peer] = [await stage.as('participant'), await stage.as('peer')];
    const { id } = await add(me, stage, -1);
    await stage.share(me, 'recovery-dates', stage.world.people.peer);
    await refuses(peer.milestones.remove(id), ['forbidden', 'not-found']);
    same((await me.milestones.list()).items.length, 1, 'The milestones');
  },
});
