import type { PageOptions } from '../../client/backend.js';
import { BackendError } from '../../client/errors.js';
import { checkResponse, pageShape, type Shape } from '../../client/shape.js';

/** One person's things fit on so many pages; a cursor that leads nowhere is not followed for ever. */
const MOST_PAGES = 10;

/**
 * A whole list, page by page; nothing when the service is absent (`list` gives undefined).
 * @throws {BackendError} `invalid-response` when an item has not the shape or the list has no end:
 *   half of a list would be a lie about the rest.
 */
export async function readAllPages<T>(
  item: Shape<T>,
  list: (options: PageOptions) => Promise<unknown> | undefined,
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  for (let i = 0; i < MOST_PAGES && (i === 0 || cursor !== undefined); i++) {
    const page = checkResponse(pageShape(item), (await list({ cursor })) ?? { items: [] });
    items.push(...page.items);
    cursor = page.next;
  }
  if (cursor !== undefined) throw new BackendError('invalid-response', { detail: 'cursor' });
  return items;
}
