import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { CheckInHistory } from '../../../src/client/model/check-in-schedule.js';
import { addDays, instantOf, localDateAt } from '../../../src/client/model/date-time.js';
import {
  FOLLOW_UP_AFTER,
  followUps,
  missedDays,
  type Outage,
} from '../../../src/client/model/missed-days.js';
import { instant, zone } from './arbitraries.js';

const DAILY = 'https://wayfellow.dev/fhir/Questionnaire/daily-check-in';
const CHICAGO = 'America/Chicago';

/** Someone in the programme since 1 May who answered on those days of May. */
const person = (days: readonly number[], more: Partial<CheckInHistory> = {}): CheckInHistory => ({
  programme: { startedOn: '2026-05-01' },
  timeZone: CHICAGO,
  answered: days.map((day) => ({ questionnaire: `${DAILY}|1.0.0`, on: may(day) })),
  ...more,
});
const may = (day: number) => `2026-05-${String(day).padStart(2, '0')}`;
/** Noon in Chicago. */
const noon = (day: number) => new Date(`${may(day)}T17:00:00Z`);
const outage = (from: number, to?: number): Outage => ({
  from: noon(from).toISOString(),
  to: to === undefined ? undefined : noon(to).toISOString(),
});

describe('missed days', () => {
  it('are over, after the day of intake and not after discharge', () => {
    expect(missedDays(DAILY, person([3]), noon(5))).to.deep.equal([may(2), may(4)]);
    const discharged = { startedOn: may(1), dischargedOn: may(3) };
    expect(missedDays(DAILY, person([], { programme: discharged }), noon(9))).to.deep.equal([
      may(2),
      may(3),
    ]);
    expect(missedDays(DAILY, person([], { programme: undefined }), noon(9))).to.be.empty;
    expect(missedDays('https://clinic.example/other', person([2]), noon(3))).to.deep.equal([
      may(2),
    ]);
  });

  it('end at midnight where the person is', () => {
    const late = new Date('2026-05-03T04:59:59Z');
    expect(missedDays(DAILY, person([]), late)).to.deep.equal([]);
    expect(missedDays(DAILY, person([]), new Date('2026-05-03T05:00:00Z'))).to.deep.equal([may(2)]);
  });

  it('are none of which an outage took a part', () => {
    expect(missedDays(DAILY, person([]), noon(6), [outage(3, 4)])).to.deep.equal([may(2), may(5)]);
    expect(missedDays(DAILY, person([]), noon(6), [outage(4)]), 'it lasts').to.deep.equal([
      may(2),
      may(3),
    ]);
    const night = { from: '2026-05-03T22:00:00Z', to: '2026-05-04T05:00:00Z' };
    expect(missedDays(DAILY, person([]), noon(5), [night]), 'until midnight').to.deep.equal([
      may(2),
      may(4),
    ]);
  });

  it('are not excused by an outage that took no time', () => {
    expect(missedDays(DAILY, person([]), noon(4), [outage(3, 3)])).to.deep.equal([may(2), may(3)]);
    expect(missedDays(DAILY, person([]), noon(4), [outage(9)]), 'one to come').to.deep.equal([
      may(2),
      may(3),
    ]);
  });

  it('are none that the calendar of the zone does not have', () => {
    const samoa = person([], {
      programme: { startedOn: '2011-12-28' },
      timeZone: 'Pacific/Apia',
    });
    expect(missedDays(DAILY, samoa, new Date('2011-12-31T20:00:00Z'))).to.deep.equal([
      '2011-12-29',
      '2011-12-31',
    ]);
  });

  it('are, with those answered and excused, all the days of the programme', () => {
    const history = fc.record({
      now: instant,
      timeZone: zone,
      length: fc.integer({ min: 0, max: 60 }),
      answered: fc.uniqueArray(fc.nat(60)),
      broken: fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 5_000 })), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(history, ({ now, timeZone, length, answered, broken }) => {
        const today = localDateAt(now, timeZone);
        const startedOn = addDays(today, -length);
        const on = (offset: number) => addDays(today, -offset);
        const outages = broken.map(([offset, minutes]) => {
          const from = instantOf(on(offset), 600, timeZone);
          return {
            from: from.toISOString(),
            to: new Date(+from + minutes * 60_000).toISOString(),
          };
        });
        const given: CheckInHistory = {
          programme: { startedOn },
          timeZone,
          answered: answered.map((offset) => ({ questionnaire: DAILY, on: on(offset) })),
        };
        const missed = new Set(missedDays(DAILY, given, now, outages));
        for (let day = addDays(startedOn, 1); day < today; day = addDays(day, 1)) {
          const isAnswered = given.answered.some((c) => c.on === day);
          // Half hour by half hour, to see it another way.
          const wasDown = outages.some(({ from, to }) => {
            for (let at = Date.parse(from); at < Date.parse(to); at += 30 * 60_000)
              if (localDateAt(new Date(at), timeZone) === day) return true;
            return localDateAt(new Date(Date.parse(to) - 1), timeZone) === day;
          });
          expect(missed.delete(day), day).to.equal(!isAnswered && !wasDown);
        }
        expect([...missed], 'outside of the programme').to.be.empty;
      }),
      { numRuns: 150 },
    );
  }).timeout(30_000);
});

describe('following up', () => {
  const who = (history: CheckInHistory, day: number, outages?: Outage[]) =>
    followUps(DAILY, history, noon(day), outages).map((f) => f.who);

  it('is the mentor’s after two missed days, and the clinician’s too after three', () => {
    expect(who(person([2, 3]), 4)).to.deep.equal([]);
    expect(who(person([2, 3]), 5)).to.deep.equal([]);
    expect(who(person([2, 3]), 6)).to.deep.equal(['mentor']);
    expect(followUps(DAILY, person([2, 3]), noon(7))).to.deep.equal([
      { who: 'mentor', since: may(4), days: 3 },
      { who: 'clinician', since: may(4), days: 3 },
    ]);
  });

  it('ends with any answer, today’s or one about tomorrow from further east', () => {
    expect(who(person([2, 9]), 9)).to.deep.equal([]);
    expect(who(person([2, 10]), 9)).to.deep.equal([]);
    expect(who(person([2, 30]), 9), 'a wrong clock').to.deep.equal(['mentor', 'clinician']);
    expect(who(person([2, 7]), 9), 'one missed day since').to.deep.equal([]);
  });

  it('is by nobody after discharge or out of a programme', () => {
    const programme = { startedOn: may(1), dischargedOn: may(5) };
    expect(who(person([], { programme }), 5)).to.deep.equal(['mentor', 'clinician']);
    expect(who(person([], { programme }), 6)).to.deep.equal([]);
    expect(who(person([], { programme: undefined }), 6)).to.deep.equal([]);
  });

  it('is not for an outage of ours, which neither counts nor hides those around it', () => {
    expect(who(person([2]), 8, [outage(3, 7)])).to.deep.equal([]);
    expect(who(person([2]), 8, [outage(4, 6)])).to.deep.equal(['mentor']);
    expect(who(person([2]), 8, [outage(3)])).to.deep.equal([]);
  });

  it('never comes from an outage, and never stops for one alone', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 25 }));
    const span = fc.tuple(fc.integer({ min: 1, max: 25 }), fc.nat(10));
    fc.assert(
      fc.property(
        days,
        fc.array(span, { maxLength: 3 }),
        fc.integer({ min: 2, max: 26 }),
        (answered, spans, today) => {
          const outages = spans.map(([from, length]) => outage(from, Math.min(from + length, 30)));
          const history = person(answered);
          const last = Math.max(1, ...answered.filter((day) => day <= today + 1));
          const isOut = (day: number) =>
            spans.some(([from, length]) => length > 0 && day >= from && day <= from + length);
          const silent = Array.from({ length: today }, (_, i) => i).filter(
            (day) => day > last && !isOut(day),
          );
          expect(who(history, today, outages)).to.deep.equal([
            ...(silent.length >= FOLLOW_UP_AFTER.mentor ? ['mentor'] : []),
            ...(silent.length >= FOLLOW_UP_AFTER.clinician ? ['clinician'] : []),
          ]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
