import type { PageOptions } from '../backend.js';
import type { Page } from '../page.js';
import { check } from './assert.js';

/** All items of a list, page by page. */
export async function everyPage<T>(
  list: (options: PageOptions) => Promise<Page<T>>,
  limit: number,
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < 100; pages++) {
    const page = await list(cursor === undefined ? { limit } : { limit, cursor });
    check(page.items.length <= limit, `A page has ${page.items.length} items, more than ${limit}`);
    items.push(...page.items);
    if (page.next === undefined) return items;
    check(page.next !== cursor, 'A page names itself as the next one');
    cursor = page.next;
  }
  check(false, 'The list does not end: 100 pages and still a next one');
}
