import type { ChangeTopic, PageOptions } from '../../backend.js';
import type { Page } from '../../page.js';
import type { Seat, Stage } from '../stage.js';

type Listing = (options: PageOptions) => Promise<Page<unknown>>;

/** A list and how to have something in it. */
export interface PagedList {
  readonly service: ChangeTopic;
  readonly what: string;
  /** Puts something into the list where there may be nothing; gives the list. */
  readonly fill: (stage: Stage, me: Seat) => Promise<Listing>;
  /** How many `fill` puts in at least. */
  readonly least: number;
}

/** Every list of the port. */
export const listings: readonly PagedList[] = [
  {
    service: 'mentors',
    what: 'mentors',
    least: 4,
    fill: (_stage, me) => Promise.resolve((o) => me.mentors.list(o)),
  },
  {
    service: 'mentors',
    what: 'suggestions',
    least: 2,
    fill: (_stage, me) => Promise.resolve((o) => me.mentors.suggest(o)),
  },
  {
    service: 'pairings',
    what: 'pairings',
    least: 3,
    async fill(stage, me) {
      for (let i = 0; i < 3; i++) {
        const { id } = await me.pairings.request({ mentorId: stage.world.mentors.open });
        await me.pairings.apply(id, { type: 'cancel' });
      }
      return (o) => me.pairings.list(o);
    },
  },
  {
    service: 'checkIns',
    what: 'check-ins',
    least: 6,
    async fill(stage, me) {
      // Two of them about the same day.
      for (const day of [-4, -3, -2, -1, -1, 0])
        await me.checkIns.submit(stage.checkIn(stage.day(day)));
      return (o) => me.checkIns.list(o);
    },
  },
  {
    service: 'milestones',
    what: 'milestones and chips',
    least: 6,
    async fill(stage, me) {
      const { timeZone } = stage.world;
      await me.milestones.changeRecord({ type: 'start', on: stage.day(-95), timeZone });
      for (const offset of [-80, -35, 0, 0])
        await me.milestones.add({ title: 'A step', on: stage.day(offset), timeZone });
      return (o) => me.milestones.list(o);
    },
  },
  {
    service: 'milestones',
    what: 'milestones to come',
    least: 5,
    async fill(stage, me) {
      const { timeZone } = stage.world;
      await me.milestones.changeRecord({ type: 'start', on: stage.day(-35), timeZone });
      for (const offset of [3, 30, 400])
        await me.milestones.add({ title: 'A step', on: stage.day(offset), timeZone });
      return (o) => me.milestones.list({ ...o, when: 'coming' });
    },
  },
  {
    service: 'sessions',
    what: 'meetings',
    least: 2,
    fill: (_stage, me) => Promise.resolve((o) => me.sessions.list(o)),
  },
  {
    service: 'sessions',
    what: 'openings',
    least: 1,
    fill: (stage, me) => Promise.resolve((o) => me.sessions.openings(stage.world.mentors.open, o)),
  },
  {
    service: 'messages',
    what: 'messages',
    least: 4,
    async fill(stage, me) {
      const { id } = await stage.pair(me, await stage.as('mentor'));
      for (const text of ['one', 'two', 'three', 'four'])
        await me.messages.send(id, { kind: 'message', text });
      return (o) => me.messages.list(id, o);
    },
  },
  {
    service: 'goals',
    what: 'goals',
    least: 4,
    async fill(_stage, me) {
      for (const title of ['a', 'b', 'c', 'd']) await me.goals.add({ kind: 'goal', title });
      return (o) => me.goals.list(o);
    },
  },
  {
    service: 'consents',
    what: 'grants',
    least: 3,
    async fill(stage, me) {
      for (const scope of ['name', 'diagnosis', 'substances'] as const)
        await stage.share(me, scope);
      return (o) => me.consents.list(o);
    },
  },
  {
    service: 'safety',
    what: 'alerts',
    least: 3,
    async fill(stage, me) {
      const raisedAt = stage.now().toISOString();
      for (let i = 0; i < 3; i++)
        await me.safety.raise({ triggers: [{ type: 'not-safe-now' }], raisedAt });
      return (o) => me.safety.list(o);
    },
  },
];
