import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  CheckIn,
  CheckInReceipt,
  daysAnswered,
  MEASURES,
  measuresOf,
  NewCheckIn,
} from '../../../src/client/model/check-in.js';
import { addDays } from '../../../src/client/model/date-time.js';
import { dailyCheckIn } from '../../../src/client/model/questionnaires/daily-check-in.js';
import { localDate } from './arbitraries.js';
import { itemOf, responseOf } from './responses.js';

const checkIn = (answers: Parameters<typeof responseOf>[0]): CheckIn => ({
  id: 'c',
  personId: 'sam',
  receivedAt: '2026-03-01T22:10:05Z',
  response: responseOf(answers),
  on: '2026-03-01',
  timeZone: 'America/Chicago',
});

describe('the measures of a day', () => {
  it('are the numbers that were answered, zero included; the rest is absent', () => {
    expect(
      measuresOf(
        checkIn({
          mood: { valueInteger: 0 },
          craving: { valueInteger: 3 },
          sleep: { valueDecimal: 6.5 },
          connected: { valueBoolean: true },
          reflection: { valueString: 'A walk helped.' },
        }),
      ),
    ).to.deep.equal({ on: '2026-03-01', mood: 0, craving: 3, sleep: 6.5 });
    expect(measuresOf(checkIn({}))).to.deep.equal({ on: '2026-03-01' });
    expect(measuresOf(checkIn({ mood: { valueString: 'fine' } }))).to.deep.equal({
      on: '2026-03-01',
    });
  });

  it('are questions of the daily check-in that take a number', () => {
    for (const measure of MEASURES)
      expect(itemOf(dailyCheckIn.questionnaire, measure).type).to.equal('integer');
  });

  it('stay with their question, whatever else was answered', () => {
    const answers = fc.record(
      { mood: fc.nat(10), craving: fc.nat(10), sleep: fc.nat(14), confidence: fc.nat(10) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(answers, (given) => {
        const response = Object.fromEntries(
          Object.entries(given).map(([linkId, valueInteger]) => [linkId, { valueInteger }]),
        );
        expect(measuresOf(checkIn(response))).to.deep.equal({ on: '2026-03-01', ...given });
      }),
    );
  });
});

describe('days answered', () => {
  it('counts distinct days of the window, today included, however often and in any order', () => {
    fc.assert(
      fc.property(
        localDate,
        fc.array(fc.integer({ min: -3, max: 40 }), { maxLength: 30 }),
        fc.integer({ min: 1, max: 31 }),
        (today, ago, days) => {
          const on = ago.map((n) => ({ on: addDays(today, -n) }));
          const inWindow = new Set(ago.filter((n) => n >= 0 && n < days));
          expect(daysAnswered(on, today, days)).to.deep.equal({
            answered: inWindow.size,
            of: days,
          });
        },
      ),
    );
  });

  it('says "5 of the last 7 days"', () => {
    const on = ['2026-03-01', '2026-02-28', '2026-02-27', '2026-02-25', '2026-02-23', '2026-02-22'];
    expect(
      daysAnswered(
        on.map((day) => ({ on: day })),
        '2026-03-01',
      ),
    ).to.deep.equal({ answered: 5, of: 7 });
    expect(daysAnswered([], '2026-03-01')).to.deep.equal({ answered: 0, of: 7 });
  });
});

describe('a check-in', () => {
  it('is about a day in a zone', () => {
    const { response, on, timeZone } = checkIn({ mood: { valueInteger: 5 } });
    expect(NewCheckIn.safeParse({ response, on, timeZone }).success).to.be.true;
    expect(NewCheckIn.safeParse({ response, on: '2026-02-30', timeZone }).success).to.be.false;
    expect(NewCheckIn.safeParse({ response, on, timeZone: 'Here' }).success).to.be.false;
    expect(NewCheckIn.safeParse({ response, on }).success).to.be.false;
  });

  it('comes through a wire as it was, and its receipt too', () => {
    const kept: CheckIn = {
      ...checkIn({ mood: { valueInteger: 5 } }),
      score: { total: 9, max: 27, band: { code: 'mild', label: { en: 'Mild symptoms' } } },
    };
    expect(CheckIn.parse(JSON.parse(JSON.stringify(kept)))).to.deep.equal(kept);
    for (const status of ['received', 'queued'])
      expect(CheckInReceipt.safeParse({ status, checkInId: 'c', at: kept.receivedAt }).success).to
        .be.true;
    expect(
      CheckInReceipt.safeParse({ status: 'lost', checkInId: 'c', at: kept.receivedAt }).success,
    ).to.be.false;
  });
});
