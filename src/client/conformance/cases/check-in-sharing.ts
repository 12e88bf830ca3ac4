import { CheckIn } from '../../model/check-in.js';
import { check, fits, refuses, same } from '../assert.js';
import { casesOf, type Seat } from '../stage.js';

const HOUR = 3_600_000;

/** What the seat reads of the participant's free text. */
async function textSeen(seat: Seat, personId: string): Promise<unknown> {
  const { items } = await seat.checkIns.list({ personId });
  const [checkIn] = items;
  check(checkIn, 'There should be a check-in to read');
  fits(CheckIn, checkIn, 'A check-in');
  return checkIn.response.item?.find((i) => i.linkId === 'reflection')?.answer?.[0]?.valueString;
}

export const checkInSharingCases = casesOf('checkIns', {
  'is closed to everybody by default': async (stage) => {
    const me = await stage.as('participant');
    await me.checkIns.submit(stage.checkIn());
    const personId = stage.world.people.participant;
    for (const persona of ['mentor', 'peer', 'clinician'] as const)
      await refuses((await stage.as(persona)).checkIns.list({ personId }), 'forbidden');
  },

  'stays closed to a mentor who was accepted': async (stage) => {
    const [me, mentor] = [await stage.as('participant'), await stage.as('mentor')];
    await stage.pair(me, mentor);
    await me.checkIns.submit(stage.checkIn());
    const personId = stage.world.people.participant;
    await refuses(mentor.checkIns.list({ personId }), 'forbidden');
  },

  'opens by a grant, without free text': async (stage) => {
    const [me, mentor] = [await stage.as('participant'), await stage.as('mentor')];
    await me.checkIns.submit(stage.checkIn(stage.day(), 7, 'Only for me'));
    await stage.share(me, 'check-in-answers');
    const personId = stage.world.people.participant;
    same(await textSeen(mentor, personId), undefined, 'The free text');
    const { items } = await mentor.checkIns.list({ personId });
    check(!JSON.stringify(items).includes('Only for me'), 'Free text leaked without a grant');
    const mood = items[0]?.response.item?.find((i) => i.linkId === 'mood');
    same(mood?.answer?.[0]?.valueInteger, 7, 'The mood');
  },

  'shows free text once that is granted too': async (stage) => {
    const [me, mentor] = [await stage.as('participant'), await stage.as('mentor')];
    await me.checkIns.submit(stage.checkIn(stage.day(), 7, 'For you as well'));
    await stage.share(me, 'check-in-answers');
    const text = await stage.share(me, 'free-text');
    const personId = stage.world.people.participant;
    same(await textSeen(mentor, personId), 'For you as well', 'The free text');
    await me.consents.revoke(text.id);
    same(await textSeen(mentor, personId), undefined, 'The free text after revoking');
  },

  'does not open by the grant of another item': async (stage) => {
    const [me, mentor] = [await stage.as('participant'), await stage.as('mentor')];
    await me.checkIns.submit(stage.checkIn());
    await stage.share(me, 'free-text');
    await stage.share(me, 'recovery-dates');
    await refuses(mentor.checkIns.list({ personId: stage.world.people.participant }), 'forbidden');
  },

  'does not open to others than the grantee': async (stage) => {
    const [me, peer] = [await stage.as('participant'), await stage.as('peer')];
    await me.checkIns.submit(stage.checkIn());
    await stage.share(me, 'check-in-answers');
    await refuses(peer.checkIns.list({ personId: stage.world.people.participant }), 'forbidden');
  },

  'closes at once when the grant is revoked': async (stage) => {
    const [me, mentor] = [await stage.as('participant'), await stage.as('mentor')];
    await me.checkIns.submit(stage.checkIn());
    const grant = await stage.share(me, 'check-in-answers');
    const personId = stage.world.people.participant;
    await mentor.checkIns.list({ personId });
    await me.consents.revoke(grant.id);
    await refuses(mentor.checkIns.list({ personId }), 'forbidden');
  },

  'closes when the grant expires': async (stage) => {
    const [me, mentor] = [await stage.as('participant'), await stage.as('mentor')];
    await me.checkIns.submit(stage.checkIn());
    await stage.share(me, 'check-in-answers', stage.world.people.mentor, HOUR);
    const personId = stage.world.people.participant;
    await mentor.checkIns.list({ personId });
    await stage.advance(HOUR + 1000);
    await refuses(mentor.checkIns.list({ personId }), 'forbidden');
  },

  "never lists another's among one's own": async (stage) => {
    const [me, peer] = [await stage.as('participant'), await stage.as('peer')];
    await me.checkIns.submit(stage.checkIn());
    same((await peer.checkIns.list()).items, [], "The other participant's check-ins");
  },
});
