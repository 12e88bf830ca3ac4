import { expect } from '@open-wc/testing';
import { capacityOf, columnsFor, stripOf } from '../../../src/components/group-room/grid.js';

describe('columnsFor', () => {
  const all = (width: number, height: number) =>
    [1, 2, 3, 4, 5, 6].map((count) => columnsFor(count, width, height));

  it('fills a phone from top to bottom, then in pairs', () => {
    expect(all(320, 480)).to.deep.equal([1, 1, 1, 2, 2, 2]);
  });

  it('fills a wide screen side by side', () => {
    expect(all(1060, 600)).to.deep.equal([1, 2, 2, 2, 3, 3]);
  });

  it('has one column before it is measured', () => {
    expect(all(0, 0)).to.deep.equal([1, 1, 1, 1, 1, 1]);
  });
});

describe('capacityOf and stripOf', () => {
  it('give every face a size at which it is one', () => {
    expect(capacityOf(320, 286)).to.equal(6);
    expect(capacityOf(1060, 600), 'no more than a laptop draws with ease').to.equal(12);
    expect(capacityOf(100, 50)).to.equal(1);
    expect(capacityOf(0, 0), 'before it is measured').to.equal(12);
    expect([320, 700, 1060, 0].map(stripOf)).to.deep.equal([2, 5, 6, 6]);
  });
});
