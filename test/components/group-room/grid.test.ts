import { expect } from '@open-wc/testing';
import { columnsFor } from '../../../src/components/group-room/grid.js';

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
