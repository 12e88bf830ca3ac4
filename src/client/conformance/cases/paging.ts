import { check, refuses, same } from '../assert.js';
import { everyPage } from '../every-page.js';
import { casesOf } from '../stage.js';
import { listings } from './listings.js';

export const pagingCases = listings.flatMap(({ service, what, fill, least }) =>
  casesOf(service, {
    [`paging through ${what} gives each once and in the same order`]: async (stage) => {
      const list = await fill(stage, await stage.as('participant'));
      const all = (await list({ limit: 200 })).items;
      check(all.length >= least, `There should be ${least} ${what}, but there are ${all.length}`);
      for (const limit of [1, 3].filter((limit) => all.length / limit < 90))
        same(await everyPage(list, limit), all, `The ${what}, ${limit} a page`);
    },

    [`a cursor of ${what} that nobody gave is refused`]: async (stage) => {
      const list = await fill(stage, await stage.as('participant'));
      await refuses(list({ cursor: 'no-such-cursor' }), 'invalid-request');
    },

    [`a page of ${what} has at least one item and a sensible limit`]: async (stage) => {
      const me = await stage.as('participant');
      const list = await fill(stage, me);
      await refuses(list({ limit: 0 }), 'invalid-request');
      await refuses(list({ limit: 1.5 }), 'invalid-request');
    },
  }),
);

pagingCases.push(
  ...casesOf('checkIns', {
    'a cursor holds while new ones arrive': async (stage) => {
      const me = await stage.as('participant');
      const days = [0, -1, -2, -3, -4].map((offset) => stage.day(offset));
      for (const day of days) await me.checkIns.submit(stage.checkIn(day));
      const first = await me.checkIns.list({ limit: 2 });
      await me.checkIns.submit(stage.checkIn(stage.day(), 9));
      const rest = await me.checkIns.list({ limit: 10, cursor: first.next });
      same(
        [...first.items, ...rest.items].map((c) => c.on),
        days,
        'The days of both pages',
      );
    },

    "a cursor does not open another's list": async (stage) => {
      const [me, peer] = [await stage.as('participant'), await stage.as('peer')];
      for (const day of [0, -1, -2]) await me.checkIns.submit(stage.checkIn(stage.day(day)));
      const { next } = await me.checkIns.list({ limit: 1 });
      let leaked: unknown[] = [];
      try {
        leaked = (await peer.checkIns.list({ cursor: next })).items;
      } catch {
        // Refusing it is as good.
      }
      same(leaked, [], 'What another participant reads with it');
    },
  }),
);
