import type { Session } from '../../../../src/client/model/session.js';
import { ignoring, type Faults } from './fault.js';

const signedIn = {
  current: (): Promise<Session> =>
    Promise.resolve({
      person: { id: 'p-1', name: 'Jordan', role: 'participant' },
      clinic: { id: 'clinic', name: 'Clinic' },
      timeZone: 'America/Chicago',
    }),
};

export const careFaults: Faults = {
  'books a time twice': {
    caughtBy: 'sessions: a time is given once, also when two book at once',
    fault: ({ healthy: { sessions }, world }) => ({
      sessions: {
        ...sessions,
        book: (opening, options) =>
          ignoring(
            'taken',
            () => sessions.book(opening, options),
            () => sessions.get(world.meetings.open),
          ),
      },
    }),
  },

  'opens the doors to those who agreed to nothing': {
    caughtBy: 'sessions: doors open to those who accepted the agreements',
    fault: ({ healthy: { sessions } }) => ({
      sessions: {
        ...sessions,
        access: (id, options) =>
          ignoring(
            'agreements-not-accepted',
            () => sessions.access(id, options),
            () => ({ transport: 'mesh', room: 'r', iceServers: [] }),
          ),
      },
    }),
  },

  'delivers into a pairing that rests': {
    caughtBy:
      'messages: nobody writes into a pairing that rests or has ended, and both still read it',
    fault: ({ healthy: { messages, pairings } }) => ({
      messages: {
        ...messages,
        send: (id, message, options) =>
          ignoring(
            'wrong-status',
            () => messages.send(id, message, options),
            async () => {
              await pairings.apply(id, { type: 'resume' });
              return messages.send(id, message, options);
            },
          ),
      },
    }),
  },

  'lets anybody acknowledge an alert': {
    caughtBy: 'safety: nobody else acknowledges',
    fault: ({ healthy: { safety }, as }) => ({
      safety: {
        ...safety,
        acknowledge: (id, options) =>
          ignoring(
            'forbidden',
            () => safety.acknowledge(id, options),
            async () => (await as('clinician')).safety.acknowledge(id, options),
          ),
      },
    }),
  },

  'goes on calling somebody quiet who has answered': {
    caughtBy:
      'checkIns: tells a mentor who has gone quiet, once that is shared, until there is an answer',
    fault: ({ healthy: { checkIns }, memory }) => ({
      checkIns: {
        ...checkIns,
        async followUps(options) {
          const found = (await checkIns.followUps?.(options)) ?? [];
          if (found.length) memory.set('quiet', found);
          return (memory.get('quiet') ?? found) as typeof found;
        },
      },
    }),
  },

  'has a mentor called after one missed day': {
    caughtBy:
      'checkIns: counts silence from the last answer: a mentor hears after two days, a clinician after three',
    fault: ({ healthy: { checkIns } }) => ({
      checkIns: {
        ...checkIns,
        followUps: async (options) =>
          ((await checkIns.followUps?.(options)) ?? []).map((one) => ({
            ...one,
            days: one.days + 1,
          })),
      },
    }),
  },

  'keeps to itself what it asks for': {
    caughtBy: 'checkIns: says to everybody what the clinic asks for',
    fault: ({ healthy: { checkIns }, persona }) => ({
      checkIns: {
        ...checkIns,
        plan: (options) =>
          persona === 'participant'
            ? (checkIns.plan?.(options) ?? Promise.resolve(null))
            : Promise.resolve({ schedules: [], outages: [] }),
      },
    }),
  },

  'calls an alert seen as soon as it arrives': {
    caughtBy: 'safety: received and acknowledged are separate facts',
    fault: ({ healthy: { safety } }) => ({
      safety: {
        ...safety,
        async raise(alert, options) {
          const raised = await safety.raise(alert, options);
          return { ...raised, acknowledgedAt: raised.receivedAt };
        },
      },
    }),
  },

  'throws raw errors': {
    caughtBy: 'mentors: whatever is asked, what comes back is an answer or a BackendError',
    fault: ({ healthy: { mentors } }) => ({
      mentors: {
        ...mentors,
        get: (id, options) =>
          mentors.get(id, options).catch(() => {
            throw new TypeError('Cannot read properties of undefined');
          }),
      },
    }),
  },

  'answers what does not fit': {
    caughtBy: 'mentors: gives a mentor by id',
    fault: ({ healthy: { mentors } }) => ({
      mentors: {
        ...mentors,
        get: async (id, options) => ({
          ...(await mentors.get(id, options)),
          languages: null as never,
        }),
      },
    }),
  },

  'stays signed in': {
    caughtBy: 'session: is null after sign-out',
    fault: () => ({ session: { ...signedIn, signOut: () => Promise.resolve() } }),
  },
};
