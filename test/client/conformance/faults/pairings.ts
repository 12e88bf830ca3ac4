import { forgedPairing, ignoring, type Faults } from './fault.js';

export const pairingFaults: Faults = {
  'lets a mentor exceed their capacity': {
    caughtBy: 'pairings: nobody is asked who is full',
    fault: ({ healthy: { pairings } }) => ({
      pairings: {
        ...pairings,
        request: (request, options) =>
          ignoring(
            'no-capacity',
            () => pairings.request(request, options),
            () => forgedPairing(request.mentorId),
          ),
      },
    }),
  },

  'counts places before it takes one, and not while': {
    caughtBy: 'pairings: the last place is given once, also when two ask at once',
    fault: ({ healthy: { pairings, mentors } }) => ({
      pairings: {
        ...pairings,
        async request(request, options) {
          const { openPlaces } = await mentors.get(request.mentorId);
          const call = () => pairings.request(request, options);
          if (openPlaces < 1) return call();
          return ignoring('no-capacity', call, () => forgedPairing(request.mentorId));
        },
      },
    }),
  },

  'lets one side end the rest of the other': {
    caughtBy: 'pairings: a rest ends when the one who paused says so',
    fault: ({ healthy: { pairings } }) => ({
      pairings: {
        ...pairings,
        apply: (id, action, options) =>
          ignoring(
            'paused-by-other',
            () => pairings.apply(id, action, options),
            () => forgedPairing(id),
          ),
      },
    }),
  },

  'lets a participant ask two mentors': {
    caughtBy: 'pairings: one open pairing at a time',
    fault: ({ healthy: { pairings } }) => ({
      pairings: {
        ...pairings,
        request: (request, options) =>
          ignoring(
            'already-paired',
            () => pairings.request(request, options),
            () => forgedPairing(request.mentorId),
          ),
      },
    }),
  },

  'lets requests wait for ever': {
    caughtBy: 'pairings: a request lapses after 72 hours and gives its place back',
    fault: ({ healthy: { pairings } }) => ({
      pairings: {
        ...pairings,
        async get(id, options) {
          const pairing = await pairings.get(id, options);
          return pairing.status === 'expired' ? { ...pairing, status: 'requested' } : pairing;
        },
      },
    }),
  },

  'lets participants accept their own request': {
    caughtBy: 'pairings: each move belongs to one side',
    fault: ({ healthy: { pairings }, as }) => ({
      pairings: {
        ...pairings,
        apply: (id, action, options) =>
          ignoring(
            'not-your-move',
            () => pairings.apply(id, action, options),
            async () => (await as('mentor')).pairings.apply(id, action, options),
          ),
      },
    }),
  },

  'tells the mentor the name': {
    caughtBy: 'pairings: the mentor sees an alias until the name is shared',
    fault: ({ healthy: { pairings } }) => ({
      pairings: {
        ...pairings,
        async get(id, options) {
          const pairing = await pairings.get(id, options);
          return { ...pairing, participant: { ...pairing.participant, name: 'Jordan' } };
        },
      },
    }),
  },
};
