import { ignoring, type Faults } from './fault.js';

export const listFaults: Faults = {
  'forgets cursors': {
    caughtBy: 'checkIns: paging through check-ins gives each once and in the same order',
    fault: ({ healthy: { checkIns } }) => ({
      checkIns: {
        ...checkIns,
        list: ({ cursor: _forgotten, ...options } = {}) => checkIns.list(options),
      },
    }),
  },

  'gives more than was asked for': {
    caughtBy: 'goals: paging through goals gives each once and in the same order',
    fault: ({ healthy: { goals } }) => ({
      goals: { ...goals, list: ({ limit: _ignored, ...options } = {}) => goals.list(options) },
    }),
  },

  'begins again at a cursor it does not know': {
    caughtBy: 'checkIns: a cursor of check-ins that nobody gave is refused',
    fault: ({ healthy: { checkIns } }) => ({
      checkIns: {
        ...checkIns,
        list: (options) =>
          ignoring(
            'cursor',
            () => checkIns.list(options),
            () => checkIns.list({ ...options, cursor: undefined }),
          ),
      },
    }),
  },

  'counts pages instead of marking a place': {
    caughtBy: 'checkIns: a cursor holds while new ones arrive',
    fault: ({ healthy: { checkIns } }) => ({
      checkIns: {
        ...checkIns,
        async list({ cursor, limit = 50, ...options } = {}) {
          const { items } = await checkIns.list({ ...options, limit: 200 });
          const start = Number(cursor ?? 0);
          const end = start + limit;
          const page = { items: items.slice(start, end) };
          return end < items.length ? { ...page, next: String(end) } : page;
        },
      },
    }),
  },
};
