import * as z from 'zod/mini';

/** One page of a list. `next` is the cursor of the page after it; absent on the last one. */
export interface Page<T> {
  items: T[];
  next?: string | undefined;
}

/** The schema of a page of `item`. */
export function pageOf<T extends z.ZodMiniType>(item: T) {
  return z.object({ items: z.array(item), next: z.optional(z.string()) });
}
