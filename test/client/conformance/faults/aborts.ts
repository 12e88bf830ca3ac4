import { BackendError } from '../../../../src/client/errors.js';
import type { Faults } from './fault.js';

export const abortFaults: Faults = {
  'swallows an abort': {
    caughtBy: 'checkIns: a call that was aborted before it began rejects with the reason itself',
    fault: ({ healthy: { checkIns } }) => ({
      checkIns: {
        ...checkIns,
        list: (options) =>
          checkIns.list(options).catch((error: unknown) => {
            if (options?.signal?.aborted) return { items: [] };
            throw error;
          }),
      },
    }),
  },

  'dresses an abort as an error of its own': {
    caughtBy: 'goals: a call that is aborted on its way rejects with the reason itself',
    fault: ({ healthy: { goals } }) => ({
      goals: {
        ...goals,
        list: (options) =>
          goals.list(options).catch((cause: unknown) => {
            throw new BackendError('unavailable', { cause });
          }),
      },
    }),
  },

  'writes although it was aborted': {
    caughtBy: 'checkIns: what was aborted before it began is not written',
    fault: ({ healthy: { checkIns } }) => ({
      checkIns: {
        ...checkIns,
        async submit(checkIn, { signal, ...options } = {}) {
          const receipt = await checkIns.submit(checkIn, options);
          signal?.throwIfAborted();
          return receipt;
        },
      },
    }),
  },
};
