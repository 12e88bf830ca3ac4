import { Grant } from '../../model/consent.js';
import { check, fits, refuses, same } from '../assert.js';
import { casesOf } from '../stage.js';

export const consentCases = casesOf('consents', {
  'nothing is shared by default': async (stage) => {
    same((await (await stage.as('participant')).consents.list()).items, [], 'The grants');
  },

  'a grant says what, to whom, for what and until when': async (stage) => {
    const me = await stage.as('participant');
    const grant = fits(Grant, await stage.share(me, 'diagnosis'), 'The grant');
    const { participant, mentor } = stage.world.people;
    same([grant.grantorId, grant.granteeId], [participant, mentor], 'Who');
    same([grant.scope, grant.purpose], ['diagnosis', 'peer-support'], 'What and why');
    same(
      (await me.consents.list()).items.map((g) => g.id),
      [grant.id],
      'The grants',
    );
  },

  'the grantee sees it, others do not': async (stage) => {
    const me = await stage.as('participant');
    const { id } = await stage.share(me, 'name');
    const seen = async (persona: 'mentor' | 'peer') =>
      (await (await stage.as(persona)).consents.list()).items.some((g) => g.id === id);
    check(await seen('mentor'), 'The grantee should see the grant');
    check(!(await seen('peer')), 'Another participant sees the grant');
  },

  'a revoked grant stays on record': async (stage) => {
    const me = await stage.as('participant');
    const { id } = await stage.share(me, 'name');
    const revoked = fits(Grant, await me.consents.revoke(id), 'The grant');
    check(revoked.revokedAt, 'It should say when it was revoked');
    same((await me.consents.list()).items, [revoked], 'The grants');
  },

  'revoking twice keeps the first time': async (stage) => {
    const me = await stage.as('participant');
    const { id } = await stage.share(me, 'name');
    const first = await me.consents.revoke(id);
    await stage.settle();
    same((await me.consents.revoke(id)).revokedAt, first.revokedAt, 'When it was revoked');
  },

  'only who granted it revokes it': async (stage) => {
    const me = await stage.as('participant');
    const { id } = await stage.share(me, 'name');
    for (const persona of ['mentor', 'peer', 'clinician'] as const) {
      const other = await stage.as(persona);
      await refuses(other.consents.revoke(id), ['forbidden', 'not-found', 'conflict']);
    }
    same((await me.consents.list()).items[0]?.revokedAt, undefined, 'When it was revoked');
  },

  'granting again does not outlive one revocation': async (stage) => {
    const [me, mentor] = [await stage.as('participant'), await stage.as('mentor')];
    await stage.share(me, 'check-in-answers');
    const second = await stage.share(me, 'check-in-answers');
    await me.consents.revoke(second.id);
    const { participant: personId } = stage.world.people;
    await refuses(mentor.checkIns.list({ personId }), 'forbidden');
  },

  'a grant that is over before it begins is refused': async (stage) => {
    const me = await stage.as('participant');
    const { mentor } = stage.world.people;
    await refuses(stage.share(me, 'name', mentor, -1000), ['invalid-request', 'conflict']);
  },

  'what is no grant is refused': async (stage) => {
    const me = await stage.as('participant');
    await refuses(stage.share(me, 'everything' as never), 'invalid-request');
    await refuses(stage.share(me, 'name', 'no-such-person'), ['not-found', 'invalid-request']);
    await refuses(me.consents.revoke('no-such-grant'), 'not-found');
    same((await me.consents.list()).items, [], 'The grants');
  },
});
