import type { AnswersOf } from '../../client/model/enable-when.js';
import type { AnswerValue, QuestionnaireItem } from '../../client/model/questionnaire.js';
import type { ResponseItem } from '../../client/model/questionnaire-response.js';
import { isAnswer, isQuestion } from '../../client/model/questions.js';
import { original } from './copy-link-ids.js';

/**
 * The answers as items of a FHIR QuestionnaireResponse: what is disabled left out, order kept.
 * @param named The linkId in the response; that in the questionnaire, unless said otherwise.
 */
export function responseItems(
  items: readonly QuestionnaireItem[] | undefined,
  enabled: ReadonlySet<string>,
  answersOf: AnswersOf,
  named: (linkId: string) => string = original,
): ResponseItem[] {
  return (items ?? []).flatMap((item): ResponseItem[] => {
    const { linkId, text, type } = item;
    if (!enabled.has(linkId)) return [];
    const nested = responseItems(item.item, enabled, answersOf, named);
    const head = { linkId: named(linkId), ...(text ? { text } : {}) };
    if (type === 'group') return nested.length ? [{ ...head, item: nested }] : [];
    if (type === 'display') return [];
    // What we cannot ask, a file for example, is given back as it was handed in.
    const given = answersOf(linkId).filter(isQuestion(item) ? isAnswer : hasValue);
    // R4 lets an answer hold items without a value of its own.
    if (!given.length && !nested.length) return [];
    const [first = {}, ...more] = given;
    return [{ ...head, answer: [nested.length ? { ...first, item: nested } : first, ...more] }];
  });
}

function hasValue(answer: AnswerValue): boolean {
  return Object.keys(answer).some((name) => name.startsWith('value'));
}
