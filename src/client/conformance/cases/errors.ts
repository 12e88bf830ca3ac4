import type { ChangeTopic } from '../../backend.js';
import type { ConformanceCase } from '../world.js';
import { check, ConformanceSkip, isBackendError } from '../assert.js';
import { casesOf, type Seat } from '../stage.js';

/** Every call of every service, with an input that makes no sense. */
const calls: Partial<
  Record<ChangeTopic, (me: Seat, nonsense: never) => readonly (() => Promise<unknown>)[]>
> = {
  mentors: (me, x) => [
    () => me.mentors.get(x),
    () => me.mentors.list({ cursor: x, limit: x }),
    () => me.mentors.suggest({ cursor: x, limit: x }),
    () => me.mentors.match(x),
  ],
  pairings: (me, x) => [
    () => me.pairings.list({ limit: x }),
    () => me.pairings.get(x),
    () => me.pairings.request(x),
    () => me.pairings.request({ mentorId: x }),
    () => me.pairings.apply(x, x),
    () => me.pairings.apply('none', { type: x }),
  ],
  checkIns: (me, x) => [
    () => me.checkIns.submit(x),
    () => me.checkIns.list({ limit: x }),
    () => me.checkIns.list({ from: x }),
    () => me.checkIns.list({ personId: x }),
  ],
  drafts: (me, x) => [
    () => me.drafts.get(x),
    () => me.drafts.put(x, 1),
    () => me.drafts.put('key', () => 'not data'),
  ],
  milestones: (me, x) => [
    () => me.milestones.record({ personId: x }),
    () => me.milestones.changeRecord(x),
    () => me.milestones.list({ when: x }),
    () => me.milestones.add(x),
    () => me.milestones.remove(x),
    () => me.milestones.celebrate(x, x),
    () => me.milestones.celebrate('chip:none:30-days', { reaction: 'heart' }),
  ],
  sessions: (me, x) => [
    () => me.sessions.list({ from: x }),
    () => me.sessions.get(x),
    () => me.sessions.accept(x, x),
    () => me.sessions.access(x),
    () => me.sessions.attend(x),
    () => me.sessions.openings(x),
    () => me.sessions.book(x),
    () => me.sessions.cancel(x),
  ],
  messages: (me, x) => [
    () => me.messages.list(x),
    () => me.messages.send(x, x),
    () => me.messages.update(x, x),
  ],
  goals: (me, x) => [
    () => me.goals.list({ personId: x }),
    () => me.goals.add(x),
    () => me.goals.setStatus(x, x),
  ],
  consents: (me, x) => [
    () => me.consents.list({ limit: x }),
    () => me.consents.grant(x),
    () => me.consents.revoke(x),
  ],
  safety: (me, x) => [
    () => me.safety.list({ limit: x }),
    () => me.safety.raise(x),
    () => me.safety.acknowledge(x),
  ],
};

export const errorCases: ConformanceCase[] = Object.entries(calls).flatMap(([service, callsWith]) =>
  casesOf(service as ChangeTopic, {
    'whatever is asked, what comes back is an answer or a BackendError': async (stage) => {
      const me = await stage.as('participant');
      for (const nonsense of [null, -1, '', {}, 'Ω none \0', { toString: 1 }])
        for (const call of callsWith(me, nonsense as never)) {
          let error: unknown;
          try {
            await call();
            continue;
          } catch (thrown) {
            if (thrown instanceof ConformanceSkip) throw thrown;
            error = thrown;
          }
          const asked = `${String(call)} with ${JSON.stringify(nonsense)}`;
          check(isBackendError(error), `${asked} rejects with ${String(error)}`);
          check(
            !['timeout', 'offline', 'unavailable', 'invalid-response'].includes(error.code),
            `${asked} is the caller's fault, not ${error.message}`,
          );
        }
    },
  }),
);
