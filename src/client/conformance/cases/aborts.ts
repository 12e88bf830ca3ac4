import type { ChangeTopic, RequestOptions } from '../../backend.js';
import type { ConformanceCase } from '../world.js';
import { check, rejection, same } from '../assert.js';
import { casesOf, type Seat, type Stage } from '../stage.js';

type Call = (me: Seat, stage: Stage, options: RequestOptions) => Promise<unknown>;

/** One reading and one writing call of each service. */
const calls: Partial<Record<ChangeTopic, readonly [read: Call, write: Call]>> = {
  session: [(me, _s, o) => me.session.current(o), (me, _s, o) => me.session.signOut(o)],
  mentors: [
    (me, _s, o) => me.mentors.list(o),
    (me, s, o) => me.mentors.match(s.world.mentors.open, o),
  ],
  pairings: [
    (me, _s, o) => me.pairings.list(o),
    (me, s, o) => me.pairings.request({ mentorId: s.world.mentors.open }, o),
  ],
  checkIns: [(me, _s, o) => me.checkIns.list(o), (me, s, o) => me.checkIns.submit(s.checkIn(), o)],
  drafts: [(me, _s, o) => me.drafts.get('key', o), (me, _s, o) => me.drafts.put('key', 1, o)],
  milestones: [
    (me, _s, o) => me.milestones.list(o),
    (me, s, o) => me.milestones.add({ title: 'A', on: s.day(), timeZone: s.world.timeZone }, o),
  ],
  sessions: [
    (me, _s, o) => me.sessions.list(o),
    (me, s, o) => me.sessions.accept(s.world.meetings.open, 'none', o),
  ],
  messages: [
    (me, _s, o) => me.messages.list('none', o),
    (me, _s, o) => me.messages.send('none', { kind: 'message', text: 'A' }, o),
  ],
  goals: [
    (me, _s, o) => me.goals.list(o),
    (me, _s, o) => me.goals.add({ kind: 'goal', title: 'A' }, o),
  ],
  consents: [(me, _s, o) => me.consents.list(o), (me, _s, o) => me.consents.revoke('none', o)],
  safety: [
    (me, _s, o) => me.safety.list(o),
    (me, s, o) =>
      me.safety.raise({ triggers: [{ type: 'not-safe-now' }], raisedAt: s.now().toISOString() }, o),
  ],
};

export const abortCases: ConformanceCase[] = Object.entries(calls).flatMap(([service, both]) =>
  casesOf(service as ChangeTopic, {
    'a call that was aborted before it began rejects with the reason itself': async (stage) => {
      const me = await stage.as('participant');
      const reason = new Error('Nobody waits any more');
      for (const call of both) {
        const aborted = call(me, stage, { signal: AbortSignal.abort(reason) });
        check((await rejection(aborted, 'reject')) === reason, 'It rejects with something else');
      }
    },

    'a call that is aborted on its way rejects with the reason itself': async (stage) => {
      const me = await stage.as('participant');
      const reason = new Error('Nobody waits any more');
      for (const call of both) {
        const controller = new AbortController();
        const aborted = call(me, stage, { signal: controller.signal });
        controller.abort(reason);
        check((await rejection(aborted, 'reject')) === reason, 'It rejects with something else');
      }
    },
  }),
);

abortCases.push(
  ...casesOf('checkIns', {
    'what was aborted before it began is not written': async (stage) => {
      const me = await stage.as('participant');
      const signal = AbortSignal.abort();
      await rejection(me.checkIns.submit(stage.checkIn(), { signal }), 'reject');
      same((await me.checkIns.list()).items, [], 'Check-ins on record');
    },

    'an abort harms no other call': async (stage) => {
      const me = await stage.as('participant');
      const controller = new AbortController();
      const aborted = me.checkIns.list({ signal: controller.signal });
      const other = me.checkIns.list();
      controller.abort();
      await rejection(aborted, 'reject');
      same((await other).items, [], 'The other answer');
    },
  }),
);
