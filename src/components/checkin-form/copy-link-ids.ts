import type { AnswerValue } from '../../client/model/questionnaire.js';
import type { ResponseAnswer, ResponseItem } from '../../client/model/questionnaire-response.js';

/** Parts a linkId from the number of the copy that it is in; no linkId of FHIR can hold it. */
export const MARK = '\u0001';

/** The linkId that an item has in the questionnaire itself. */
export function original(linkId: string): string {
  return linkId.split(MARK, 1)[0] ?? '';
}

/**
 * The answers of a response, by linkId; those of a group that is there again, by a copy's. A page
 * hands it in, so it may be anything: what is no item and no answer is passed over.
 */
export function answersIn(items: unknown): Record<string, AnswerValue[]> {
  const found: Record<string, AnswerValue[]> = {};
  let copies = 0;
  const visit = (list: unknown, suffix = '') => {
    const seen = new Set<string>();
    for (const { linkId, answer, item } of objectsIn<ResponseItem>(list)) {
      if (typeof linkId !== 'string') continue;
      const own = seen.has(linkId) ? `${suffix}${MARK}${++copies}` : suffix;
      seen.add(linkId);
      const answers = objectsIn<ResponseAnswer>(answer);
      // What is asked below an answer is asked once; what is below the others stays with them.
      const [first, ...others] = answers;
      if (first) {
        const { item: below, ...value } = first;
        found[linkId + own] = [value, ...others];
        visit(below, own);
      }
      visit(item, own);
    }
  };
  visit(items);
  return found;
}

function objectsIn<T extends object>(list: unknown): T[] {
  return Array.isArray(list) ? (list as T[]).filter((one) => one instanceof Object) : [];
}
