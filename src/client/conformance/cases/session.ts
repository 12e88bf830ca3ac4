import { Session } from '../../model/session.js';
import { check, fits, refuses, same } from '../assert.js';
import { casesOf } from '../stage.js';

export const sessionCases = casesOf('session', {
  'says who is signed in': async (stage) => {
    for (const persona of ['participant', 'peer', 'mentor', 'clinician'] as const) {
      const session = await (await stage.as(persona)).session.current();
      same(fits(Session, session, 'The session').person.id, stage.world.people[persona], persona);
    }
  },

  'tells participants their time zone': async (stage) => {
    const session = await (await stage.as('participant')).session.current();
    same(session?.timeZone, stage.world.timeZone, 'The time zone');
  },

  'is null after sign-out': async (stage) => {
    const me = await stage.as('participant');
    await me.session.signOut();
    same(await me.session.current(), null, 'The session');
  },

  'ends without harm when it has ended already': async (stage) => {
    const me = await stage.as('participant');
    await me.session.signOut();
    await me.session.signOut();
  },

  'announces its end': async (stage) => {
    const me = await stage.as('participant');
    const ear = await stage.listen(me);
    await me.session.signOut();
    await ear.hears('session');
  },

  'is needed for everything else': async (stage) => {
    const me = await stage.as('participant');
    await me.session.signOut();
    await refuses(me.mentors.list(), 'unauthorized');
    await refuses(me.checkIns.list(), 'unauthorized');
    await refuses(me.checkIns.submit(stage.checkIn()), 'unauthorized');
  },

  'ends for one person and not for others': async (stage) => {
    const [me, peer] = [await stage.as('participant'), await stage.as('peer')];
    await me.session.signOut();
    check(await peer.session.current(), 'The other person should still be signed in');
  },
});
