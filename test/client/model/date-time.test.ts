import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  addDays,
  addMonths,
  daysBetween,
  Instant,
  instantOf,
  isTimeZone,
  LocalDate,
  localDateAt,
  TimeZone,
  wallClockAt,
} from '../../../src/client/model/date-time.js';
import { instant, localDate, zone } from './arbitraries.js';

const MINUTE = 60_000;
const minutes = fc.integer({ min: 0, max: 1439 });

/** Every instant at which the wall shows this, found by trying all offsets in use since 1975. */
function shownAt(date: string, minute: number, timeZone: string): number[] {
  const asUtc = Date.parse(`${date}T00:00:00Z`) + minute * MINUTE;
  const found: number[] = [];
  for (let offset = -12 * 60; offset <= 14 * 60; offset += 15) {
    const at = asUtc - offset * MINUTE;
    if (
      localDateAt(new Date(at), timeZone) === date &&
      wallClockAt(new Date(at), timeZone).minutes === minute
    )
      found.push(at);
  }
  return found.sort((a, b) => a - b);
}

describe('the wall clock of a zone', () => {
  it('gives back the date and minute from which an instant was made', () => {
    fc.assert(
      fc.property(localDate, minutes, zone, (date, minute, timeZone) => {
        const at = instantOf(date, minute, timeZone);
        const [first] = shownAt(date, minute, timeZone);
        if (first !== undefined) expect(+at).to.equal(first);
      }),
      { numRuns: 300 },
    );
  });

  it('puts a minute that summer time skips after the gap, never before it', () => {
    for (const [date, minute, timeZone, expected] of [
      ['2026-03-08', 2 * 60 + 30, 'America/New_York', '2026-03-08T07:30:00.000Z'],
      ['2026-03-29', 1 * 60 + 15, 'Europe/London', '2026-03-29T01:15:00.000Z'],
      ['2026-10-04', 2 * 60 + 15, 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z'],
      ['2011-12-30', 12 * 60, 'Pacific/Apia', '2011-12-30T22:00:00.000Z'],
    ] as const) {
      expect(shownAt(date, minute, timeZone), timeZone).to.be.empty;
      expect(instantOf(date, minute, timeZone).toISOString(), timeZone).to.equal(expected);
    }
  });

  it('takes the earlier of two instants that show the same', () => {
    for (const [date, minute, timeZone, expected] of [
      ['2026-11-01', 90, 'America/New_York', '2026-11-01T05:30:00.000Z'],
      ['2026-10-25', 90, 'Europe/London', '2026-10-25T00:30:00.000Z'],
      ['2026-04-05', 105, 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z'],
    ] as const) {
      expect(shownAt(date, minute, timeZone), timeZone).to.have.length(2);
      expect(instantOf(date, minute, timeZone).toISOString(), timeZone).to.equal(expected);
    }
  });

  it('begins the day after midnight where midnight itself is skipped', () => {
    expect(instantOf('2026-03-08', 0, 'America/Havana').toISOString()).to.equal(
      '2026-03-08T05:00:00.000Z',
    );
    expect(wallClockAt(new Date('2026-03-08T05:00:00Z'), 'America/Havana')).to.deep.equal({
      weekday: 0,
      minutes: 60,
    });
  });

  it('takes minute 1440 for the midnight that ends the day', () => {
    fc.assert(
      fc.property(localDate, zone, (date, timeZone) => {
        expect(instantOf(date, 1440, timeZone)).to.deep.equal(
          instantOf(addDays(date, 1), 0, timeZone),
        );
      }),
    );
  });

  it('names the weekday of its own date', () => {
    fc.assert(
      fc.property(instant, zone, (at, timeZone) => {
        const date = localDateAt(at, timeZone);
        expect(wallClockAt(at, timeZone).weekday).to.equal(
          new Date(`${date}T00:00:00Z`).getUTCDay(),
        );
      }),
    );
  });

  it('never goes back as time passes, except by an hour or so in autumn', () => {
    fc.assert(
      fc.property(instant, zone, fc.integer({ min: 3, max: 48 }), (at, timeZone, hours) => {
        const later = new Date(+at + hours * 60 * MINUTE);
        expect(localDateAt(later, timeZone) >= localDateAt(at, timeZone)).to.be.true;
      }),
    );
  });

  it('is a day or two further on Kiritimati than on Pago Pago', () => {
    fc.assert(
      fc.property(instant, (at) => {
        fc.pre(at >= new Date('1996-01-01'));
        expect(
          daysBetween(localDateAt(at, 'Pacific/Pago_Pago'), localDateAt(at, 'Pacific/Kiritimati')),
        ).to.be.oneOf([1, 2]);
      }),
    );
  });
});

describe('calendar arithmetic', () => {
  const days = fc.integer({ min: -5000, max: 5000 });
  const months = fc.integer({ min: -600, max: 600 });

  it('counts back what it counted forth', () => {
    fc.assert(
      fc.property(localDate, days, (date, n) => {
        expect(daysBetween(date, addDays(date, n))).to.equal(n);
        expect(addDays(addDays(date, n), -n)).to.equal(date);
      }),
    );
  });

  it('moves by months to the same day, or to the last one of a shorter month', () => {
    fc.assert(
      fc.property(localDate, months, (date, n) => {
        const moved = addMonths(date, n);
        const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
        const [newYear = 0, newMonth = 0, newDay = 0] = moved.split('-').map(Number);
        expect(newYear * 12 + newMonth).to.equal(year * 12 + month + n);
        expect(LocalDate.safeParse(moved).success).to.be.true;
        if (newDay !== day) {
          expect(newDay).to.be.below(day);
          expect(addDays(moved, 1).slice(8)).to.equal('01');
        }
      }),
    );
  });

  it('keeps the order of dates when moving them by months', () => {
    fc.assert(
      fc.property(localDate, fc.integer({ min: 0, max: 400 }), months, (date, later, n) => {
        expect(addMonths(addDays(date, later), n) >= addMonths(date, n)).to.be.true;
      }),
    );
  });

  it('has 28 February follow 29 February for three years, then the 29th again', () => {
    expect([1, 2, 3, 4].map((years) => addMonths('2024-02-29', years * 12))).to.deep.equal([
      '2025-02-28',
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
    ]);
  });

  it('does not take a year that is still being typed for one of the last century', () => {
    expect(addMonths('0025-01-31', 1)).to.equal('0025-02-28');
    expect(addMonths('0002-12-01', 1)).to.equal('0003-01-01');
  });
});

describe('schemas of dates', () => {
  it('take exactly the days that exist', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, day) => {
          const date = [
            String(year).padStart(4, '0'),
            String(month).padStart(2, '0'),
            String(day).padStart(2, '0'),
          ].join('-');
          const parsed = new Date(`${date}T00:00:00Z`);
          const exists = !Number.isNaN(+parsed) && parsed.toISOString().startsWith(date);
          expect(LocalDate.safeParse(date).success, date).to.equal(exists);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('take instants with an offset and no others', () => {
    for (const good of ['2026-03-01T09:30:00Z', '2026-03-01T09:30:00.5+05:45'])
      expect(Instant.safeParse(good).success, good).to.be.true;
    for (const bad of ['2026-03-01', '2026-03-01T09:30:00', '2026-02-30T09:30:00Z', 'now', ''])
      expect(Instant.safeParse(bad).success, bad).to.be.false;
  });

  it('take zones that this browser knows', () => {
    fc.assert(fc.property(zone, (name) => TimeZone.safeParse(name).success));
    for (const bad of ['', 'Mars/Olympus_Mons', 'America/Springfield'])
      expect(isTimeZone(bad), bad).to.be.false;
    expect(TimeZone.safeParse('Europe/Atlantis').success).to.be.false;
  });
});
