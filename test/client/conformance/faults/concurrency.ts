import type { Faults } from './fault.js';

export const concurrencyFaults: Faults = {
  'changes a pairing that is no longer what the person saw': {
    caughtBy: 'pairings: a change of what was changed since it was seen is refused',
    fault: ({ healthy: { pairings } }) => ({
      pairings: {
        ...pairings,
        apply: (id, action, options) => pairings.apply(id, action, { ...options, seen: undefined }),
      },
    }),
  },

  'changes a record that is no longer what the person saw': {
    caughtBy: 'milestones: a record that another tab has changed is not changed unseen',
    fault: ({ healthy: { milestones } }) => ({
      milestones: {
        ...milestones,
        changeRecord: (change, options) =>
          milestones.changeRecord(change, { ...options, seen: undefined }),
      },
    }),
  },
};
