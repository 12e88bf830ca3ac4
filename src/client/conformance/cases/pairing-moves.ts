import { Pairing, type DeclineReason, type PairingAction } from '../../model/pairing.js';
import { check, fits, refuses, same } from '../assert.js';
import { casesOf, type Seat, type Stage } from '../stage.js';

async function asked(stage: Stage): Promise<{ me: Seat; mentor: Seat; id: string }> {
  const [me, mentor] = [await stage.as('participant'), await stage.as('mentor')];
  const { id } = await me.pairings.request({ mentorId: stage.world.mentors.open });
  return { me, mentor, id };
}

/** Applies the action, checks the answer, and that the other side reads the same. */
async function moves(
  [by, other]: readonly [Seat, Seat],
  id: string,
  action: PairingAction,
  status: Pairing['status'],
): Promise<Pairing> {
  const after = fits(Pairing, await by.pairings.apply(id, action), 'The pairing');
  same(after.status, status, `The status after "${action.type}"`);
  same((await other.pairings.get(id)).status, status, 'The status that the other side reads');
  return after;
}

export const pairingMoveCases = casesOf('pairings', {
  'the mentor accepts': async (stage) => {
    const { me, mentor, id } = await asked(stage);
    await moves([mentor, me], id, { type: 'accept' }, 'active');
  },

  'the mentor declines, with a reason': async (stage) => {
    const { me, mentor, id } = await asked(stage);
    const reason: DeclineReason = 'better-fit';
    await moves([mentor, me], id, { type: 'decline', reason }, 'declined');
    same((await me.pairings.get(id)).declineReason, reason, 'The reason');
    same((await me.pairings.list()).items.length, 1, 'It stays on record; the pairings');
  },

  'the participant cancels a request': async (stage) => {
    const { me, mentor, id } = await asked(stage);
    await moves([me, mentor], id, { type: 'cancel' }, 'ended');
  },

  'either side pauses and resumes': async (stage) => {
    const { me, mentor, id } = await asked(stage);
    await mentor.pairings.apply(id, { type: 'accept' });
    for (const sides of [[me, mentor] as const, [mentor, me] as const]) {
      await moves(sides, id, { type: 'pause' }, 'paused');
      await moves(sides, id, { type: 'resume' }, 'active');
    }
  },

  'a rest ends when the one who paused says so': async (stage) => {
    const { me, mentor, id } = await asked(stage);
    await mentor.pairings.apply(id, { type: 'accept' });
    await moves([mentor, me], id, { type: 'pause' }, 'paused');
    await refuses(me.pairings.apply(id, { type: 'resume' }), 'conflict', 'paused-by-other');
    same((await mentor.pairings.get(id)).status, 'paused', 'The status');
  },

  'ending needs no reason, and another request may follow': async (stage) => {
    const { me, mentor, id } = await asked(stage);
    await mentor.pairings.apply(id, { type: 'accept' });
    await moves([me, mentor], id, { type: 'end' }, 'ended');
    const { lastPlace } = stage.world.mentors;
    same((await me.pairings.request({ mentorId: lastPlace })).status, 'requested', 'The status');
  },

  'continuing care begins once both agree': async (stage) => {
    const { me, mentor, id } = await asked(stage);
    await mentor.pairings.apply(id, { type: 'accept' });
    const one = await moves([me, mentor], id, { type: 'continue' }, 'active');
    same([one.phase, one.continuingConsent], ['programme', ['participant']], 'After one agreed');
    const both = await moves([mentor, me], id, { type: 'continue' }, 'active');
    same(both.phase, 'continuing-care', 'The phase');
    check(both.continuingConsent.length === 2, 'Both consents should be on record');
  },

  'each move belongs to one side': async (stage) => {
    const { me, mentor, id } = await asked(stage);
    await refuses(me.pairings.apply(id, { type: 'accept' }), 'conflict', 'not-your-move');
    await refuses(
      me.pairings.apply(id, { type: 'decline', reason: 'other' }),
      'conflict',
      'not-your-move',
    );
    await refuses(mentor.pairings.apply(id, { type: 'cancel' }), 'conflict', 'not-your-move');
    same((await me.pairings.get(id)).status, 'requested', 'The status');
  },

  'nobody makes a request expire': async (stage) => {
    const { me, mentor, id } = await asked(stage);
    for (const seat of [me, mentor])
      await refuses(seat.pairings.apply(id, { type: 'expire' }), ['conflict', 'invalid-request']);
    same((await me.pairings.get(id)).status, 'requested', 'The status');
  },

  'a move that does not fit the status is refused': async (stage) => {
    const { me, mentor, id } = await asked(stage);
    await refuses(me.pairings.apply(id, { type: 'pause' }), 'conflict', 'wrong-status');
    await refuses(me.pairings.apply(id, { type: 'end' }), 'conflict', 'wrong-status');
    await mentor.pairings.apply(id, { type: 'accept' });
    await refuses(mentor.pairings.apply(id, { type: 'accept' }), 'conflict', 'wrong-status');
    await refuses(me.pairings.apply(id, { type: 'cancel' }), 'conflict', 'wrong-status');
    await refuses(me.pairings.apply(id, { type: 'resume' }), 'conflict', 'wrong-status');
  },

  'what has ended stays ended': async (stage) => {
    const { me, mentor, id } = await asked(stage);
    await mentor.pairings.apply(id, { type: 'accept' });
    await me.pairings.apply(id, { type: 'end' });
    for (const type of ['resume', 'pause', 'end', 'continue'] as const)
      await refuses(me.pairings.apply(id, { type }), 'conflict', 'wrong-status');
    await refuses(mentor.pairings.apply(id, { type: 'accept' }), 'conflict', 'wrong-status');
  },

  'others move nothing': async (stage) => {
    const { me, id } = await asked(stage);
    const others = [await stage.as('peer'), await stage.as('clinician')];
    for (const other of others)
      await refuses(other.pairings.apply(id, { type: 'cancel' }), [
        'forbidden',
        'not-found',
        'conflict',
      ]);
    same((await me.pairings.get(id)).status, 'requested', 'The status');
  },

  'accepting a paused or ended place never exceeds capacity': async (stage) => {
    const { me, mentor, id } = await asked(stage);
    await mentor.pairings.apply(id, { type: 'accept' });
    const places = (await me.mentors.get(stage.world.mentors.open)).openPlaces;
    await me.pairings.apply(id, { type: 'pause' });
    same(
      (await me.mentors.get(stage.world.mentors.open)).openPlaces,
      places,
      'Open places while paused',
    );
  },
});
