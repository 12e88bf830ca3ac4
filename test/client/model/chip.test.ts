import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  chipDate,
  chips,
  chipsComing,
  chipsEarned,
  type Chip,
} from '../../../src/client/model/chip.js';
import { addDays } from '../../../src/client/model/date-time.js';
import type { RecoveryRecord } from '../../../src/client/model/recovery-record.js';
import { localDate } from './arbitraries.js';

/** A record whose chapters lasted so many days, each written down on its first day. */
function recordOf(start: string, lengths: readonly number[]): RecoveryRecord {
  let startedOn = start;
  return {
    personId: 'sam',
    label: 'in-recovery',
    chapters: [...lengths, undefined].map((days, i) => {
      const begun = startedOn;
      if (days !== undefined) startedOn = addDays(begun, days);
      return {
        id: `c${i}`,
        startedOn: begun,
        ...(days === undefined ? {} : { endedOn: startedOn }),
        timeZone: 'UTC',
        recordedAt: `${begun}T12:00:00Z`,
      };
    }),
  };
}

const record = fc
  .tuple(localDate, fc.array(fc.integer({ min: 0, max: 800 }), { maxLength: 5 }))
  .map(([start, lengths]) => recordOf(start, lengths));
const key = (chip: { chapterId: string; code: string; on: string }) =>
  `${chip.chapterId} ${chip.code} ${chip.on}`;

function first(count: number): Chip[] {
  const found: Chip[] = [];
  for (const chip of chips()) {
    if (found.length === count) break;
    found.push(chip);
  }
  return found;
}

describe('chips', () => {
  it('are those of the fellowships, then one a year without end', () => {
    expect(first(9).map((chip) => chip.code)).to.deep.equal([
      '24-hours',
      '30-days',
      '60-days',
      '90-days',
      '6-months',
      '9-months',
      '1-year',
      '2-years',
      '3-years',
    ]);
    expect(first(56).at(-1)?.code).to.equal('50-years');
  });

  it('follow each other whatever the day on which the chapter began', () => {
    fc.assert(
      fc.property(localDate, (start) => {
        const dates = first(20).map((chip) => chipDate(chip, start));
        expect([start, ...dates]).to.deep.equal([...new Set([start, ...dates])].sort());
      }),
    );
  });

  it('are earned on the calendar: the next day, the same day of a month, of a year', () => {
    const on = (start: string) =>
      Object.fromEntries(first(7).map((chip) => [chip.code, chipDate(chip, start)]));
    expect(on('2024-08-31')).to.deep.equal({
      '24-hours': '2024-09-01',
      '30-days': '2024-09-30',
      '60-days': '2024-10-30',
      '90-days': '2024-11-29',
      '6-months': '2025-02-28',
      '9-months': '2025-05-31',
      '1-year': '2025-08-31',
    });
  });

  it('of a chapter begun on 29 February come on the 28th, and every fourth year on the 29th', () => {
    const years = [1, 2, 3, 4].map((count) =>
      chipDate({ code: '', unit: 'years', count }, '2024-02-29'),
    );
    expect(years).to.deep.equal(['2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29']);
  });
});

describe('chips earned', () => {
  it('only grow as days pass, and come in the order of their dates', () => {
    fc.assert(
      fc.property(record, localDate, fc.nat(900), (r, today, later) => {
        const now = chipsEarned(r, today);
        const then = chipsEarned(r, addDays(today, later));
        expect(then.map(key)).to.include.members(now.map(key));
        const dates = then.map((chip) => chip.on);
        expect(dates).to.deep.equal([...dates].sort());
      }),
    );
  });

  it('are of the past and of their chapter', () => {
    fc.assert(
      fc.property(record, localDate, (r, today) => {
        for (const chip of chipsEarned(r, today)) {
          const chapter = r.chapters.find((c) => c.id === chip.chapterId);
          expect(chip.on <= today).to.be.true;
          expect(chip.on).to.equal(chipDate(chip, chapter?.startedOn ?? ''));
          if (chapter?.endedOn) expect(chip.on <= chapter.endedOn).to.be.true;
        }
      }),
    );
  });

  it('include the one of the very day, and of the day of a return to use', () => {
    const r = recordOf('2026-01-01', [30]);
    expect(chipsEarned(r, '2026-01-31').map((chip) => chip.code)).to.deep.equal([
      '24-hours',
      '30-days',
    ]);
    expect(chipsEarned(r, '2026-01-30').map((chip) => chip.code)).to.deep.equal(['24-hours']);
  });
});

describe('chips to come', () => {
  it('are the next ones of the current chapter, none of them earned', () => {
    fc.assert(
      fc.property(record, localDate, fc.integer({ min: 0, max: 6 }), (r, today, count) => {
        const coming = chipsComing(r, today, count);
        expect(coming).to.have.length(count);
        const earned = new Set(chipsEarned(r, today).map(key));
        for (const chip of coming) {
          expect(chip.on > today).to.be.true;
          expect(chip.chapterId).to.equal(r.chapters.at(-1)?.id);
          expect(earned.has(key(chip))).to.be.false;
        }
        expect(chipsEarned(r, coming.at(-1)?.on ?? today).map(key)).to.include.members(
          coming.map(key),
        );
      }),
    );
  });

  it('begin after today: the one of this very day is earned', () => {
    const r = recordOf('2026-01-01', []);
    expect(chipsComing(r, '2026-01-31').map((chip) => chip.code)).to.deep.equal([
      '60-days',
      '90-days',
      '6-months',
    ]);
  });

  it('are none before the first chapter', () => {
    const none: RecoveryRecord = { personId: 'sam', label: 'well', chapters: [] };
    expect(chipsComing(none, '2026-01-01')).to.deep.equal([]);
    expect(chipsEarned(none, '2026-01-01')).to.deep.equal([]);
  });
});
