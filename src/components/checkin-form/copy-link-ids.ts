import type { AnswerValue } from '../../client/model/questionnaire.js';
import type { ResponseItem } from '../../client/model/questionnaire-response.js';

/** Parts a linkId from the number of the copy that it is in; no linkId of FHIR can hold it. */
export const MARK = '\u0001';

/** The linkId that an item has in the questionnaire itself. */
export function original(linkId: string): string {
  return linkId.split(MARK, 1)[0] ?? '';
}

/** The answers of a response, by linkId; those of a group that is there again, by a copy's. */
export function answersIn(items: readonly ResponseItem[] = []): Record<string, AnswerValue[]> {
  const found: Record<string, AnswerValue[]> = {};
  let copies = 0;
  const visit = (list: readonly ResponseItem[] = [], suffix = '') => {
    const seen = new Set<string>();
    for (const { linkId, answer, item } of list) {
      const own = seen.has(linkId) ? `${suffix}${MARK}${++copies}` : suffix;
      seen.add(linkId);
      if (answer) found[linkId + own] = answer.map(({ item: _, ...value }) => value);
      visit(item, own);
      for (const { item: below } of answer ?? []) visit(below, own);
    }
  };
  visit(items);
  return found;
}
