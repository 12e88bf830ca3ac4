import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { addDays } from '../../../src/client/model/date-time.js';
import { trendOf, within, type DayValue } from '../../../src/client/model/trend.js';

const TODAY = '2026-11-24';
const on = (ago: number, value: number): DayValue => ({ on: addDays(TODAY, -ago), value });

/** Values on distinct days of the last hundred. */
const values = fc
  .uniqueArray(fc.tuple(fc.nat(100), fc.nat(10)), { selector: ([ago]) => ago, maxLength: 60 })
  .map((days) => days.map(([ago, value]) => on(ago, value)));
const span = fc.constantFrom(14, 30, 90);

describe('a trend', () => {
  it('claims nothing that the days do not show', () => {
    fc.assert(
      fc.property(values, span, (all, days) => {
        const shown = within(all, TODAY, days).map(({ value }) => value);
        const trend = trendOf(all, TODAY, days);
        if (!trend) {
          expect(shown).to.deep.equal([]);
          return;
        }
        expect(trend.answered).to.equal(shown.length);
        expect(trend.low).to.equal(Math.min(...shown));
        expect(trend.high).to.equal(Math.max(...shown));
        expect(shown.every((_, i) => trend.latest.on >= within(all, TODAY, days)[i]!.on)).to.equal(
          true,
        );
        const { usual } = trend;
        if (usual !== undefined) {
          const near = shown.filter((value) => Math.abs(value - usual) <= 1);
          expect(near.length * 2).to.be.greaterThan(shown.length);
        }
      }),
    );
  });

  it('does not depend on the order of the days', () => {
    fc.assert(
      fc.property(values, span, (all, days) => {
        expect(trendOf(all.toReversed(), TODAY, days)).to.deep.equal(trendOf(all, TODAY, days));
      }),
    );
  });

  it('turns round when the scale is turned round', () => {
    const opposite: Record<string, string> = {
      higher: 'lower',
      'a-little-higher': 'a-little-lower',
      same: 'same',
      'a-little-lower': 'a-little-higher',
      lower: 'higher',
    };
    fc.assert(
      fc.property(values, (all) => {
        const turned = all.map(({ on: day, value }) => ({ on: day, value: 10 - value }));
        const change = trendOf(all, TODAY, 14)?.change;
        expect(trendOf(turned, TODAY, 14)?.change).to.equal(change && opposite[change]);
      }),
    );
  });

  it('is not moved by what lies outside the span, ahead of today included', () => {
    const inside = [on(0, 5), on(3, 6)];
    expect(trendOf([...inside, on(-1, 10), on(14, 0)], TODAY, 14)).to.deep.equal(
      trendOf(inside, TODAY, 14),
    );
  });

  for (const [week, before, change] of [
    [5, 5, 'same'],
    [6, 5, 'a-little-higher'],
    [7, 5, 'higher'],
    [4, 5, 'a-little-lower'],
    [2, 5, 'lower'],
  ] as const)
    it(`says "${change}" for a week of ${week} after one of ${before}`, () => {
      const all = [0, 1, 2].flatMap((ago) => [on(ago, week), on(ago + 7, before)]);
      expect(trendOf(all, TODAY, 14)?.change).to.equal(change);
    });

  it('compares no week with fewer than three answers', () => {
    const all = [on(0, 9), on(1, 9), on(7, 1), on(8, 1), on(9, 1)];
    expect(trendOf(all, TODAY, 14)?.change).to.equal(undefined);
    expect(trendOf([...all, on(2, 9)], TODAY, 14)?.change).to.equal('higher');
  });

  it('calls nothing usual when days went this way and that', () => {
    const all = [0, 10, 1, 9, 5].map((value, ago) => on(ago, value));
    expect(trendOf(all, TODAY, 14)?.usual).to.equal(undefined);
    expect(
      trendOf(
        [5, 5, 4, 9, 5].map((v, ago) => on(ago, v)),
        TODAY,
        14,
      )?.usual,
    ).to.equal(5);
  });
});
