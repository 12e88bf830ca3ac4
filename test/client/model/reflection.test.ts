import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { CheckIn } from '../../../src/client/model/check-in.js';
import { findIn, reflectionsIn } from '../../../src/client/model/reflection.js';
import { responseOf } from './responses.js';

const marked = (text: string, query: string) =>
  findIn(text, query)
    ?.map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join('');

describe('a search in what was written', () => {
  it('loses and adds no character, whatever is looked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, query) => {
        const pieces = findIn(text, query);
        if (pieces) expect(pieces.map((piece) => piece.text).join('')).to.equal(text);
      }),
      { numRuns: 500 },
    );
  });

  it('finds every stretch of a text in it', () => {
    const words = fc.string({ unit: fc.constantFrom(...'aábc ñNé😀'), maxLength: 30 });
    fc.assert(
      fc.property(words, fc.nat(30), fc.nat(30), (text, a, b) => {
        const query = [...text].slice(Math.min(a, b), Math.max(a, b)).join('');
        const pieces = findIn(text, query);
        expect(pieces).not.to.equal(undefined);
        expect(pieces?.some(({ hit }) => hit)).to.equal(query.trim() !== '');
      }),
    );
  });

  for (const [text, query, found] of [
    ['Slept through the night!', 'NIGHT', 'Slept through the [night]!'],
    ['Mañana será mejor', 'manana', '[Mañana] será mejor'],
    ['Caminé. Caminé más.', 'camine', '[Caminé]. [Caminé] más.'],
    ['Cafe\u0301 with my sister', 'cafe', '[Cafe\u0301] with my sister'],
    ['Called my sister', 'sister called', '[Called] my [sister]'],
    ['banana', 'ana nan', 'b[ana][n]a'],
    ['<b>not a tag</b>', '<b>', '[<b>]not a tag</b>'],
  ] as const)
    it(`finds "${query}" in "${text}"`, () => {
      expect(marked(text, query)?.replaceAll('][', '')).to.equal(found.replaceAll('][', ''));
    });

  it('wants every word of the query', () => {
    expect(findIn('Called my sister', 'called brother')).to.equal(undefined);
  });
});

describe('reflections', () => {
  it('are what was written in words, blank lines left out, with their question', () => {
    const checkIn: CheckIn = {
      id: 'c1',
      personId: 'sam',
      receivedAt: '2026-03-01T22:10:05Z',
      on: '2026-03-01',
      timeZone: 'America/Chicago',
      response: responseOf({
        mood: { valueInteger: 3 },
        reflection: { valueString: ' A walk helped. ' },
        other: { valueString: '  ' },
        use: { valueCoding: { code: 'no', display: 'No' } },
      }),
    };
    expect(reflectionsIn([checkIn]).map(({ linkId, words }) => [linkId, words])).to.deep.equal([
      ['reflection', 'A walk helped.'],
    ]);
  });
});
