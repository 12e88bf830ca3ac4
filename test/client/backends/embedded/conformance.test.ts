import { backendCases, runCase } from '../../../../src/client/conformance/index.js';
import { embeddedHarness } from './world.js';

for (const storage of ['memory', 'indexeddb'] as const)
  describe(`EmbeddedBackend over ${storage}`, () => {
    for (const each of backendCases)
      it(each.name, async function () {
        const { outcome, error } = await runCase(embeddedHarness({ storage }), each);
        if (outcome === 'skipped') this.skip();
        if (outcome === 'failed') throw error;
      });
  });
