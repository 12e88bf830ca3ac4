import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { BackOff } from '../../../src/client/outbox/back-off.js';
import { observe, type Observed } from '../../../src/client/outbox/observed-time.js';

const DAY = 86_400_000;

describe('the back-off', () => {
  it('waits longer each time, never at once and never above five minutes, and begins anew', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (random) => {
        const backOff = new BackOff(() => random);
        const waits = Array.from({ length: 20 }, () => backOff.next());
        for (const [i, wait] of waits.entries()) {
          expect(wait).to.be.within(500, 300_000);
          expect(wait).to.be.at.least(waits[i - 1] ?? 0);
        }
        backOff.reset();
        expect(backOff.next()).to.equal(waits[0]);
      }),
    );
  });

  it('waits as long as the backend asks for', () => {
    expect(new BackOff(() => 0).next(90)).to.be.at.least(90_000);
  });
});

describe('observed time', () => {
  it('never runs backwards, nor faster than a day a look', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -4e13, max: 4e13 })), (looks) => {
        let time: Observed | undefined;
        for (const now of looks) {
          const next = observe(time, now);
          const step = next.elapsed - (time?.elapsed ?? 0);
          expect(step).to.be.within(0, DAY);
          if (time && now - time.seenAt >= 0 && now - time.seenAt <= DAY)
            expect(step).to.equal(now - time.seenAt);
          time = next;
        }
      }),
    );
  });
});
