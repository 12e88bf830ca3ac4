import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  CheckInRhythm,
  CheckInSchedule,
  due,
  EDGE_DAYS,
  periodOf,
  sameQuestionnaire,
} from '../../../src/client/model/check-in-schedule.js';
import { addDays, daysBetween, localDateAt } from '../../../src/client/model/date-time.js';
import { instant, localDate, zone } from './arbitraries.js';

const rhythm = fc.constantFrom(...CheckInRhythm.options);
const repeating = fc.constantFrom('daily', 'weekly', 'every-two-weeks' as const);
const LONGEST = { daily: 1, weekly: 7, 'every-two-weeks': 14 } as const;
const programme = fc
  .tuple(localDate, fc.option(fc.nat(120), { nil: undefined }))
  .map(([startedOn, stays]) => ({
    startedOn,
    dischargedOn: stays === undefined ? undefined : addDays(startedOn, stays),
  }));

const PHQ = 'https://wayfellow.dev/fhir/Questionnaire/phq-9';
const DAILY = 'https://wayfellow.dev/fhir/Questionnaire/daily-check-in';

describe('the period of a schedule', () => {
  it('is counted from the first day of the person, not of the week', () => {
    const stay = { startedOn: '2026-05-06', dischargedOn: '2026-06-30' };
    expect(periodOf('daily', stay, '2026-05-09')).to.deep.equal({
      from: '2026-05-09',
      to: '2026-05-09',
    });
    expect(periodOf('weekly', stay, '2026-05-12')?.from).to.equal('2026-05-06');
    expect(periodOf('weekly', stay, '2026-05-13')?.from).to.equal('2026-05-13');
    expect(periodOf('every-two-weeks', stay, '2026-05-13')?.to).to.equal('2026-05-19');
    expect(periodOf('every-two-weeks', stay, '2026-06-30')).to.deep.equal({
      from: '2026-06-17',
      to: '2026-06-30',
    });
    expect(periodOf('at-intake', stay, '2026-05-19')?.from).to.equal('2026-05-06');
    expect(periodOf('at-intake', stay, '2026-05-20')).to.be.undefined;
    expect(periodOf('at-discharge', stay, '2026-06-29')).to.be.undefined;
    expect(periodOf('at-discharge', stay, '2026-07-13')?.from).to.equal('2026-06-30');
    expect(periodOf('at-discharge', stay, '2026-07-14')).to.be.undefined;
    expect(periodOf('at-discharge', { startedOn: '2026-05-06' }, '2026-05-06')).to.be.undefined;
  });

  it('holds its date and is the same for each of its days', () => {
    fc.assert(
      fc.property(rhythm, programme, fc.integer({ min: -20, max: 160 }), (each, stay, offset) => {
        const date = addDays(stay.startedOn, offset);
        const period = periodOf(each, stay, date);
        if (!period) return;
        expect(period.from <= date && date <= period.to).to.be.true;
        for (let day = period.from; day <= period.to; day = addDays(day, 1))
          expect(periodOf(each, stay, day)).to.deep.equal(period);
        expect(periodOf(each, stay, addDays(period.to, 1))?.from).to.not.equal(period.from);
      }),
    );
  });

  it('follows the one before without a gap, from the first day to discharge and no further', () => {
    fc.assert(
      fc.property(repeating, programme, (each, stay) => {
        const last = stay.dischargedOn ?? addDays(stay.startedOn, 100);
        let next = stay.startedOn;
        while (next <= last) {
          const period = periodOf(each, stay, next);
          expect(period?.from).to.equal(next);
          const length = daysBetween(next, period?.to ?? '') + 1;
          const isCut = stay.dischargedOn !== undefined && period?.to === stay.dischargedOn;
          if (isCut) expect(length).to.be.within(1, LONGEST[each]);
          else expect(length).to.equal(LONGEST[each]);
          next = addDays(period?.to ?? '', 1);
        }
        expect(periodOf(each, stay, addDays(stay.startedOn, -1))).to.be.undefined;
        if (stay.dischargedOn) expect(periodOf(each, stay, next)).to.be.undefined;
      }),
    );
  });

  it('of intake and discharge is one, at most two weeks long', () => {
    fc.assert(
      fc.property(programme, (stay) => {
        for (const each of ['at-intake', 'at-discharge'] as const) {
          const start = each === 'at-intake' ? stay.startedOn : stay.dischargedOn;
          const days = Array.from({ length: 200 }, (_, i) => addDays(stay.startedOn, i - 10));
          const open = days.filter((day) => periodOf(each, stay, day));
          expect(open[0]).to.equal(start);
          expect(open.length).to.be.at.most(EDGE_DAYS);
          if (!stay.dischargedOn && each === 'at-intake') expect(open).to.have.length(EDGE_DAYS);
        }
      }),
    );
  });
});

describe('what is due', () => {
  const schedules: CheckInSchedule[] = CheckInRhythm.options.map((each) => ({
    questionnaire: `https://clinic.example/${each}`,
    rhythm: each,
  }));
  const only = (questionnaire: string, each: CheckInRhythm) => [{ questionnaire, rhythm: each }];

  it('goes by the calendar of the person', () => {
    const history = { programme: { startedOn: '2026-05-06' }, answered: [] };
    const now = new Date('2026-05-06T03:00:00Z');
    const inZone = (timeZone: string) =>
      due(only(DAILY, 'daily'), { ...history, timeZone }, now).map((d) => d.from);
    expect(inZone('America/Chicago'), 'there it is still the 5th').to.deep.equal([]);
    expect(inZone('Asia/Kolkata')).to.deep.equal(['2026-05-06']);
  });

  it('is done by one answer about any day of the period, in any version, and by no other', () => {
    const now = new Date('2026-05-14T18:00:00Z');
    const programme = { startedOn: '2026-05-06' };
    const isDue = (questionnaire: string, on: string) =>
      due(
        only(PHQ, 'weekly'),
        { programme, timeZone: 'America/Chicago', answered: [{ questionnaire, on }] },
        now,
      ).length === 1;
    expect(isDue(`${PHQ}|1.0.0`, '2026-05-13')).to.be.false;
    expect(isDue(PHQ, '2026-05-19')).to.be.false;
    expect(isDue(PHQ, '2026-05-12'), 'the week before').to.be.true;
    expect(isDue(DAILY, '2026-05-13'), 'another questionnaire').to.be.true;
  });

  it('is what is open and has not been answered, what closes first at the front', () => {
    const offsets = fc.array(fc.tuple(fc.nat(4), fc.integer({ min: -20, max: 1 })));
    fc.assert(
      fc.property(programme, zone, instant, offsets, (stay, timeZone, now, given) => {
        const today = localDateAt(now, timeZone);
        const answered = given.map(([which, offset]) => ({
          questionnaire: `${schedules[which]?.questionnaire}|2`,
          on: addDays(today, offset),
        }));
        // Near the present, or nothing would ever be open.
        const shift = daysBetween(stay.startedOn, today) % 100;
        const moved = {
          startedOn: addDays(today, -shift),
          dischargedOn:
            stay.dischargedOn &&
            addDays(today, daysBetween(stay.startedOn, stay.dischargedOn) - shift),
        };
        const list = due(schedules, { programme: moved, timeZone, answered }, now);
        const names = list.map((d) => d.questionnaire);
        for (const { questionnaire, rhythm: each } of schedules) {
          const period = periodOf(each, moved, today);
          const isDone = answered.some(
            ({ questionnaire: of, on }) =>
              of === `${questionnaire}|2` && period && on >= period.from && on <= period.to,
          );
          expect(names.includes(questionnaire)).to.equal(period !== undefined && !isDone);
        }
        const closing = list.map((d) => d.to);
        expect(closing).to.deep.equal([...closing].sort());
        expect(due(schedules, { programme: undefined, timeZone, answered }, now)).to.be.empty;
      }),
      { numRuns: 300 },
    );
  });
});

describe('a schedule', () => {
  it('is parsed, and nothing that is none', () => {
    const schedule = { questionnaire: PHQ, rhythm: 'every-two-weeks' };
    expect(CheckInSchedule.parse(schedule)).to.deep.equal(schedule);
    for (const wrong of [{ ...schedule, rhythm: 'hourly' }, { ...schedule, questionnaire: '' }, {}])
      expect(CheckInSchedule.safeParse(wrong).success).to.be.false;
  });

  it('means a questionnaire whatever its version', () => {
    expect(sameQuestionnaire(PHQ, `${PHQ}|1`)).to.be.true;
    expect(sameQuestionnaire(`${PHQ}|2`, `${PHQ}|1`)).to.be.true;
    expect(sameQuestionnaire(PHQ, `${PHQ}-a`)).to.be.false;
  });
});
