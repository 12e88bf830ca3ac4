import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { CheckIn } from '../../../../src/client/model/check-in.js';
import { checkInCsv } from '../../../../src/client/model/export/check-in-csv.js';
import { toCsv } from '../../../../src/client/model/export/csv.js';
import { responseOf } from '../responses.js';

/** Reads RFC 4180 with every cell quoted. */
const parse = (csv: string) =>
  [...csv.replace(/^\uFEFF/, '').matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)].reduce<string[][]>(
    (rows, [, cell = '', end]) => {
      rows.at(-1)?.push(cell.replaceAll('""', '"'));
      if (end === '\r\n') rows.push([]);
      return rows;
    },
    [[]],
  );

const nasty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .tuple(fc.constantFrom(...'=+-@\t\r\n＝＋－＠"\','), fc.string())
    .map(([first, rest]) => first + rest),
);

describe('CSV', () => {
  it('comes back as it was, but for an apostrophe before what could be a formula', () => {
    const rows = fc.array(fc.array(nasty, { minLength: 1 }), { minLength: 1 });
    fc.assert(
      fc.property(rows, (given) => {
        const back = parse(toCsv(given)).slice(0, -1);
        expect(back.length).to.equal(given.length);
        back.forEach((row, r) =>
          row.forEach((cell, c) => {
            expect(cell).not.to.match(/^[=+\-@\t\r\n＝＋－＠]/);
            const original = given[r]?.[c] ?? '';
            expect([original, `'${original}`]).to.include(cell);
          }),
        );
      }),
    );
  });

  it('begins with a byte-order mark', () => {
    expect(toCsv([['a']]).charCodeAt(0)).to.equal(0xfeff);
  });

  it('has a row for every answer and for the score', () => {
    const checkIn: CheckIn = {
      id: 'c1',
      personId: 'sam',
      receivedAt: '2026-03-01T22:10:05Z',
      on: '2026-03-01',
      timeZone: 'America/Chicago',
      score: { total: 7, max: 27, band: { code: 'mild', label: { en: 'Mild', es: 'Leve' } } },
      response: responseOf({
        mood: { valueInteger: 0 },
        connected: { valueBoolean: false },
        use: { valueCoding: { code: 'no', display: 'No' } },
        weight: { valueQuantity: { value: 70, unit: 'kg' } },
        reflection: { valueString: '=HYPERLINK("x")' },
      }),
    };
    const csv = checkInCsv([checkIn], {
      locale: 'es',
      columns: ['d', 'a', 'q', 'p', 'r'],
      ...{ yes: 'sí', no: 'no', score: 'Puntaje' },
    });
    expect(
      parse(csv)
        .slice(1, -1)
        .map((row) => row.at(-1)),
    ).to.deep.equal([
      '0',
      'no',
      'No',
      '{"value":70,"unit":"kg"}',
      '\'=HYPERLINK("x")',
      '7 / 27 (Leve)',
    ]);
  });
});
