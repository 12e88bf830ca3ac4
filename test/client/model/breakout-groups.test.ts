import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { suggestGroups } from '../../../src/client/model/breakout-groups.js';

const guest = fc.constantFrom(...'abcdefghijklm');
const present = fc.uniqueArray(guest, { maxLength: 13 });
const pairings = fc.array(fc.record({ mentor: guest, mentee: guest }), { maxLength: 12 });

describe('who might talk with whom', () => {
  it('leaves nobody alone, asks nobody twice, and nobody who is not there', () => {
    fc.assert(
      fc.property(present, pairings, (people, known) => {
        const groups = suggestGroups(people, known);
        const asked = groups.flat();
        expect(new Set(asked).size).to.equal(asked.length);
        expect(asked.every((each) => people.includes(each))).to.equal(true);
        expect(groups.every(({ length }) => length === 2 || length === 3)).to.equal(true);
        expect(people.length - asked.length, 'left over').to.be.at.most(1);
      }),
    );
  });

  it('puts a mentor with their own mentees, whenever one of them is free', () => {
    fc.assert(
      fc.property(present, pairings, (people, known) => {
        const groups = suggestGroups(people, known);
        const isPair = (a: string, b: string) =>
          known.some(
            ({ mentor, mentee }) =>
              (mentor === a && mentee === b) || (mentor === b && mentee === a),
          );
        const strangers = groups
          .filter(([first = '', ...rest]) => !rest.every((each) => isPair(first, each)))
          .flat();
        const left = people.filter((each) => !groups.flat().includes(each));
        for (const a of [...strangers, ...left])
          for (const b of [...strangers, ...left])
            if (a !== b && isPair(a, b))
              expect(groups.some((group) => group.includes(a) && group.includes(b))).to.equal(true);
      }),
    );
  });

  it('is the same for the same people', () => {
    fc.assert(
      fc.property(present, pairings, (people, known) => {
        expect(suggestGroups(people, known)).to.deep.equal(suggestGroups(people, known));
      }),
    );
  });

  it('makes three of an odd number, and leaves a single one with the host', () => {
    expect(suggestGroups(['a', 'b', 'c'], [])).to.deep.equal([['a', 'b', 'c']]);
    expect(suggestGroups(['a'], [])).to.deep.equal([]);
    const known = [{ mentor: 'm', mentee: 'a' }];
    expect(suggestGroups(['a', 'b', 'm'], known)).to.deep.equal([['m', 'a']]);
  });
});
