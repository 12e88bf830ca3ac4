import { roomCases, runCase } from '../../../../src/client/conformance/index.js';
import { meshHarness } from './world.js';

describe('the mesh adapter keeps the contract of a room', () => {
  for (const each of roomCases)
    it(each.name, async () => {
      const { outcome, error } = await runCase(meshHarness(), each);
      if (outcome !== 'passed') throw error as Error;
    }).timeout(30_000);
});
