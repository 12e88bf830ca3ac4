import { MentorMatch } from '../../model/matching.js';
import { Mentor } from '../../model/mentor.js';
import { check, fits, refuses, same } from '../assert.js';
import { everyPage } from '../every-page.js';
import { casesOf } from '../stage.js';

export const mentorCases = casesOf('mentors', {
  'gives a mentor by id': async (stage) => {
    const me = await stage.as('participant');
    const { open } = stage.world.mentors;
    same(fits(Mentor, await me.mentors.get(open), 'The mentor').id, open, 'The id');
  },

  'lists all mentors, each fit to show': async (stage) => {
    const me = await stage.as('participant');
    const mentors = await everyPage((o) => me.mentors.list(o), 50);
    for (const mentor of mentors) fits(Mentor, mentor, 'A mentor');
    for (const id of Object.values(stage.world.mentors))
      check(
        mentors.some((m) => m.id === id),
        `The list should contain ${id}`,
      );
  },

  'has no mentor under an unknown id': async (stage) => {
    const me = await stage.as('participant');
    await refuses(me.mentors.get('no-such-mentor'), 'not-found');
    await refuses(me.mentors.match('no-such-mentor'), 'not-found');
  },

  'suggests with reasons, and neither the full nor the resting': async (stage) => {
    const me = await stage.as('participant');
    const { full, paused, open } = stage.world.mentors;
    const suggested = await everyPage((o) => me.mentors.suggest(o), 50);
    for (const match of suggested) fits(MentorMatch, match, 'A suggestion');
    const ids = suggested.map((s) => s.mentor.id);
    check(ids.includes(open), 'The mentor with places should be suggested');
    check(!ids.includes(full), 'A full mentor should not be suggested');
    check(!ids.includes(paused), 'A resting mentor should not be suggested');
  },

  'suggests nobody who has just become full': async (stage) => {
    const [me, peer] = [await stage.as('participant'), await stage.as('peer')];
    const { lastPlace } = stage.world.mentors;
    await peer.pairings.request({ mentorId: lastPlace });
    const suggested = await everyPage((o) => me.mentors.suggest(o), 50);
    check(!suggested.some((s) => s.mentor.id === lastPlace), 'A full mentor was suggested');
  },

  'explains also mentors who are full': async (stage) => {
    const me = await stage.as('participant');
    const { full } = stage.world.mentors;
    const match = fits(MentorMatch, await me.mentors.match(full), 'The match');
    same([match.mentor.id, match.mentor.openPlaces], [full, 0], 'The mentor and open places');
  },

  'counts places: a request takes one, cancelling gives it back': async (stage) => {
    const me = await stage.as('participant');
    const { open } = stage.world.mentors;
    const places = async () => (await me.mentors.get(open)).openPlaces;
    const before = await places();
    const { id } = await me.pairings.request({ mentorId: open });
    same(await places(), before - 1, 'Places after the request');
    await me.pairings.apply(id, { type: 'cancel' });
    same(await places(), before, 'Places after it was cancelled');
  },
});
