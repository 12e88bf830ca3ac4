import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  isWithin,
  occurrences,
  sharedMinutesPerWeek,
  WeeklyHours,
  type Hours,
} from '../../../src/client/model/availability.js';
import { localDateAt, wallClockAt } from '../../../src/client/model/date-time.js';
import { instant, steadyZone, weeklyHours, zone } from './arbitraries.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const hoursIn = (timeZone: fc.Arbitrary<string>): fc.Arbitrary<Hours> =>
  fc.record({ hours: fc.array(weeklyHours, { maxLength: 8 }), timeZone });

/** How far the wall clock is ahead of UTC. */
function offset(at: number, timeZone: string): number {
  const date = new Date(at);
  const { minutes } = wallClockAt(date, timeZone);
  return Date.parse(`${localDateAt(date, timeZone)}T00:00:00Z`) / 60_000 + minutes - at / 60_000;
}

const at = (weekday: number, from: string, to: string): WeeklyHours => {
  const minutes = (time: string) => {
    const [h = 0, m = 0] = time.split(':').map(Number);
    return h * 60 + m;
  };
  return { weekday, from: minutes(from), to: minutes(to) };
};

describe('weekly hours', () => {
  it('end after they begin', () => {
    expect(WeeklyHours.safeParse({ weekday: 1, from: 540, to: 600 }).success).to.be.true;
    expect(WeeklyHours.safeParse({ weekday: 1, from: 0, to: 1440 }).success).to.be.true;
    for (const bad of [
      { weekday: 1, from: 600, to: 600 },
      { weekday: 1, from: 600, to: 540 },
      { weekday: 7, from: 0, to: 60 },
      { weekday: 1, from: 0, to: 1441 },
      { weekday: 1, from: -1, to: 60 },
      { weekday: 1, from: 0.5, to: 60 },
    ])
      expect(WeeklyHours.safeParse(bad).success, JSON.stringify(bad)).to.be.false;
  });

  it('count their first minute and not their last', () => {
    const nineToFive = { hours: [at(1, '9:00', '17:00')], timeZone: 'America/New_York' };
    for (const [time, within] of [
      ['2026-01-12T13:59:59.999Z', false],
      ['2026-01-12T14:00:00.000Z', true],
      ['2026-01-12T21:59:59.999Z', true],
      ['2026-01-12T22:00:00.000Z', false],
      ['2026-01-13T14:00:00.000Z', false],
    ] as const)
      expect(isWithin(nineToFive, new Date(time)), time).to.equal(within);
  });
});

describe('occurrences of weekly hours', () => {
  it('are stretches with a length, apart from each other, in order, in the time asked for', () => {
    fc.assert(
      fc.property(hoursIn(zone), instant, fc.integer({ min: 1, max: 20 }), (h, from, days) => {
        const found = occurrences(h, from, days);
        let last = -Infinity;
        for (const { start, end } of found) {
          expect(start >= from && +start < +from + days * DAY).to.be.true;
          expect(start < end).to.be.true;
          expect(+start).to.be.above(last);
          last = +end;
        }
      }),
    );
  });

  it('hold exactly the instants that are within the hours, in every zone', () => {
    fc.assert(
      fc.property(
        hoursIn(zone),
        instant,
        fc.integer({ min: 0, max: 14 * 24 * 60 - 1 }),
        (h, from, minute) => {
          const time = +from + minute * 60_000;
          // The hours in which the clock changes are looked at below.
          fc.pre(offset(time - 4 * HOUR, h.timeZone) === offset(time + 4 * HOUR, h.timeZone));
          const held = occurrences(h, from).some((o) => +o.start <= time && time < +o.end);
          expect(held).to.equal(isWithin(h, new Date(time)));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('lose what summer time skips and keep what is left', () => {
    const sunday = new Date('2026-03-08T05:00:00Z');
    const inNewYork = (from: string, to: string) =>
      occurrences({ hours: [at(0, from, to)], timeZone: 'America/New_York' }, sunday, 1).map(
        ({ start, end }) => (+end - +start) / HOUR,
      );
    expect(inNewYork('1:00', '4:00')).to.deep.equal([2]);
    expect(inNewYork('2:00', '3:00')).to.deep.equal([]);
    expect(inNewYork('2:30', '3:15')).to.deep.equal([]);
  });

  it('hold the hour that comes twice both times', () => {
    const [night] = occurrences(
      { hours: [at(0, '0:00', '3:00')], timeZone: 'America/New_York' },
      new Date('2026-11-01T04:00:00Z'),
      1,
    );
    expect(night && (+night.end - +night.start) / HOUR).to.equal(4);
  });

  it('are one across midnight and where they touch or overlap', () => {
    const monday = new Date('2026-01-12T00:00:00Z');
    const hours = [
      at(1, '22:00', '24:00'),
      at(2, '0:00', '2:00'),
      at(2, '1:00', '1:30'),
      at(2, '2:00', '3:00'),
    ];
    expect(occurrences({ hours, timeZone: 'UTC' }, monday, 2)).to.deep.equal([
      { start: new Date('2026-01-12T22:00:00Z'), end: new Date('2026-01-13T03:00:00Z') },
    ]);
  });

  it('begin now when they are under way', () => {
    const now = new Date('2026-01-12T10:20:00Z');
    const [first] = occurrences({ hours: [at(1, '9:00', '11:00')], timeZone: 'UTC' }, now);
    expect(first).to.deep.equal({ start: now, end: new Date('2026-01-12T11:00:00Z') });
  });
});

describe('shared time', () => {
  it('is the same seen from both sides and never more than either has', () => {
    fc.assert(
      fc.property(hoursIn(zone), hoursIn(zone), instant, (a, b, from) => {
        const shared = sharedMinutesPerWeek(a, b, from);
        expect(shared).to.equal(sharedMinutesPerWeek(b, a, from));
        expect(shared).to.be.within(0, sharedMinutesPerWeek(a, a, from));
      }),
    );
  });

  it('with oneself is the whole week of one’s hours, counted once', () => {
    fc.assert(
      fc.property(hoursIn(steadyZone), instant, (h, from) => {
        const free = new Set<number>();
        for (const { weekday, from: begin, to } of h.hours)
          for (let m = begin; m < to; m++) free.add(weekday * 1440 + m);
        expect(sharedMinutesPerWeek(h, h, from)).to.equal(free.size);
      }),
    );
  });

  it('follows the clocks: New York and London meet an hour off for three weeks in March', () => {
    const newYork = { hours: [at(3, '9:00', '10:00')], timeZone: 'America/New_York' };
    const london = { hours: [at(3, '14:00', '15:00')], timeZone: 'Europe/London' };
    const shared = (day: string) =>
      sharedMinutesPerWeek(newYork, london, new Date(`${day}T00:00:00Z`));
    expect(shared('2026-02-02')).to.equal(60);
    expect(shared('2026-03-09')).to.equal(0);
    expect(shared('2026-03-30')).to.equal(60);
  });
});
