import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { CheckIn } from '../../../../src/client/model/check-in.js';
import { checkInBundle } from '../../../../src/client/model/export/check-in-bundle.js';
import { responseOf } from '../responses.js';

const NOW = new Date('2026-11-24T12:00:00Z');
const checkIn = (id: string, total?: number): CheckIn => ({
  id,
  personId: 'sam',
  receivedAt: '2026-03-01T22:10:05Z',
  on: '2026-03-01',
  timeZone: 'America/Chicago',
  response: responseOf({ mood: { valueInteger: 3 } }),
  ...(total === undefined
    ? {}
    : {
        score: {
          total,
          max: 27,
          loinc: '44261-6',
          band: { code: 'mild', label: { en: 'Mild symptoms', es: 'Síntomas leves' } },
        },
      }),
});
const bundle = (checkIns: CheckIn[]) => {
  let n = 0;
  return checkInBundle(checkIns, { now: NOW, newUuid: () => `${n++}`, locale: 'es' });
};

describe('the FHIR bundle', () => {
  it('holds every response, an Observation for every score, each under its own address', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(27), { nil: undefined })), (totals) => {
        const entries = bundle(totals.map((total, i) => checkIn(`c${i}`, total))).entry ?? [];
        const types = entries.map(({ resource }) => resource.resourceType);
        const scores = totals.filter((total) => total !== undefined);
        expect(types.filter((t) => t === 'QuestionnaireResponse').length).to.equal(totals.length);
        const values = entries
          .filter(({ resource }) => resource.resourceType === 'Observation')
          .map(({ resource }) => (resource as { valueQuantity?: { value: number } }).valueQuantity);
        expect(values.map((v) => v?.value)).to.deep.equal(scores);
        expect(new Set(entries.map(({ fullUrl }) => fullUrl)).size).to.equal(entries.length);
      }),
    );
  });

  it('ties a score to its answers, its LOINC code and its band', () => {
    const [response, observation] = bundle([checkIn('c1', 7)]).entry ?? [];
    expect(observation?.resource).to.deep.include({
      status: 'final',
      code: { coding: [{ system: 'http://loinc.org', code: '44261-6' }] },
      effectiveDateTime: '2026-03-01T22:10:05Z',
      interpretation: [{ text: 'Síntomas leves' }],
      derivedFrom: [{ reference: response?.fullUrl }],
    });
  });

  it('leaves a response as it was, and says whose and when only where it did not', () => {
    const given = checkIn('c1');
    given.response = { ...given.response, authored: '2026-03-01T16:00:00-06:00', extra: 1 };
    const [entry] = bundle([given]).entry ?? [];
    expect(entry?.resource).to.deep.equal({
      ...given.response,
      identifier: { value: 'c1' },
      subject: { type: 'Patient', identifier: { value: 'sam' } },
    });
  });

  it('has no entry rather than an empty list, which FHIR does not know', () => {
    expect(bundle([])).to.deep.equal({
      resourceType: 'Bundle',
      type: 'collection',
      timestamp: NOW.toISOString(),
    });
  });
});
