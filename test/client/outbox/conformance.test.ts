import { expect } from '@open-wc/testing';
import { backendCases, runCase } from '../../../src/client/conformance/index.js';
import { withOutbox, type Outbox } from '../../../src/client/outbox/with-outbox.js';
import { embeddedWorld, newName } from '../backends/embedded/world.js';

/** The embedded backend with an outbox before it, shared by the tabs of a world. */
function harness() {
  return {
    open: async () => {
      const world = embeddedWorld({ storage: 'memory', name: newName() });
      const name = `${newName()}-outbox`;
      const outboxes: Outbox[] = [];
      return {
        ...world,
        async connect(persona: Parameters<typeof world.connect>[0]) {
          const backend = withOutbox(await world.connect(persona), { name });
          outboxes.push(backend.outbox);
          return backend;
        },
        async close() {
          await Promise.all(outboxes.map((outbox) => outbox.close()));
          await world.close?.();
          indexedDB.deleteDatabase(name);
        },
      };
    },
  };
}

describe('a backend with an outbox', function () {
  // A lock or a key that is only sometimes missed must show.
  this.retries(0);

  for (const each of backendCases)
    it(each.name, async () => {
      const { outcome, error } = await runCase(harness(), each);
      if (outcome === 'failed') throw error;
      expect(outcome).to.equal('passed');
    });
});
