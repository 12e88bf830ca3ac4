import type { BackendError } from '../../../../src/client/errors.js';
import type { Faults } from './fault.js';

export const keyFaults: Faults = {
  'forgets keys': {
    caughtBy: 'checkIns: a check-in under a repeated key is made once and answered alike',
    fault: ({ healthy: { checkIns } }) => ({
      checkIns: { ...checkIns, submit: (checkIn) => checkIns.submit(checkIn) },
    }),
  },

  'answers a key without looking at the input': {
    caughtBy: 'checkIns: a check-in under the key of another is refused',
    fault: ({ healthy: { checkIns }, memory, persona }) => ({
      checkIns: {
        ...checkIns,
        async submit(checkIn, options) {
          const key = `${persona} ${options?.idempotencyKey}`;
          if (!memory.has(key)) memory.set(key, await checkIns.submit(checkIn, options));
          return memory.get(key) as never;
        },
      },
    }),
  },

  'mixes up the keys of two people': {
    caughtBy: 'checkIns: two people may happen on the same key',
    fault: ({ healthy: { checkIns }, memory }) => ({
      checkIns: {
        ...checkIns,
        async submit(checkIn, options) {
          const key = options?.idempotencyKey ?? String(Math.random());
          if (!memory.has(key)) memory.set(key, await checkIns.submit(checkIn, options));
          return memory.get(key) as never;
        },
      },
    }),
  },

  'burns a key on a call that failed': {
    caughtBy: 'checkIns: a call that failed leaves its key free',
    fault: ({ healthy: { checkIns }, memory }) => ({
      checkIns: {
        ...checkIns,
        async submit(checkIn, options) {
          const key = options?.idempotencyKey;
          if (key && memory.has(key)) throw memory.get(key) as BackendError;
          return checkIns.submit(checkIn, options).catch((error: unknown) => {
            if (key) memory.set(key, error);
            throw error;
          });
        },
      },
    }),
  },
};
