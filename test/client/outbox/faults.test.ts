import { expect } from '@open-wc/testing';
import { run } from '../../support/outbox/run.js';
import { scheduleOf } from '../../support/outbox/schedule.js';
import { verdict } from '../../support/outbox/verdict.js';

const RUNS = 600;
const BATCH = 50;

/** To play one again, set it to the seed that a failure names. */
const ONLY: number | undefined = undefined;

describe('an outbox under random faults', function () {
  // What is random is the schedule, by its seed: a failure fails again.
  this.retries(0);
  this.timeout(120_000);

  for (let first = 1; first <= RUNS; first += BATCH)
    it(`keeps its promises under the seeds ${first} to ${first + BATCH - 1}`, async () => {
      const seeds = Array.from({ length: BATCH }, (_, i) => first + i);
      for (const seed of ONLY === undefined ? seeds : [ONLY]) {
        const schedule = scheduleOf(seed);
        const broken = await verdict(await run(schedule));
        expect(broken, `seed ${seed}: ${JSON.stringify(schedule)}`).to.deep.equal([]);
      }
    });

  it('meets every fault', async () => {
    const schedules = Array.from({ length: RUNS }, (_, i) => scheduleOf(i + 1));
    const steps = new Set(schedules.flatMap((s) => s.steps.map((step) => step.do)));
    expect(steps.size).to.equal(14);
    expect(new Set(schedules.flatMap((s) => s.wire)).size).to.equal(6);
    expect(scheduleOf(7)).to.deep.equal(scheduleOf(7));
  });
});
