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

  // Promises are also kept by an outbox that takes nothing on: it must have taken on these.
  const taken = { 'on the disk': 0, 'in memory': 0 };

  for (let first = 1; first <= RUNS; first += BATCH)
    it(`keeps its promises under the seeds ${first} to ${first + BATCH - 1}`, async () => {
      const seeds = Array.from({ length: BATCH }, (_, i) => first + i);
      for (const seed of ONLY === undefined ? seeds : [ONLY]) {
        const schedule = scheduleOf(seed);
        const aftermath = await run(schedule);
        for (const { isAcknowledged, wasInMemory } of aftermath.told)
          if (isAcknowledged) taken[wasInMemory ? 'in memory' : 'on the disk']++;
        const broken = await verdict(aftermath);
        expect(broken, `seed ${seed}: ${JSON.stringify(schedule)}`).to.deep.equal([]);
      }
    });

  it('takes on what it is told, also with a full disk', () => {
    expect(taken['on the disk']).to.be.above(ONLY === undefined ? 2 * RUNS : 0);
    expect(taken['in memory']).to.be.above(ONLY === undefined ? RUNS / 10 : -1);
  });

  it('meets every fault', async () => {
    const schedules = Array.from({ length: RUNS }, (_, i) => scheduleOf(i + 1));
    const steps = new Set(schedules.flatMap((s) => s.steps.map((step) => step.do)));
    expect(steps.size).to.equal(14);
    expect(new Set(schedules.flatMap((s) => s.wire)).size).to.equal(6);
    expect(scheduleOf(7)).to.deep.equal(scheduleOf(7));
  });
});
