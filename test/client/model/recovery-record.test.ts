import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { chipsEarned } from '../../../src/client/model/chip.js';
import { addDays, daysBetween, localDateAt } from '../../../src/client/model/date-time.js';
import {
  chapterDays,
  changeRecord,
  type RecordChange,
  RecoveryRecord,
  recoveryTime,
  type Chapter,
} from '../../../src/client/model/recovery-record.js';
import { RuleError } from '../../../src/client/model/rule-error.js';
import { zone } from './arbitraries.js';

const DAY = 86_400_000;
const empty: RecoveryRecord = { personId: 'sam', label: 'in-recovery', chapters: [] };

/** What a person does to their record over the years, wherever they are, sooner or later. */
const step = fc.record({
  type: fc.constantFrom(
    'start' as const,
    'return-to-use' as const,
    'return-to-use' as const,
    'correct-start' as const,
    'label' as const,
  ),
  /** Hours since the last step. */
  wait: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 24 * 500 })),
  timeZone: zone,
  /** How many days ago; negative is in the future. */
  ago: fc.oneof(fc.constant(0), fc.integer({ min: -2, max: 40 }), fc.integer({ min: 0, max: 900 })),
  which: fc.nat(5),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

interface Taken {
  before: RecoveryRecord;
  after: RecoveryRecord | string;
  change: RecordChange;
  now: Date;
  /** The local date where the person is. */
  today: string;
}

function take(steps: readonly Step[]): Taken[] {
  let record = empty;
  let now = Date.parse('2022-02-27T20:00:00Z');
  return steps.map(({ type, wait, timeZone, ago, which }, i) => {
    now += wait * 3_600_000;
    const at = new Date(now);
    const today = localDateAt(at, timeZone);
    const on = addDays(today, -ago);
    const change: RecordChange =
      type === 'label'
        ? { type, label: 'sober' }
        : type === 'correct-start'
          ? { type, on, timeZone, chapterId: record.chapters.at(-1 - which)?.id ?? 'none' }
          : { type, on, timeZone };
    const before = record;
    let after: RecoveryRecord | string;
    try {
      after = record = changeRecord(record, change, at, `c${i}`);
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      after = error.rule;
    }
    return { before, after, change, now: at, today };
  });
}

/** Checks each change of many random histories that was let through. */
function always(check: (taken: Taken & { after: RecoveryRecord }) => void, numRuns = 400): void {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 14 }), (steps) => {
      const begun: Step = { type: 'start', wait: 0, timeZone: 'UTC', ago: 0, which: 0 };
      for (const taken of take([{ ...begun, ...steps[0], type: 'start' }, ...steps]))
        if (typeof taken.after !== 'string') check({ ...taken, after: taken.after });
    }),
    { numRuns },
  );
}

const codes = (record: RecoveryRecord, today: string) =>
  chipsEarned(record, today).map((chip) => `${chip.chapterId} ${chip.code} ${chip.on}`);

describe('a recovery record', () => {
  it('is chapters in order that meet, of which only the last is open', () => {
    always(({ after }) => {
      const { chapters } = after;
      chapters.forEach((chapter, i) => {
        const next: Chapter | undefined = chapters[i + 1];
        expect(chapter.endedOn).to.equal(next?.startedOn);
        if (next) expect(chapter.startedOn <= next.startedOn).to.be.true;
      });
      expect(new Set(chapters.map((c) => c.id)).size).to.equal(chapters.length);
      expect(RecoveryRecord.parse(after)).to.deep.equal(after);
    });
  });

  it('changes by nothing but its rules, and the old one is untouched', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        for (const { before, after, change } of take(steps)) {
          if (typeof after === 'string')
            expect(after).to.be.oneOf([
              'date-in-future',
              'already-started',
              'not-started',
              'no-such-chapter',
              'overlaps-chapter',
            ]);
          else if (change.type === 'label')
            expect(after).to.deep.equal({ ...before, label: 'sober' });
          else
            expect(after.chapters.length - before.chapters.length).to.equal(
              change.type === 'correct-start' ? 0 : 1,
            );
        }
      }),
    );
  });

  it('names the rule that a change broke', () => {
    const now = new Date('2026-03-10T12:00:00Z');
    const timeZone = 'UTC';
    const started = changeRecord(empty, { type: 'start', on: '2026-01-01', timeZone }, now, 'a');
    const twice = changeRecord(
      started,
      { type: 'return-to-use', on: '2026-02-01', timeZone },
      now,
      'b',
    );
    const rule = (record: RecoveryRecord, change: RecordChange) => {
      try {
        changeRecord(record, change, now, 'z');
      } catch (error) {
        return error instanceof RuleError ? error.rule : error;
      }
      return undefined;
    };
    const correct = (chapterId: string, on: string): RecordChange => ({
      type: 'correct-start',
      chapterId,
      on,
      timeZone,
    });
    expect(rule(empty, { type: 'start', on: '2026-03-11', timeZone })).to.equal('date-in-future');
    expect(rule(started, { type: 'start', on: '2026-03-01', timeZone })).to.equal(
      'already-started',
    );
    expect(rule(empty, { type: 'return-to-use', on: '2026-03-01', timeZone })).to.equal(
      'not-started',
    );
    expect(rule(started, { type: 'return-to-use', on: '2025-12-31', timeZone })).to.equal(
      'overlaps-chapter',
    );
    expect(rule(started, correct('x', '2026-01-02'))).to.equal('no-such-chapter');
    expect(rule(twice, correct('a', '2026-02-02'))).to.equal('overlaps-chapter');
    expect(rule(twice, correct('b', '2025-12-31'))).to.equal('overlaps-chapter');
    expect(rule(twice, correct('b', '2026-01-01'))).to.be.undefined;
  });

  it('knows tomorrow where it is already tomorrow', () => {
    const now = new Date('2026-03-10T12:00:00Z');
    const start = (timeZone: string) =>
      changeRecord(empty, { type: 'start', on: '2026-03-11', timeZone }, now, 'a');
    expect(start('Pacific/Kiritimati').chapters).to.have.length(1);
    expect(() => start('Pacific/Pago_Pago'))
      .to.throw(RuleError)
      .with.property('rule', 'date-in-future');
  });

  it('keeps a person’s own words for their time, and drops them with another label', () => {
    const now = new Date('2026-03-10T12:00:00Z');
    const own = changeRecord(
      empty,
      { type: 'label', label: 'custom', customLabel: 'days of light' },
      now,
      'a',
    );
    expect(own).to.include({ label: 'custom', customLabel: 'days of light' });
    expect(changeRecord(own, { type: 'label', label: 'well' }, now, 'a')).to.deep.equal({
      ...empty,
      label: 'well',
    });
  });
});

describe('a return to use', () => {
  /** Filling in one's past on one day is the exception, see the last test here. */
  const writtenEarlier = ({ before, today, change }: Taken) => {
    const current = before.chapters.at(-1);
    return (
      change.type === 'return-to-use' &&
      current !== undefined &&
      localDateAt(new Date(current.recordedAt), current.timeZone) < today
    );
  };

  it('begins a new chapter and takes no lifetime day, no longest stretch and no chip', () => {
    let told = 0;
    always((taken) => {
      if (!writtenEarlier(taken)) return;
      told++;
      const { before, after, today } = taken;
      const was = recoveryTime(before, today);
      const is = recoveryTime(after, today);
      expect(is.lifetime).to.be.at.least(was.lifetime);
      expect(is.longest).to.be.at.least(was.longest);
      expect(codes(after, today)).to.include.members(codes(before, today));
    });
    expect(told, 'enough returns were tried').to.be.above(100);
  });

  it('also takes nothing later on, as days go by', () => {
    always((taken) => {
      if (!writtenEarlier(taken)) return;
      const { before, after, today } = taken;
      const later = addDays(today, 400);
      expect(codes(after, later)).to.include.members(codes(before, today));
      expect(recoveryTime(after, later).longest).to.be.at.least(
        recoveryTime(before, today).longest,
      );
    }, 100);
  });

  it('of today is always heard, even when a flight has put the calendar back', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        for (const { before, after, change, today } of take(steps))
          if (change.type === 'return-to-use' && change.on === today && before.chapters.length)
            expect(typeof after).to.equal('object');
      }),
    );
    const started = changeRecord(
      empty,
      { type: 'start', on: '2026-03-11', timeZone: 'Pacific/Kiritimati' },
      new Date('2026-03-10T12:00:00Z'),
      'a',
    );
    const back = changeRecord(
      started,
      { type: 'return-to-use', on: '2026-03-10', timeZone: 'Pacific/Pago_Pago' },
      new Date('2026-03-10T20:00:00Z'),
      'b',
    );
    expect(back.chapters.map((c) => c.startedOn)).to.deep.equal(['2026-03-11', '2026-03-11']);
    expect(recoveryTime(back, '2026-03-10')).to.deep.equal({ current: 0, longest: 0, lifetime: 0 });
  });

  it('told late counts from its day, and leaves the chips that were held until then', () => {
    const timeZone = 'UTC';
    const started = changeRecord(
      empty,
      { type: 'start', on: '2026-01-01', timeZone },
      new Date('2026-01-01T12:00:00Z'),
      'a',
    );
    const told = changeRecord(
      started,
      { type: 'return-to-use', on: '2026-02-20', timeZone },
      new Date('2026-04-11T12:00:00Z'),
      'b',
    );
    expect(recoveryTime(told, '2026-04-11')).to.deep.equal({
      current: 50,
      longest: 100,
      lifetime: 100,
    });
    expect(codes(told, '2026-04-11')).to.deep.equal([
      'a 24-hours 2026-01-02',
      'a 30-days 2026-01-31',
      'b 24-hours 2026-02-21',
      'a 60-days 2026-03-02',
      'b 30-days 2026-03-22',
      'a 90-days 2026-04-01',
    ]);
    expect(codes(told, '2026-12-31')).not.to.include('a 6-months 2026-07-01');
  });

  it('that fills in one’s past earns what was truly reached and no more', () => {
    const timeZone = 'UTC';
    const now = new Date('2026-03-10T12:00:00Z');
    let record = changeRecord(empty, { type: 'start', on: '2023-03-10', timeZone }, now, 'a');
    record = changeRecord(record, { type: 'return-to-use', on: '2023-05-10', timeZone }, now, 'b');
    expect(recoveryTime(record, '2026-03-10')).to.deep.equal({
      current: daysBetween('2023-05-10', '2026-03-10'),
      longest: daysBetween('2023-05-10', '2026-03-10'),
      lifetime: daysBetween('2023-03-10', '2026-03-10'),
    });
    expect(codes(record, '2026-03-10').filter((c) => c.startsWith('a '))).to.deep.equal([
      'a 24-hours 2023-03-11',
      'a 30-days 2023-04-09',
      'a 60-days 2023-05-09',
    ]);
  });
});

describe('mending a date', () => {
  it('is no return to use: the same chapters, none of them begun anew', () => {
    always(({ before, after, change }) => {
      if (change.type !== 'correct-start') return;
      expect(after.chapters.map((c) => c.id)).to.deep.equal(before.chapters.map((c) => c.id));
      expect(after.chapters.map((c) => c.recordedAt)).to.deep.equal(
        before.chapters.map((c) => c.recordedAt),
      );
      expect(after.chapters.find((c) => c.id === change.chapterId)?.startedOn).to.equal(change.on);
    });
  });

  it('backwards gives the days and chips that were missing', () => {
    const now = new Date('2026-03-10T12:00:00Z');
    const timeZone = 'UTC';
    const started = changeRecord(empty, { type: 'start', on: '2026-03-01', timeZone }, now, 'a');
    const mended = changeRecord(
      started,
      { type: 'correct-start', chapterId: 'a', on: '2025-03-01', timeZone },
      now,
      'b',
    );
    expect(recoveryTime(mended, '2026-03-10').current).to.equal(374);
    expect(codes(mended, '2026-03-10')).to.include('a 1-year 2026-03-01');
  });
});

describe('recovery time', () => {
  it('adds up: lifetime is every day since the first, longest is one of its parts', () => {
    always(({ after, today }) => {
      const [first] = after.chapters;
      const last = after.chapters.at(-1);
      if (!first || !last || last.startedOn > today) return;
      const time = recoveryTime(after, today);
      expect(time.lifetime).to.equal(daysBetween(first.startedOn, today));
      expect(time.current).to.equal(daysBetween(last.startedOn, today));
      expect(time.longest).to.be.within(time.current, time.lifetime);
    });
  });

  it('never goes back as days pass', () => {
    always(({ after, today }) => {
      const later = recoveryTime(after, addDays(today, 1));
      const now = recoveryTime(after, today);
      for (const key of ['current', 'longest', 'lifetime'] as const)
        expect(later[key]).to.be.at.least(now[key]);
    }, 100);
  });

  it('is the same whatever the summer time: days are calendar days', () => {
    const chapter: Chapter = {
      id: 'a',
      startedOn: '2026-03-07',
      timeZone: 'America/New_York',
      recordedAt: new Date(Date.parse('2026-03-07T12:00:00Z')).toISOString(),
    };
    expect(chapterDays(chapter, '2026-03-07')).to.equal(0);
    expect(chapterDays(chapter, '2026-03-08')).to.equal(1);
    expect(chapterDays(chapter, '2026-03-09')).to.equal(2);
  });

  it('as of a day in the past knows nothing of what came after', () => {
    const now = Date.parse('2026-01-01T12:00:00Z');
    const timeZone = 'UTC';
    let record = changeRecord(
      empty,
      { type: 'start', on: '2026-01-01', timeZone },
      new Date(now),
      'a',
    );
    record = changeRecord(
      record,
      { type: 'return-to-use', on: '2026-02-10', timeZone },
      new Date(now + 40 * DAY),
      'b',
    );
    expect(recoveryTime(record, '2026-01-11')).to.deep.equal({
      current: 0,
      longest: 10,
      lifetime: 10,
    });
  });

  it('of an empty record is nothing', () => {
    expect(recoveryTime(empty, '2026-01-01')).to.deep.equal({
      current: 0,
      longest: 0,
      lifetime: 0,
    });
  });
});
