import type { AnswerValue, Coding, EnableWhen, QuestionnaireItem } from './questionnaire.js';
import { plainAnswer } from './questionnaire-response.js';

/** The answers to a question, by its linkId; none when it was left out. */
export type AnswersOf = (linkId: string) => readonly AnswerValue[];

/**
 * The linkIds of all items that are enabled for these answers. A disabled question counts as not
 * answered, so what hangs on it is judged without it, and so on. A circle of conditions ends where
 * it closes: the question that is being judged counts as not answered.
 * @param nameOf The name that a question shares with the copies of it that a repeating group brings.
 *   A condition means those that are nearest to it: its own copy inside the group, all of them outside.
 */
export function enabledItems(
  items: readonly QuestionnaireItem[] | undefined,
  answersOf: AnswersOf,
  nameOf: (linkId: string) => string = (linkId) => linkId,
): ReadonlySet<string> {
  const places = new Map<string, { item: QuestionnaireItem; parent: string | undefined }>();
  const place = (list: readonly QuestionnaireItem[] | undefined, parent?: string) => {
    for (const item of list ?? []) {
      places.set(item.linkId, { item, parent });
      place(item.item, item.linkId);
    }
  };
  place(items);
  const copies = new Map<string, string[]>();
  for (const linkId of places.keys()) {
    const name = nameOf(linkId);
    copies.set(name, [...(copies.get(name) ?? []), linkId]);
  }
  const around = (linkId: string): string[] => {
    const parent = places.get(linkId)?.parent;
    return parent === undefined ? [] : [parent, ...around(parent)];
  };
  const meant = (question: string, from: string): readonly string[] => {
    const all = copies.get(nameOf(question)) ?? [];
    if (all.length < 2) return [question];
    const above = around(question);
    const shared = around(from).find((each) => above.includes(each));
    return shared === undefined ? all : all.filter((each) => around(each).includes(shared));
  };

  const known = new Map<string, boolean>();
  const isEnabled = (linkId: string): boolean => {
    const earlier = known.get(linkId);
    if (earlier !== undefined) return earlier;
    const found = places.get(linkId);
    if (!found) return false;
    known.set(linkId, false);
    const { item, parent } = found;
    const meets = (condition: EnableWhen) =>
      holds(
        condition,
        meant(condition.question, linkId).flatMap((each) =>
          isEnabled(each) ? answersOf(each) : [],
        ),
      );
    const conditions = item.enableWhen ?? [];
    const enabled =
      (parent === undefined || isEnabled(parent)) &&
      (conditions.length === 0 ||
        (item.enableBehavior === 'any' ? conditions.some(meets) : conditions.every(meets)));
    known.set(linkId, enabled);
    return enabled;
  };
  return new Set([...places.keys()].filter(isEnabled));
}

/**
 * Whether a condition holds for the answers of its question. As R5 words it more clearly than R4:
 * `!=` holds when no answer is equal, also when there is none; the others need one that fits.
 */
export function holds(condition: EnableWhen, answers: readonly AnswerValue[]): boolean {
  const { operator } = condition;
  if (operator === 'exists')
    return (
      answers.some((a) => Object.keys(a).some((key) => key.startsWith('value'))) ===
      (condition.answerBoolean ?? true)
    );
  const equal = (answer: AnswerValue) => order(answer, condition) === 0;
  if (operator === '=') return answers.some(equal);
  if (operator === '!=') return !answers.some(equal);
  return answers.some((answer) => {
    const by = order(answer, condition);
    if (by === undefined) return false;
    if (operator === '>') return by > 0;
    if (operator === '<') return by < 0;
    return operator === '>=' ? by >= 0 : by <= 0;
  });
}

/** Below, equal or above zero; undefined when the two cannot be compared. */
function order(answer: AnswerValue, wanted: EnableWhen): number | undefined {
  if (wanted.answerCoding)
    return sameCoding(answer.valueCoding, wanted.answerCoding) ? 0 : undefined;
  if (wanted.answerBoolean !== undefined)
    return answer.valueBoolean === wanted.answerBoolean ? 0 : undefined;
  const number = wanted.answerInteger ?? wanted.answerDecimal ?? quantity(wanted['answerQuantity']);
  if (number !== undefined) {
    const given = answer.valueInteger ?? answer.valueDecimal ?? quantity(answer['valueQuantity']);
    return given === undefined ? undefined : given - number;
  }
  const date = wanted.answerDateTime ?? wanted.answerDate;
  if (date !== undefined) return orderOfDates(answer.valueDateTime ?? answer.valueDate, date);
  const text = wanted.answerTime ?? wanted.answerString;
  const given = plainAnswer(answer);
  if (text === undefined || typeof given !== 'string') return undefined;
  return given === text ? 0 : given < text ? -1 : 1;
}

function sameCoding(a: Coding | undefined, b: Coding): boolean {
  const oneSystem = !a?.system || !b.system || a.system === b.system;
  return a?.code !== undefined && a.code === b.code && oneSystem;
}

/** Of dates as precise as FHIR lets them be: years, months, days, instants. */
function orderOfDates(a: string | undefined, b: string): number | undefined {
  if (a === undefined) return undefined;
  if (a.includes('T') && b.includes('T')) {
    const by = Date.parse(a) - Date.parse(b);
    return Number.isNaN(by) ? undefined : by;
  }
  const precision = Math.min(a.length, b.length, 10);
  const [x, y] = [a.slice(0, precision), b.slice(0, precision)];
  if (x !== y) return x < y ? -1 : 1;
  // One says more than the other: whether they are equal is not known.
  return a.length === b.length ? 0 : undefined;
}

function quantity(value: unknown): number | undefined {
  const number = (value as { value?: unknown } | null | undefined)?.value;
  return typeof number === 'number' ? number : undefined;
}
