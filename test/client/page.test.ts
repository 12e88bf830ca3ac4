import { expect } from '@open-wc/testing';
import * as z from 'zod/mini';
import { pageOf } from '../../src/client/page.js';

describe('a page of a list', () => {
  const page = pageOf(z.object({ id: z.string() }));

  it('has items, and a cursor unless it is the last', () => {
    for (const good of [{ items: [] }, { items: [{ id: 'a' }], next: 'b' }])
      expect(page.parse(good)).to.deep.equal(good);
  });

  it('is read item by item', () => {
    expect(page.safeParse({ items: [{ id: 'a' }, {}] }).error?.issues[0]?.path).to.deep.equal([
      'items',
      1,
      'id',
    ]);
    expect(page.safeParse([{ id: 'a' }]).success).to.be.false;
    expect(page.safeParse({ items: [], next: 3 }).success).to.be.false;
  });
});
