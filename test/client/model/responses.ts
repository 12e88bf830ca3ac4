import type { Questionnaire, QuestionnaireItem } from '../../../src/client/model/questionnaire.js';
import { allItems } from '../../../src/client/model/questionnaire.js';
import type {
  QuestionnaireResponse,
  ResponseAnswer,
  ResponseItem,
} from '../../../src/client/model/questionnaire-response.js';

/** A response of flat items, one answer each. */
export function responseOf(answers: Record<string, ResponseAnswer>): QuestionnaireResponse {
  return wrap(Object.entries(answers).map(([linkId, answer]) => ({ linkId, answer: [answer] })));
}

/** A response of these items. */
export const wrap = (item: ResponseItem[]): QuestionnaireResponse => ({
  resourceType: 'QuestionnaireResponse',
  status: 'in-progress',
  item,
});

/** The answers to the scored questions of an instrument, by the place of the chosen option. */
export function choose(
  questionnaire: Questionnaire,
  linkIds: readonly string[],
  places: readonly (number | undefined)[],
): QuestionnaireResponse {
  const answers: Record<string, ResponseAnswer> = {};
  linkIds.forEach((linkId, i) => {
    const place = places[i];
    const option =
      place === undefined ? undefined : itemOf(questionnaire, linkId).answerOption?.[place];
    if (option?.valueCoding) answers[linkId] = { valueCoding: option.valueCoding };
  });
  return responseOf(answers);
}

export function itemOf(questionnaire: Questionnaire, linkId: string): QuestionnaireItem {
  for (const { item } of allItems(questionnaire.item)) if (item.linkId === linkId) return item;
  throw new Error(`No item ${linkId}`);
}
