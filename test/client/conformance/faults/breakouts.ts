import type { MeetingService } from '../../../../src/client/backend.js';
import type { BreakoutPerson, RoomBreakouts } from '../../../../src/client/model/breakouts.js';
import type { RoomAccess } from '../../../../src/client/model/meeting.js';
import { BroadcastSignal } from '../../../../src/client/video/broadcast-signal.js';
import { ignoring, type Fault, type Faults } from './fault.js';

type Breakouts = Required<Pick<MeetingService, 'breakouts' | 'keepBreakouts' | 'tellBreakout'>>;
const GUESS: RoomAccess = { transport: 'mesh', room: 'a room', iceServers: [] };

/** A backend whose small rooms are wrong in one way; for hosts as well. */
const breakouts =
  (change: (healthy: MeetingService & Breakouts) => Partial<MeetingService>): Fault =>
  ({ healthy }) => {
    const sessions = healthy.sessions as MeetingService & Breakouts;
    return { sessions: { ...sessions, ...change(sessions) } };
  };

const letsIn = (reason: string): Fault =>
  breakouts((healthy) => ({
    access: (...args) =>
      ignoring(
        reason,
        () => healthy.access(...args),
        () => GUESS,
      ),
  }));

/** What it says of a round, made otherwise. */
const says = (make: (told: RoomBreakouts) => RoomBreakouts): Fault =>
  breakouts((healthy) => ({
    breakouts: async (...args) => make(await healthy.breakouts(...args)),
  }));

/** A round whose people are described otherwise. */
const ofEach =
  (make: (person: BreakoutPerson) => BreakoutPerson) =>
  (told: RoomBreakouts): RoomBreakouts => ({
    ...told,
    running: told.running && {
      ...told.running,
      pairs: told.running.pairs.map(({ id, people }) => ({ id, people: people.map(make) })),
    },
  });

const accepts = (reason: string): Fault =>
  breakouts((healthy) => ({
    keepBreakouts: (...args) =>
      ignoring(
        reason,
        () => healthy.keepBreakouts(...args),
        () => ({ you: 'somebody', running: null }),
      ),
  }));

export const breakoutFaults: Faults = {
  'lets anybody into a small room': {
    caughtBy: 'sessions: a small room is for whoever is asked into it, and for the host',
    fault: letsIn('forbidden'),
  },
  'tells everybody the names as the clinic knows them': {
    caughtBy: 'sessions: one learns of one’s own small room alone, by the names of the room',
    fault: says(ofEach((person) => ({ ...person, name: 'Jordan Vance' }))),
  },
  'tells everybody who is whose mentor': {
    caughtBy: 'sessions: the host is told who is whose mentor, and nobody else is',
    fault: says((told) => ({ pairings: [], ...told })),
  },
  'leaves a small room open for ever': {
    caughtBy: 'sessions: a small room is closed once its time is over',
    fault: letsIn('breakout-over'),
  },
  'ends small rooms in mid-sentence': {
    caughtBy: 'sessions: whoever is called back has a last word, and then it is over',
    fault: breakouts((healthy) => ({
      async keepBreakouts(id, change, options) {
        const told = await healthy.keepBreakouts(id, change, options);
        return change.type === 'end' ? { ...told, running: null } : told;
      },
    })),
  },
  'tells nobody that small rooms begin': {
    caughtBy: 'sessions: everybody hears at once that small rooms begin and end',
    fault: () => ({ watch: () => () => undefined }),
  },
  'lets anybody begin small rooms': {
    caughtBy: 'sessions: small rooms are the host’s alone to begin and end',
    fault: accepts('forbidden'),
  },
  'asks somebody into two small rooms': {
    caughtBy: 'sessions: nobody is asked into two small rooms, nor the host into one',
    fault: accepts('guest'),
  },
  'begins small rooms twice': {
    caughtBy: 'sessions: the same key begins small rooms once, and there is one round at a time',
    fault: accepts('already-running'),
  },
  'lets small rooms outlast their meeting': {
    caughtBy: 'sessions: small rooms end before their meeting does',
    fault: breakouts((healthy) => ({
      async keepBreakouts(...args) {
        const told = await healthy.keepBreakouts(...args);
        const endsAt = new Date(Date.now() + 3_600_000).toISOString();
        return { ...told, running: told.running && { ...told.running, endsAt } };
      },
    })),
  },
  'tells the other of a call for support': {
    caughtBy: 'sessions: where one is, and a call for support, reach the host',
    fault: says(ofEach((person) => ({ ...person, callsSince: new Date().toISOString() }))),
  },
  'lets who was removed into a small room': {
    caughtBy: 'sessions: whoever is removed from the meeting is in no small room either',
    fault: letsIn('removed'),
  },
  'has one line for all rooms of a meeting': {
    caughtBy: 'sessions: what is said in a small room is heard there alone',
    fault: () => ({ roomChannel: (meetingId) => new BroadcastSignal(`all of ${meetingId}`) }),
  },
};
