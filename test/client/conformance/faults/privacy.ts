import { ignoring, type Faults } from './fault.js';

export const privacyFaults: Faults = {
  'ignores that a grant was revoked': {
    caughtBy: 'checkIns: closes at once when the grant is revoked',
    fault: ({ healthy: { checkIns }, persona, memory, as }) => ({
      checkIns: {
        ...checkIns,
        async list(options = {}) {
          const key = `${persona} ${options.personId}`;
          try {
            const page = await checkIns.list(options);
            memory.set(key, true);
            return page;
          } catch (error) {
            if (!memory.has(key)) throw error;
            return (await as('participant')).checkIns.list(options);
          }
        },
      },
    }),
  },

  'ignores that a grant has expired': {
    caughtBy: 'checkIns: closes when the grant expires',
    fault: ({ healthy: { consents } }) => ({
      consents: {
        ...consents,
        grant: (grant, options) =>
          consents.grant({ ...grant, expiresAt: '2999-01-01T00:00:00Z' }, options),
      },
    }),
  },

  "leaks another participant's check-ins": {
    caughtBy: 'checkIns: is closed to everybody by default',
    fault: ({ healthy: { checkIns }, as }) => ({
      checkIns: {
        ...checkIns,
        list: (options) =>
          ignoring(
            'forbidden',
            () => checkIns.list(options),
            async () => (await as('participant')).checkIns.list(options),
          ),
      },
    }),
  },

  'leaks free text': {
    caughtBy: 'checkIns: opens by a grant, without free text',
    fault: ({ healthy: { checkIns }, as }) => ({
      checkIns: {
        ...checkIns,
        async list(options) {
          await checkIns.list(options);
          return (await as('participant')).checkIns.list(options);
        },
      },
    }),
  },

  'tells a mentor of silence that was not shared': {
    caughtBy:
      'checkIns: tells of nobody’s silence what was not shared, and nothing to participants',
    fault: ({ healthy: { checkIns }, persona, as }) => ({
      checkIns: {
        ...checkIns,
        async followUps(options) {
          const { checkIns: others } = await as('clinician');
          return persona === 'mentor'
            ? ((await others.followUps?.(options)) ?? [])
            : ((await checkIns.followUps?.(options)) ?? []);
        },
      },
    }),
  },

  'shows drafts to others': {
    caughtBy: 'drafts: is for its writer alone',
    fault: ({ healthy: { drafts }, as }) => ({
      drafts: { ...drafts, get: async (key) => (await as('participant')).drafts.get(key) },
    }),
  },

  'keeps drafts after sign-out': {
    caughtBy: 'drafts: is cleared at sign-out',
    fault: ({ healthy: { drafts }, memory, persona }) => ({
      drafts: {
        ...drafts,
        async put(key, value, options) {
          await drafts.put(key, value, options);
          memory.set(`${persona} ${key}`, await drafts.get(key));
        },
        get: (key) => Promise.resolve((memory.get(`${persona} ${key}`) ?? null) as never),
      },
    }),
  },
};
