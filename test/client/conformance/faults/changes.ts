import { listeners, tellEverybody, type Faults } from './fault.js';

export const changeFaults: Faults = {
  'tells everybody of every check-in': {
    caughtBy: 'checkIns: nobody hears of what they may not see',
    fault: ({ healthy: { checkIns }, memory }) => ({
      watch(listener) {
        listeners(memory).add(listener);
        return () => listeners(memory).delete(listener);
      },
      checkIns: {
        ...checkIns,
        async submit(checkIn, options) {
          const receipt = await checkIns.submit(checkIn, options);
          tellEverybody(memory, { topic: 'checkIns' });
          return receipt;
        },
      },
    }),
  },

  'tells only the tab that made the change': {
    caughtBy: 'checkIns: a change is heard in another connection',
    fault: ({ healthy: { checkIns } }) => {
      const own = new Map<string, unknown>();
      return {
        watch(listener) {
          listeners(own).add(listener);
          return () => listeners(own).delete(listener);
        },
        checkIns: {
          ...checkIns,
          async submit(checkIn, options) {
            const receipt = await checkIns.submit(checkIn, options);
            tellEverybody(own, { topic: 'checkIns' });
            return receipt;
          },
        },
      };
    },
  },

  'tells before it has written': {
    caughtBy: 'checkIns: a change is heard where it was made, once it can be read',
    fault: ({ healthy: { checkIns }, memory }) => ({
      watch(listener) {
        listeners(memory).add(listener);
        return () => listeners(memory).delete(listener);
      },
      checkIns: {
        ...checkIns,
        async submit(checkIn, options) {
          tellEverybody(memory, { topic: 'checkIns' });
          await new Promise((resolve) => setTimeout(resolve, 20));
          return checkIns.submit(checkIn, options);
        },
      },
    }),
  },

  'goes on telling those who stopped listening': {
    caughtBy: 'checkIns: a listener that has ended hears nothing',
    fault: ({ healthy }) => ({
      watch(listener) {
        healthy.watch(listener);
        return () => undefined;
      },
    }),
  },
};
