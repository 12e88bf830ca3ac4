import { Pairing, REQUEST_LIFETIME_MS } from '../../model/pairing.js';
import { check, fits, refuses, same } from '../assert.js';
import { casesOf } from '../stage.js';

const HOUR = 3_600_000;

export const pairingCases = casesOf('pairings', {
  'a request waits 72 hours for its answer': async (stage) => {
    const me = await stage.as('participant');
    const { open } = stage.world.mentors;
    const pairing = fits(
      Pairing,
      await me.pairings.request({ mentorId: open, message: 'Hello' }),
      'The pairing',
    );
    same([pairing.status, pairing.mentor.id], ['requested', open], 'Status and mentor');
    same(pairing.message, 'Hello', 'The message');
    same(
      Date.parse(pairing.expiresAt) - Date.parse(pairing.requestedAt),
      REQUEST_LIFETIME_MS,
      'The time until it lapses',
    );
    same(await me.pairings.get(pairing.id), pairing, 'The pairing read again');
  },

  'mentor and participant see the request': async (stage) => {
    const [me, mentor] = [await stage.as('participant'), await stage.as('mentor')];
    const { id } = await me.pairings.request({ mentorId: stage.world.mentors.open });
    for (const seat of [me, mentor]) {
      const { items } = await seat.pairings.list();
      same(
        items.map((p) => p.id),
        [id],
        'The pairings',
      );
      fits(Pairing, items[0], 'The pairing');
    }
  },

  'the mentor sees an alias until the name is shared': async (stage) => {
    const [me, mentor] = [await stage.as('participant'), await stage.as('mentor')];
    const { name } = (await me.session.current())?.person ?? {};
    const { id } = await me.pairings.request({ mentorId: stage.world.mentors.open });
    const before = (await mentor.pairings.get(id)).participant.name;
    check(before !== name, 'The mentor should not be told the name without a grant');
    await stage.share(me, 'name');
    same((await mentor.pairings.get(id)).participant.name, name, 'The name once granted');
  },

  'one open pairing at a time': async (stage) => {
    const me = await stage.as('participant');
    const { open, lastPlace } = stage.world.mentors;
    await me.pairings.request({ mentorId: open });
    await refuses(me.pairings.request({ mentorId: lastPlace }), 'conflict', 'already-paired');
    await refuses(me.pairings.request({ mentorId: open }), 'conflict', 'already-paired');
  },

  'one open pairing, also from two tabs at once': async (stage) => {
    const tabs = [await stage.as('participant'), await stage.as('participant')] as const;
    const { open, lastPlace } = stage.world.mentors;
    const results = await Promise.allSettled([
      tabs[0].pairings.request({ mentorId: open }),
      tabs[1].pairings.request({ mentorId: lastPlace }),
    ]);
    same(results.filter((r) => r.status === 'fulfilled').length, 1, 'Requests that went through');
    same((await tabs[0].pairings.list()).items.length, 1, 'Pairings on record');
  },

  'nobody is asked who is full': async (stage) => {
    const me = await stage.as('participant');
    const { full } = stage.world.mentors;
    await refuses(me.pairings.request({ mentorId: full }), 'conflict', 'no-capacity');
    same((await me.pairings.list()).items, [], 'The pairings');
  },

  'nobody is asked who rests': async (stage) => {
    const me = await stage.as('participant');
    const { paused } = stage.world.mentors;
    await refuses(me.pairings.request({ mentorId: paused }), 'conflict', 'mentor-paused');
  },

  'the last place is given once': async (stage) => {
    const [me, peer] = [await stage.as('participant'), await stage.as('peer')];
    const { lastPlace } = stage.world.mentors;
    await me.pairings.request({ mentorId: lastPlace });
    await refuses(peer.pairings.request({ mentorId: lastPlace }), 'conflict', 'no-capacity');
    same((await me.mentors.get(lastPlace)).openPlaces, 0, 'Open places');
  },

  'the last place is given once, also when two ask at once': async (stage) => {
    const [me, peer] = [await stage.as('participant'), await stage.as('peer')];
    const { lastPlace } = stage.world.mentors;
    const asked = [me, peer].map((seat) => seat.pairings.request({ mentorId: lastPlace }));
    const results = await Promise.allSettled(asked);
    const lost = results.findIndex((r) => r.status === 'rejected');
    same(results.filter((r) => r.status === 'fulfilled').length, 1, 'Requests that went through');
    await refuses(asked[lost] ?? Promise.resolve(), 'conflict', 'no-capacity');
  },

  'a request lapses after 72 hours and gives its place back': async (stage) => {
    const [me, mentor] = [await stage.as('participant'), await stage.as('mentor')];
    const { open } = stage.world.mentors;
    const before = (await me.mentors.get(open)).openPlaces;
    const { id } = await me.pairings.request({ mentorId: open });
    await stage.advance(REQUEST_LIFETIME_MS - HOUR);
    same((await me.pairings.get(id)).status, 'requested', 'The status an hour before');
    await stage.advance(HOUR + 1000);
    same((await me.pairings.get(id)).status, 'expired', 'The status after 72 hours');
    same((await me.pairings.list()).items[0]?.status, 'expired', 'The status in the list');
    same((await me.mentors.get(open)).openPlaces, before, 'Open places');
    await refuses(mentor.pairings.apply(id, { type: 'accept' }), 'conflict');
  },

  'after a lapsed request another may be made': async (stage) => {
    const me = await stage.as('participant');
    const { open, lastPlace } = stage.world.mentors;
    await me.pairings.request({ mentorId: open });
    await stage.advance(REQUEST_LIFETIME_MS + 1000);
    same((await me.pairings.request({ mentorId: lastPlace })).status, 'requested', 'The status');
  },

  'only the two of it see a pairing': async (stage) => {
    const [me, peer] = [await stage.as('participant'), await stage.as('peer')];
    const { id } = await me.pairings.request({ mentorId: stage.world.mentors.lastPlace });
    await refuses(peer.pairings.get(id), ['forbidden', 'not-found']);
    same((await peer.pairings.list()).items, [], "The other participant's pairings");
    const mentor = await stage.as('mentor');
    await refuses(mentor.pairings.get(id), ['forbidden', 'not-found']);
  },

  'lists newest first, and only one mentor when asked': async (stage) => {
    const me = await stage.as('participant');
    const { open, lastPlace } = stage.world.mentors;
    const first = await me.pairings.request({ mentorId: open });
    await me.pairings.apply(first.id, { type: 'cancel' });
    const second = await me.pairings.request({ mentorId: lastPlace });
    const ids = (await me.pairings.list()).items.map((p) => p.id);
    same(ids, [second.id, first.id], 'The pairings');
    const { items } = await me.pairings.list({ mentorId: open });
    same(
      items.map((p) => p.id),
      [first.id],
      'The pairings with one mentor',
    );
  },

  'an unknown mentor or pairing is not found': async (stage) => {
    const me = await stage.as('participant');
    await refuses(me.pairings.request({ mentorId: 'no-such-mentor' }), 'not-found');
    await refuses(me.pairings.get('no-such-pairing'), 'not-found');
    await refuses(me.pairings.apply('no-such-pairing', { type: 'cancel' }), 'not-found');
  },
});
