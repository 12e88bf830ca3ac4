import { Meeting, Opening } from '../../model/meeting.js';
import { check, fits, refuses, same } from '../assert.js';
import { everyPage } from '../every-page.js';
import { casesOf, type Seat, type Stage } from '../stage.js';
import { inOrder, starts } from './sessions.js';

/** The first free time of the mentor. */
async function firstOpening(seat: Seat, stage: Stage): Promise<Opening> {
  const [opening] = (await seat.sessions.openings(stage.world.mentors.open, { limit: 1 })).items;
  check(opening, 'The mentor should have a free time within two weeks');
  return opening;
}

export const bookingCases = casesOf('sessions', {
  'free times of a mentor come soonest first': async (stage) => {
    const me = await stage.as('participant');
    const { open } = stage.world.mentors;
    const openings = await everyPage((o) => me.sessions.openings(open, o), 50);
    check(openings.length, 'There should be free times');
    for (const opening of openings) {
      same(fits(Opening, opening, 'An opening').mentorId, open, 'The mentor');
      check(Date.parse(opening.startsAt) > +stage.now(), 'A free time should not be past');
    }
    check(inOrder(starts(openings)), 'The soonest should come first');
    await refuses(me.sessions.openings('no-such-mentor'), 'not-found');
  },

  'a booked time is a meeting of both and no longer free': async (stage) => {
    const [me, mentor] = [await stage.as('participant'), await stage.as('mentor')];
    await stage.pair(me, mentor);
    const opening = await firstOpening(me, stage);
    const meeting = fits(Meeting, await me.sessions.book(opening), 'The meeting');
    same([meeting.kind, meeting.status], ['one-to-one', 'scheduled'], 'Kind and status');
    same(starts([meeting]), starts([opening]), 'The start');
    for (const seat of [me, mentor]) {
      const meetings = await everyPage((o) => seat.sessions.list(o), 50);
      check(
        meetings.some((m) => m.id === meeting.id),
        'Both should find it in their list',
      );
    }
    const next = await firstOpening(me, stage);
    check(next.startsAt !== opening.startsAt, 'The time should no longer be free');
    await refuses(me.sessions.book(opening), 'conflict', 'taken');
  },

  'a time is given once, also when two book at once': async (stage) => {
    const [me, peer, mentor] = [
      await stage.as('participant'),
      await stage.as('peer'),
      await stage.as('mentor'),
    ];
    await stage.pair(me, mentor);
    await stage.pair(peer, mentor);
    const opening = await firstOpening(me, stage);
    const booked = [me, peer].map((seat) => seat.sessions.book(opening));
    const results = await Promise.allSettled(booked);
    same(results.filter((r) => r.status === 'fulfilled').length, 1, 'Bookings that went through');
    const lost = results.findIndex((r) => r.status === 'rejected');
    await refuses(booked[lost] ?? Promise.resolve(), 'conflict', 'taken');
  },

  'a one-to-one that is cancelled is free again': async (stage) => {
    const [me, mentor] = [await stage.as('participant'), await stage.as('mentor')];
    await stage.pair(me, mentor);
    const opening = await firstOpening(me, stage);
    const { id } = await me.sessions.book(opening);
    same((await mentor.sessions.cancel(id)).status, 'cancelled', 'The status');
    same((await me.sessions.get(id)).status, 'cancelled', 'The status the participant reads');
    same((await firstOpening(me, stage)).startsAt, opening.startsAt, 'The first free time');
  },

  'others neither see nor change a one-to-one': async (stage) => {
    const [me, mentor] = [await stage.as('participant'), await stage.as('mentor')];
    await stage.pair(me, mentor);
    const { id } = await me.sessions.book(await firstOpening(me, stage));
    const peer = await stage.as('peer');
    await refuses(peer.sessions.get(id), ['forbidden', 'not-found']);
    await refuses(peer.sessions.access(id), ['forbidden', 'not-found']);
    await refuses(peer.sessions.cancel(id), ['forbidden', 'not-found']);
    const joinedAt = stage.now().toISOString();
    await refuses(peer.sessions.attend({ meetingId: id, joinedAt }), ['forbidden', 'not-found']);
    const meetings = await everyPage((o) => peer.sessions.list(o), 50);
    check(!meetings.some((m) => m.id === id), 'It was listed to another participant');
  },
});
