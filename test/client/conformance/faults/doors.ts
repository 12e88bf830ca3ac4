import type { MeetingService } from '../../../../src/client/backend.js';
import type { RoomAccess } from '../../../../src/client/model/meeting.js';
import { ignoring, type Fault, type Faults } from './fault.js';

type Doors = Required<Pick<MeetingService, 'knock' | 'door' | 'keepDoor'>>;
const GUESS: RoomAccess = { transport: 'mesh', room: 'a room', iceServers: [] };

/** A backend whose doors are wrong in one way; for hosts as well. */
const doors =
  (change: (healthy: MeetingService & Doors) => Partial<MeetingService>): Fault =>
  ({ healthy }) => {
    const sessions = healthy.sessions as MeetingService & Doors;
    return { sessions: { ...sessions, ...change(sessions) } };
  };

const letsIn = (reason: string): Fault =>
  doors((healthy) => ({
    access: (...args) =>
      ignoring(
        reason,
        () => healthy.access(...args),
        () => GUESS,
      ),
  }));

export const doorFaults: Faults = {
  'lets in who was removed': {
    caughtBy:
      'sessions: whoever a host removes stays out of the meeting, until they are let in again',
    fault: letsIn('removed'),
  },
  'lets anybody into a locked room': {
    caughtBy: 'sessions: a locked room keeps those who are in, and nobody else comes in',
    fault: letsIn('locked'),
  },
  'forgets who was noted as there': {
    caughtBy: 'sessions: who was noted as there may come back into a locked room',
    fault: doors(() => ({ attend: (attendance) => Promise.resolve(attendance) })),
  },
  'calls everybody the same in a room': {
    caughtBy:
      'sessions: people are called otherwise in a room than in the clinic, and each otherwise',
    fault: doors((healthy) => ({
      access: async (...args) => ({ ...(await healthy.access(...args)), guest: 'somebody' }),
    })),
  },
  'lets anybody keep the door': {
    caughtBy: 'sessions: the door is for its host alone',
    fault: doors((healthy) => ({
      door: (...args) =>
        ignoring(
          'forbidden',
          () => healthy.door(...args),
          () => ({
            ...{ locked: false, waiting: [], removed: [], expected: [] },
          }),
        ),
    })),
  },
  'lets in somebody unknown': {
    caughtBy: 'sessions: an unknown guest cannot be let in or removed',
    fault: doors((healthy) => ({
      keepDoor: (...args) =>
        ignoring(
          'guest',
          () => healthy.keepDoor(...args),
          () => healthy.door(args[0]),
        ),
    })),
  },
  'tells who was reported to who reports them': {
    caughtBy: 'sessions: who is reported is told to those who look into it, and to nobody else',
    fault: ({ healthy }) => ({
      safety: {
        ...healthy.safety,
        async raise(alert, options) {
          const receipt = await healthy.safety.raise(alert, options);
          const triggers = receipt.triggers.map((t) => ({ ...t, about: 'p-2' }));
          return { ...receipt, triggers };
        },
      },
    }),
  },
  'makes everybody wait': {
    caughtBy: 'sessions: whoever is in need not knock',
    fault: doors(() => ({ knock: () => Promise.resolve({ state: 'waiting' }) })),
  },
  'lets everybody into a waiting room': {
    caughtBy: 'sessions: whoever comes to a waiting room waits until the host lets them in',
    fault: letsIn('not-admitted'),
  },
  'never tells who was declined': {
    caughtBy: 'sessions: who is declined is told, and may ask again later',
    fault: doors((healthy) => ({
      async knock(...args) {
        const { state } = await healthy.knock(...args);
        return { state: state === 'declined' ? 'waiting' : state };
      },
    })),
  },
  'goes on announcing who went away': {
    caughtBy: 'sessions: who goes away or falls silent waits no more',
    fault: doors((healthy) => ({
      knock: (id, asked, options) =>
        asked.leaving ? Promise.resolve({ state: 'left' }) : healthy.knock(id, asked, options),
    })),
  },
  'tells no guest that they were let in': {
    caughtBy: 'sessions: host and guest hear of each other at once',
    fault: () => ({ watch: () => () => undefined }),
  },
};
