import type { Celebration } from '../../../../src/client/model/celebration.js';
import { ignoring, type Faults } from './fault.js';

export const milestoneFaults: Faults = {
  'begins the record anew on a return to use': {
    caughtBy: 'milestones: a return to use takes nothing away',
    fault: ({ healthy: { milestones } }) => ({
      milestones: {
        ...milestones,
        async changeRecord(change, options) {
          const record = await milestones.changeRecord(change, options);
          return { ...record, chapters: record.chapters.slice(-1) };
        },
      },
    }),
  },

  'takes backdating for a return to use': {
    caughtBy: 'milestones: backdating is no return to use',
    fault: ({ healthy: { milestones } }) => ({
      milestones: {
        ...milestones,
        async changeRecord(change, options) {
          const record = await milestones.changeRecord(change, options);
          if (change.type !== 'correct-start') return record;
          const { on, timeZone } = change;
          return milestones.changeRecord({ type: 'return-to-use', on, timeZone });
        },
      },
    }),
  },

  'lets celebrations pile up': {
    caughtBy: 'milestones: mentor and peers celebrate, each once',
    fault: ({ healthy: { milestones }, memory }) => ({
      milestones: {
        ...milestones,
        async celebrate(id, celebration, options) {
          const milestone = await milestones.celebrate(id, celebration, options);
          const all = (memory.get(id) ?? []) as Celebration[];
          memory.set(id, [...all, ...milestone.celebrations.slice(-1)]);
          return milestone;
        },
        async list(options) {
          const page = await milestones.list(options);
          const items = page.items.map((m) => ({
            ...m,
            celebrations: (memory.get(m.id) ?? []) as Celebration[],
          }));
          return { ...page, items };
        },
      },
    }),
  },

  'lets anybody celebrate': {
    caughtBy: 'milestones: nobody celebrates what was not shared',
    fault: ({ healthy: { milestones }, as }) => ({
      milestones: {
        ...milestones,
        celebrate: (id, celebration, options) =>
          ignoring(
            'forbidden',
            () => milestones.celebrate(id, celebration, options),
            async () => (await as('participant')).milestones.celebrate(id, celebration),
          ),
      },
    }),
  },
};
