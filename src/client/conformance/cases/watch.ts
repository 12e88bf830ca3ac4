import { check, same } from '../assert.js';
import { casesOf } from '../stage.js';

export const watchCases = [
  ...casesOf('checkIns', {
    'a change is heard where it was made, once it can be read': async (stage) => {
      const me = await stage.as('participant');
      let seen: Promise<number> | undefined;
      const end = me.watch(({ topic }) => {
        if (topic === 'checkIns') seen ??= me.checkIns.list().then((page) => page.items.length);
      });
      const ear = await stage.listen(me);
      await me.checkIns.submit(stage.checkIn());
      await ear.hears('checkIns');
      same(await seen, 1, 'Check-ins that could be read when the change was heard');
      end();
    },

    'a change is heard in another connection': async (stage) => {
      const [me, tab] = [await stage.as('participant'), await stage.as('participant')];
      const ear = await stage.listen(tab);
      await me.checkIns.submit(stage.checkIn());
      await ear.hears('checkIns');
      same((await tab.checkIns.list()).items.length, 1, 'Check-ins read there');
    },

    'a call that was refused changes nothing, and nothing is heard': async (stage) => {
      const me = await stage.as('participant');
      const ear = await stage.listen(me);
      await me.checkIns.submit({} as never).catch(() => undefined);
      await stage.settle();
      same(ear.changes, [], 'What was heard');
    },

    'a listener that has ended hears nothing': async (stage) => {
      const me = await stage.as('participant');
      const [ear, other] = [await stage.listen(me), await stage.listen(me)];
      ear.end();
      ear.end();
      await me.checkIns.submit(stage.checkIn());
      await other.hears('checkIns');
      same(ear.changes, [], 'What was heard');
    },

    'nobody hears of what they may not see': async (stage) => {
      const me = await stage.as('participant');
      const ears = await Promise.all(
        (['peer', 'mentor', 'clinician'] as const).map(async (persona) =>
          stage.listen(await stage.as(persona)),
        ),
      );
      const mine = await stage.listen(me);
      await me.checkIns.submit(stage.checkIn());
      await mine.hears('checkIns');
      await stage.settle();
      for (const ear of ears) check(!ear.has('checkIns'), 'A private change was heard');
    },

    'the mentor hears of what was shared, and no more once it is revoked': async (stage) => {
      const [me, mentor] = [await stage.as('participant'), await stage.as('mentor')];
      const grant = await stage.share(me, 'check-in-answers');
      await stage.settle();
      const before = await stage.listen(mentor);
      await me.checkIns.submit(stage.checkIn());
      await before.hears('checkIns');
      await me.consents.revoke(grant.id);
      await stage.settle();
      const after = await stage.listen(mentor);
      await me.checkIns.submit(stage.checkIn());
      await stage.settle();
      check(!after.has('checkIns'), 'A change was heard after the grant was revoked');
    },
  }),

  ...casesOf('pairings', {
    'the mentor hears of a request, another participant does not': async (stage) => {
      const me = await stage.as('participant');
      const mentor = await stage.listen(await stage.as('mentor'));
      const peer = await stage.listen(await stage.as('peer'));
      await me.pairings.request({ mentorId: stage.world.mentors.open });
      await mentor.hears('pairings');
      await stage.settle();
      check(!peer.has('pairings'), 'Another participant heard of the request');
    },

    'the participant hears of the answer': async (stage) => {
      const [me, mentor] = [await stage.as('participant'), await stage.as('mentor')];
      const { id } = await me.pairings.request({ mentorId: stage.world.mentors.open });
      const ear = await stage.listen(me);
      await mentor.pairings.apply(id, { type: 'accept' });
      await ear.hears('pairings');
    },
  }),

  ...casesOf('messages', {
    'the other side hears of a message, nobody else does': async (stage) => {
      const [me, mentor] = [await stage.as('participant'), await stage.as('mentor')];
      const { id } = await stage.pair(me, mentor);
      const [ear, peer] = [await stage.listen(mentor), await stage.listen(await stage.as('peer'))];
      await me.messages.send(id, { kind: 'message', text: 'Hello' });
      await ear.hears('messages');
      await stage.settle();
      check(!peer.has('messages'), 'Another participant heard of the message');
    },
  }),

  ...casesOf('milestones', {
    'a return to use is broadcast to nobody': async (stage) => {
      const me = await stage.as('participant');
      const { timeZone } = stage.world;
      await me.milestones.changeRecord({ type: 'start', on: stage.day(-9), timeZone });
      await stage.settle();
      const ears = await Promise.all(
        (['peer', 'mentor', 'clinician'] as const).map(async (persona) =>
          stage.listen(await stage.as(persona)),
        ),
      );
      await me.milestones.changeRecord({ type: 'return-to-use', on: stage.day(), timeZone });
      await stage.settle();
      for (const ear of ears) same(ear.changes, [], 'What others heard');
    },
  }),

  ...casesOf('consents', {
    'the grantee hears of a grant and of its end': async (stage) => {
      const me = await stage.as('participant');
      const first = await stage.listen(await stage.as('mentor'));
      const grant = await stage.share(me, 'name');
      await first.hears('consents');
      const second = await stage.listen(await stage.as('mentor'));
      await me.consents.revoke(grant.id);
      await second.hears('consents');
    },
  }),

  ...casesOf('safety', {
    'clinicians hear of an alert, mentors and peers do not': async (stage) => {
      const me = await stage.as('participant');
      const clinician = await stage.listen(await stage.as('clinician'));
      const others = [
        await stage.listen(await stage.as('mentor')),
        await stage.listen(await stage.as('peer')),
      ];
      const raisedAt = stage.now().toISOString();
      await me.safety.raise({ triggers: [{ type: 'not-safe-now' }], raisedAt });
      await clinician.hears('safety');
      await stage.settle();
      for (const other of others) check(!other.has('safety'), 'Others heard of the alert');
    },
  }),

  ...casesOf('drafts', {
    "nobody hears of another's drafts": async (stage) => {
      const me = await stage.as('participant');
      const peer = await stage.listen(await stage.as('peer'));
      await me.drafts.put('key', 1);
      await stage.settle();
      same(peer.changes, [], 'What was heard');
    },
  }),
];
