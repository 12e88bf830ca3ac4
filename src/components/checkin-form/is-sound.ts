import type { EnableWhen, Extension, QuestionnaireItem } from '../../client/model/questionnaire.js';
import { ANSWER_EXPRESSION, isUnread } from './extensions.js';
import { kindOf, OTHERWISE, shapeOf } from './shape.js';

/** Item types of R4 that can be shown. */
export const TYPES =
  /^(?:group|display|boolean|decimal|integer|date|dateTime|time|string|text|url|choice|open-choice|quantity)$/;
/** Deeper than any form that a person could answer; a resource that holds itself ends here. */
export const DEEPEST = 20;

/** Whether a questionnaire can be drawn as it is. Nearly all can. */
export function isSound(value: unknown): boolean {
  const seen = new Set<string>();
  const asked: string[] = [];
  // Questions often share their options.
  const fine = new WeakSet<object>();

  const fits = (part: unknown, others: Readonly<Record<string, string>>, depth: number): boolean =>
    kindOf(part) === 'object' &&
    depth <= DEEPEST &&
    Object.entries(part as object).every(([name, field]) => {
      const shape = others[name] ?? shapeOf(name);
      if (!shape || field === undefined) return true;
      if (kindOf(field) !== shape) return false;
      if (shape === 'array') {
        const list = field as unknown[];
        if (fine.has(list)) return true;
        if (name !== 'item') fine.add(list);
        if (name === 'extension' && !(list as Extension[]).every(isRead)) return false;
        return list.every((entry) =>
          name === 'item' ? isItem(entry, depth + 1) : fits(entry, {}, depth + 1),
        );
      }
      return shape !== 'object' || name === 'text' || fits(field, {}, depth + 1);
    });

  const isItem = (part: unknown, depth: number): boolean => {
    if (!fits(part, OTHERWISE.item, depth)) return false;
    const item = part as QuestionnaireItem;
    const { linkId, type } = item;
    if (!linkId || seen.has(linkId) || !TYPES.test(type)) return false;
    seen.add(linkId);
    for (const { question } of item.enableWhen ?? []) asked.push(question);
    const isMendable =
      asksBelowEach(item) ||
      item.answerValueSet !== undefined ||
      (type === 'choice' && !hasOptions(item)) ||
      item.enableWhen?.some((when) => !isCondition(when));
    return !isMendable;
  };

  const { resourceType } = (value ?? {}) as { resourceType?: unknown };
  return (
    resourceType === 'Questionnaire' &&
    fits(value, OTHERWISE.root, 0) &&
    asked.every((question) => seen.has(question))
  );
}

/** Options of its own, or an expression that finds some. */
export function hasOptions({ answerOption, extension }: QuestionnaireItem): boolean {
  return !!answerOption?.length || !!extension?.some(({ url }) => url === ANSWER_EXPRESSION);
}

const OPERATORS = /^(?:exists|!?=|[<>]=?)$/;
const ANSWERS = /^answer(?:Boolean|Decimal|Integer|Date|DateTime|Time|String|Coding|Quantity)$/;

/** Whether an extension is one, and asks for nothing that we do not do. */
const isRead = (extension: unknown) =>
  typeof (extension as Extension | null)?.url === 'string' && !isUnread(extension as Extension);

/** Whether something is to be asked below each of several answers. */
export function asksBelowEach({ type, repeats, item }: QuestionnaireItem): boolean {
  return !!repeats && type !== 'group' && !!item?.some((below) => below.type !== 'display');
}

/** Whether a condition asks something that can be judged. */
export function isCondition(when: EnableWhen): boolean {
  const { question, operator } = when;
  return (
    typeof question === 'string' &&
    question !== '' &&
    OPERATORS.test(operator) &&
    (operator === 'exists' || Object.keys(when).some((name) => ANSWERS.test(name)))
  );
}
