import { CheckIn, CheckInReceipt } from '../../model/check-in.js';
import { fits, refuses, same } from '../assert.js';
import { casesOf, QUESTIONNAIRE } from '../stage.js';

const onOf = async (list: Promise<{ items: CheckIn[] }>) => (await list).items.map((c) => c.on);

export const checkInCases = casesOf('checkIns', {
  'keeps what was sent, as it was sent': async (stage) => {
    const me = await stage.as('participant');
    const sent = stage.checkIn();
    const receipt = fits(CheckInReceipt, await me.checkIns.submit(sent), 'The receipt');
    same(receipt.status, 'received', 'The status');
    const { items } = await me.checkIns.list();
    same(items.length, 1, 'Check-ins on record');
    const kept = fits(CheckIn, items[0], 'The check-in');
    same([kept.id, kept.personId], [receipt.checkInId, stage.world.people.participant], 'Ids');
    same([kept.on, kept.timeZone], [sent.on, sent.timeZone], 'The day');
    same(kept.response.item, sent.response.item, 'The answers');
  },

  'is there in another connection': async (stage) => {
    await (await stage.as('participant')).checkIns.submit(stage.checkIn());
    same((await (await stage.as('participant')).checkIns.list()).items.length, 1, 'Check-ins');
  },

  'lists by day, newest first': async (stage) => {
    const me = await stage.as('participant');
    for (const day of [-2, 0, -5]) await me.checkIns.submit(stage.checkIn(stage.day(day)));
    same(
      await onOf(me.checkIns.list()),
      [0, -2, -5].map((d) => stage.day(d)),
      'The days',
    );
  },

  'bounds a list by days, both inclusive': async (stage) => {
    const me = await stage.as('participant');
    for (const day of [-4, -3, -2, -1]) await me.checkIns.submit(stage.checkIn(stage.day(day)));
    const range = { from: stage.day(-3), to: stage.day(-2) };
    same(await onOf(me.checkIns.list(range)), [range.to, range.from], 'The days');
  },

  'lists one questionnaire when asked': async (stage) => {
    const me = await stage.as('participant');
    const other = stage.checkIn(stage.day(-1));
    other.response.questionnaire = 'https://clinic.example/Questionnaire/weekly|2';
    await me.checkIns.submit(other);
    await me.checkIns.submit(stage.checkIn());
    same(await onOf(me.checkIns.list({ questionnaire: QUESTIONNAIRE })), [stage.day()], 'Days');
  },

  'keeps two check-ins of one day': async (stage) => {
    const me = await stage.as('participant');
    await me.checkIns.submit(stage.checkIn());
    await me.checkIns.submit(stage.checkIn());
    same((await me.checkIns.list()).items.length, 2, 'Check-ins');
  },

  'refuses a day that is still to come': async (stage) => {
    const me = await stage.as('participant');
    const ahead = stage.checkIn(stage.day(3));
    await refuses(me.checkIns.submit(ahead), ['conflict', 'invalid-request']);
  },

  'refuses what is no check-in': async (stage) => {
    const me = await stage.as('participant');
    const good = stage.checkIn();
    for (const bad of [
      { ...good, on: '24/12/2024' },
      { ...good, timeZone: 'Mars/Olympus' },
      { ...good, response: { resourceType: 'Patient' } },
      {},
    ])
      await refuses(me.checkIns.submit(bad as never), 'invalid-request');
    same((await me.checkIns.list()).items, [], 'Check-ins');
  },
});
