import type { ChangeTopic, WriteOptions } from '../../backend.js';
import type { Seat, Stage } from '../stage.js';

/** A write that can be made twice, once otherwise, and counted. */
interface Write {
  readonly make: (options: WriteOptions) => Promise<unknown>;
  readonly other: (options: WriteOptions) => Promise<unknown>;
  readonly count: () => Promise<number>;
}

/** A write of a service, made ready. */
export interface KeyedWrite {
  readonly service: ChangeTopic;
  readonly what: string;
  readonly prepare: (stage: Stage, me: Seat) => Promise<Write> | Write;
}

/** The writes that make something new. */
export const keyedWrites: readonly KeyedWrite[] = [
  {
    service: 'pairings',
    what: 'a request',
    prepare: (stage, me) => ({
      make: (o) => me.pairings.request({ mentorId: stage.world.mentors.open }, o),
      other: (o) => me.pairings.request({ mentorId: stage.world.mentors.lastPlace }, o),
      count: async () => (await me.pairings.list()).items.length,
    }),
  },
  {
    service: 'checkIns',
    what: 'a check-in',
    prepare(stage, me) {
      const [checkIn, another] = [stage.checkIn(), stage.checkIn(stage.day(), 9)];
      return {
        make: (o) => me.checkIns.submit(checkIn, o),
        other: (o) => me.checkIns.submit(another, o),
        count: async () => (await me.checkIns.list()).items.length,
      };
    },
  },
  {
    service: 'milestones',
    what: 'a milestone',
    prepare(stage, me) {
      const milestone = { on: stage.day(), timeZone: stage.world.timeZone };
      return {
        make: (o) => me.milestones.add({ title: 'A', ...milestone }, o),
        other: (o) => me.milestones.add({ title: 'B', ...milestone }, o),
        count: async () => (await me.milestones.list()).items.length,
      };
    },
  },
  {
    service: 'milestones',
    what: 'a return to use',
    async prepare(stage, me) {
      const { timeZone } = stage.world;
      await me.milestones.changeRecord({ type: 'start', on: stage.day(-9), timeZone });
      const change = (offset: number, o: WriteOptions) =>
        me.milestones.changeRecord({ type: 'return-to-use', on: stage.day(offset), timeZone }, o);
      return {
        make: (o) => change(-1, o),
        other: (o) => change(0, o),
        count: async () => ((await me.milestones.record())?.chapters.length ?? 0) - 1,
      };
    },
  },
  {
    service: 'messages',
    what: 'a message',
    async prepare(stage, me) {
      const { id } = await stage.pair(me, await stage.as('mentor'));
      return {
        make: (o) => me.messages.send(id, { kind: 'message', text: 'A' }, o),
        other: (o) => me.messages.send(id, { kind: 'message', text: 'B' }, o),
        count: async () => (await me.messages.list(id)).items.length,
      };
    },
  },
  {
    service: 'goals',
    what: 'a goal',
    prepare: (_stage, me) => ({
      make: (o) => me.goals.add({ kind: 'goal', title: 'A' }, o),
      other: (o) => me.goals.add({ kind: 'goal', title: 'B' }, o),
      count: async () => (await me.goals.list()).items.length,
    }),
  },
  {
    service: 'consents',
    what: 'a grant',
    prepare(stage, me) {
      const expiresAt = new Date(+stage.now() + 86_400_000).toISOString();
      const granteeId = stage.world.people.mentor;
      const grant = { granteeId, purpose: 'peer-support', expiresAt } as const;
      return {
        make: (o) => me.consents.grant({ ...grant, scope: 'name' }, o),
        other: (o) => me.consents.grant({ ...grant, scope: 'diagnosis' }, o),
        count: async () => (await me.consents.list()).items.length,
      };
    },
  },
  {
    service: 'safety',
    what: 'an alert',
    prepare(stage, me) {
      const raisedAt = stage.now().toISOString();
      return {
        make: (o) => me.safety.raise({ triggers: [{ type: 'not-safe-now' }], raisedAt }, o),
        other: (o) =>
          me.safety.raise({ triggers: [{ type: 'answer', linkId: 'nine' }], raisedAt }, o),
        count: async () => (await me.safety.list()).items.length,
      };
    },
  },
];
