import { expect } from '@open-wc/testing';
import {
  backendCases,
  ConformanceError,
  runCase,
  runConformance,
} from '../../../src/client/conformance/index.js';
import { embeddedHarness } from '../backends/embedded/world.js';
import { broken, type Faults } from './faults/fault.js';
import { keyFaults } from './faults/keys.js';
import { pairingFaults } from './faults/pairings.js';
import { concurrencyFaults } from './faults/concurrency.js';
import { privacyFaults } from './faults/privacy.js';
import { listFaults } from './faults/lists.js';
import { abortFaults } from './faults/aborts.js';
import { changeFaults } from './faults/changes.js';
import { milestoneFaults } from './faults/milestones.js';
import { careFaults } from './faults/care.js';
import { breakoutFaults } from './faults/breakouts.js';
import { doorFaults } from './faults/doors.js';
import { roomChannelFaults } from './faults/room-channels.js';

const faults: Faults = {
  ...keyFaults,
  ...concurrencyFaults,
  ...pairingFaults,
  ...privacyFaults,
  ...listFaults,
  ...abortFaults,
  ...changeFaults,
  ...milestoneFaults,
  ...careFaults,
  ...roomChannelFaults,
  ...doorFaults,
  ...breakoutFaults,
};

describe('the conformance suite', () => {
  it('names every case once', () => {
    const names = backendCases.map((each) => each.name);
    expect(new Set(names).size).to.equal(names.length);
    expect(names.length).to.be.above(60);
  });

  for (const [name, { caughtBy, fault }] of Object.entries(faults))
    it(`catches a backend that ${name}`, async () => {
      const each = backendCases.find((known) => known.name === caughtBy);
      if (!each) throw new Error(`No case "${caughtBy}"`);
      const healthy = await runCase(embeddedHarness({ storage: 'memory' }), each);
      expect(healthy.outcome, String(healthy.error)).to.equal('passed');
      const { outcome, error } = await runCase(broken(fault), each);
      expect(outcome).to.equal('failed');
      expect(error).to.be.instanceOf(ConformanceError);
    });

  it('says little about what a fault does not touch', async () => {
    // A fault in one service fails cases of that service; the others go on passing.
    const { fault } = faults['lets anybody acknowledge an alert'] ?? {};
    const cases = backendCases.filter((each) => ['safety', 'goals'].includes(each.service));
    const results = await runConformance(broken(fault ?? (() => ({}))), { cases });
    const failed = results.filter((r) => r.outcome === 'failed').map((r) => r.case.name);
    expect(failed).to.deep.equal(['safety: nobody else acknowledges']);
  });

  it('skips what a backend does not offer, and fails nothing for it', async () => {
    const seen: string[] = [];
    const results = await runConformance(
      broken(() => ({ goals: undefined, messages: undefined })),
      {
        cases: backendCases.filter((each) => ['goals', 'messages'].includes(each.service)),
        onResult: ({ outcome }) => seen.push(outcome),
      },
    );
    expect(new Set(results.map((r) => r.outcome))).to.deep.equal(new Set(['skipped']));
    expect(seen).to.have.length(results.length);
  });

  it('skips cases about time where the clock cannot be moved', async () => {
    const harness = embeddedHarness({ storage: 'memory' });
    const still = {
      open: async () => ({ ...(await harness.open()), advance: undefined as never }),
    };
    const results = await runConformance(still, {
      cases: backendCases.filter((each) => each.name.includes('expires')),
    });
    expect(results.map((r) => r.outcome)).to.deep.equal(['skipped']);
  });
});
