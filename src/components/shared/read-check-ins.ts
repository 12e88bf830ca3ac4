import type { CheckInService } from '../../client/backend.js';
import type { CheckIn } from '../../client/model/check-in.js';
import type { Page } from '../../client/page.js';
import { checkResponse, pageShape } from '../../client/shape.js';
import { CheckInShape } from '../../client/shapes.js';

export const CheckInPageShape = pageShape(CheckInShape);

/** A page of two days' worth an hour would still be fewer. */
const MOST_PAGES = 10;

/** The check-ins of a span of days, over all their pages. */
export async function readCheckIns(
  service: CheckInService,
  options: NonNullable<Parameters<CheckInService['list']>[0]>,
): Promise<Page<CheckIn>> {
  const items: CheckIn[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const answer = await service.list({ ...options, limit: 200, cursor });
    const page = checkResponse(CheckInPageShape, answer);
    items.push(...page.items);
    cursor = page.next;
    if (cursor === undefined) break;
  }
  return { items };
}
