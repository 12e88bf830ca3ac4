import { EscalationPolicy, SafetyAlert, type NewSafetyAlert } from '../../model/safety.js';
import { check, fits, refuses, same } from '../assert.js';
import { casesOf, type Seat, type Stage } from '../stage.js';

function raise(seat: Seat, stage: Stage): Promise<SafetyAlert> {
  const alert: NewSafetyAlert = {
    triggers: [{ type: 'not-safe-now' }],
    raisedAt: stage.now().toISOString(),
  };
  return seat.safety.raise(alert);
}

const idsOf = async (seat: Seat) => (await seat.safety.list()).items.map((a) => a.id);

export const safetyCases = casesOf('safety', {
  'says who looks at alerts and when, or that nobody does': async (stage) => {
    const policy = await (await stage.as('participant')).safety.policy();
    if (policy !== null) fits(EscalationPolicy, policy, 'The policy');
  },

  'received and acknowledged are separate facts': async (stage) => {
    const [me, clinician] = [await stage.as('participant'), await stage.as('clinician')];
    const alert = fits(SafetyAlert, await raise(me, stage), 'The alert');
    same(alert.personId, stage.world.people.participant, 'Whose it is');
    same([alert.acknowledgedAt, alert.acknowledgedBy], [undefined, undefined], 'Acknowledged');
    const seen = fits(SafetyAlert, await clinician.safety.acknowledge(alert.id), 'The alert');
    check(seen.acknowledgedAt, 'It should say when it was acknowledged');
    same(seen.acknowledgedBy?.id, stage.world.people.clinician, 'Who acknowledged it');
    same((await me.safety.list()).items, [seen], 'What the person reads');
  },

  'clinicians see what nobody has acknowledged': async (stage) => {
    const [me, peer] = [await stage.as('participant'), await stage.as('peer')];
    const clinician = await stage.as('clinician');
    const first = await raise(me, stage);
    const second = await raise(peer, stage);
    same((await idsOf(clinician)).sort(), [first.id, second.id].sort(), 'The open alerts');
    await clinician.safety.acknowledge(first.id);
    same(await idsOf(clinician), [second.id], 'The alerts still open');
  },

  'others see only their own': async (stage) => {
    await raise(await stage.as('participant'), stage);
    same(await idsOf(await stage.as('peer')), [], "The other participant's alerts");
    same(await idsOf(await stage.as('mentor')), [], "The mentor's alerts");
  },

  'nobody else acknowledges': async (stage) => {
    const me = await stage.as('participant');
    const { id } = await raise(me, stage);
    for (const persona of ['participant', 'peer', 'mentor'] as const)
      await refuses((await stage.as(persona)).safety.acknowledge(id), 'forbidden');
    same((await me.safety.list()).items[0]?.acknowledgedAt, undefined, 'When acknowledged');
  },

  'an alert needs a trigger': async (stage) => {
    const me = await stage.as('participant');
    const raisedAt = stage.now().toISOString();
    await refuses(me.safety.raise({ triggers: [], raisedAt }), 'invalid-request');
    await refuses(me.safety.raise({} as never), 'invalid-request');
    same(await idsOf(me), [], 'The alerts');
  },

  'an unknown alert is not found': async (stage) => {
    await refuses((await stage.as('clinician')).safety.acknowledge('no-such-alert'), 'not-found');
  },
});
