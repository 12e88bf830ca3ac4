import { allItems, type QuestionnaireItem } from '../../../client/model/questionnaire.js';
import { original } from '../copy-link-ids.js';

/** So many items go into one form of the browser's. */
const PART = 20;

/**
 * A long sheet in parts, a form each: browsers look through every field of a form at each key, to fill
 * it in. A copy of a group stays in its part, so that nothing moves when one is added.
 */
export function partsOf(items: readonly QuestionnaireItem[]): QuestionnaireItem[][] {
  const parts: QuestionnaireItem[][] = [[]];
  let size = 0;
  for (const item of items) {
    if (size >= PART && original(item.linkId) === item.linkId) {
      parts.push([]);
      size = 0;
    }
    size += [...allItems([item])].length;
    parts.at(-1)?.push(item);
  }
  return parts;
}
