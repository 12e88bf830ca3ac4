import { refuses, same } from '../assert.js';
import { casesOf } from '../stage.js';
import { keyedWrites } from './keyed-writes.js';

const KEY = { idempotencyKey: '6e5f9a52-0c6e-4b7b-8f55-0c1f6d0a7b11' };

export const idempotencyCases = keyedWrites.flatMap(({ service, what, prepare }) =>
  casesOf(service, {
    [`${what} under a repeated key is made once and answered alike`]: async (stage) => {
      const me = await stage.as('participant');
      const { make, count } = await prepare(stage, me);
      const before = await count();
      const first = await make(KEY);
      same(await make(KEY), first, 'The second answer');
      same((await count()) - before, 1, 'How many were made');
    },

    [`${what} sent twice at once under one key is made once`]: async (stage) => {
      const me = await stage.as('participant');
      const { make, count } = await prepare(stage, me);
      const before = await count();
      const [first, second] = await Promise.all([make(KEY), make(KEY)]);
      same(second, first, 'The second answer');
      same((await count()) - before, 1, 'How many were made');
    },

    [`${what} under the key of another is refused`]: async (stage) => {
      const me = await stage.as('participant');
      const { make, other, count } = await prepare(stage, me);
      const before = await count();
      await make(KEY);
      await refuses(other(KEY), 'conflict', 'key-reused');
      same((await count()) - before, 1, 'How many were made');
    },
  }),
);

idempotencyCases.push(
  ...casesOf('checkIns', {
    'a key is remembered in another connection': async (stage) => {
      const checkIn = stage.checkIn();
      const first = await (await stage.as('participant')).checkIns.submit(checkIn, KEY);
      const again = await stage.as('participant');
      same(await again.checkIns.submit(checkIn, KEY), first, 'The second answer');
      same((await again.checkIns.list()).items.length, 1, 'Check-ins on record');
    },

    'two people may happen on the same key': async (stage) => {
      const [me, peer] = [await stage.as('participant'), await stage.as('peer')];
      const checkIn = stage.checkIn();
      await me.checkIns.submit(checkIn, KEY);
      await peer.checkIns.submit(checkIn, KEY);
      same((await peer.checkIns.list()).items.length, 1, "The other participant's check-ins");
    },

    'a call that failed leaves its key free': async (stage) => {
      const me = await stage.as('participant');
      await refuses(me.checkIns.submit({} as never, KEY), 'invalid-request');
      same((await me.checkIns.submit(stage.checkIn(), KEY)).status, 'received', 'The status');
    },
  }),
);
