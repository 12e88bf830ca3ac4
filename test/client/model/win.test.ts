import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { CheckIn } from '../../../src/client/model/check-in.js';
import { addDays } from '../../../src/client/model/date-time.js';
import { winsOf } from '../../../src/client/model/win.js';
import { responseOf } from './responses.js';

const TODAY = '2026-11-24';
const checkIn = (ago: number, answers: Parameters<typeof responseOf>[0] = {}): CheckIn => ({
  id: `c${ago}`,
  personId: 'sam',
  receivedAt: '2026-11-24T22:10:05Z',
  on: addDays(TODAY, -ago),
  timeZone: 'America/Chicago',
  response: responseOf(answers),
});

describe('wins', () => {
  it('count days, each once, and never one of zero', () => {
    const day = fc.record({ ago: fc.nat(100), connected: fc.boolean(), call: fc.boolean() });
    fc.assert(
      fc.property(fc.array(day), fc.constantFrom(14, 30, 90), (days, span) => {
        const all = days.map(({ ago, connected, call }) =>
          checkIn(ago, { connected: { valueBoolean: connected }, call: { valueBoolean: call } }),
        );
        for (const win of winsOf(all, TODAY, span)) {
          expect(win.days).to.be.within(1, win.of);
          expect(win.of).to.equal(win.kind === 'connected' ? 7 : span);
        }
        const count = (of: number, only: (d: (typeof days)[number]) => boolean) =>
          new Set(days.filter((d) => d.ago < of && only(d)).map(({ ago }) => ago)).size;
        const found = Object.fromEntries(winsOf(all, TODAY, span).map((w) => [w.kind, w.days]));
        expect(found['checked-in'] ?? 0).to.equal(count(span, () => true));
        expect(found['connected'] ?? 0).to.equal(count(7, (d) => d.connected));
        expect(found['asked'] ?? 0).to.equal(count(span, (d) => d.call));
      }),
    );
  });

  it('take no answer about use into account', () => {
    const sober = checkIn(0, { use: { valueCoding: { code: 'no' } } });
    const used = checkIn(0, { use: { valueCoding: { code: 'yes' } } });
    expect(winsOf([sober], TODAY, 30)).to.deep.equal(winsOf([used], TODAY, 30));
  });
});
