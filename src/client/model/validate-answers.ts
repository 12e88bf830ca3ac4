import type { AnswersOf } from './enable-when.js';
import {
  extensionOf,
  type Extension,
  type AnswerValue,
  type ItemType,
  type QuestionnaireItem,
} from './questionnaire.js';
import { fitsPattern, patternOf } from './pattern.js';
import { plainAnswer } from './questionnaire-response.js';
import { boundsOf, isAnswer, isHidden, isQuestion } from './questions.js';

const HL7 = 'http://hl7.org/fhir/StructureDefinition/';

/**
 * What is wrong with the answer to one question. `limit` is the bound that was missed, or the format
 * that is asked for.
 */
export interface AnswerFault {
  readonly code:
    | 'required'
    | 'not-a-number'
    | 'not-whole'
    | 'not-a-date'
    | 'not-a-time'
    | 'not-an-address'
    | 'too-low'
    | 'too-high'
    | 'too-short'
    | 'too-long'
    | 'too-precise'
    | 'wrong-format'
    | 'unexpected'
    | 'constraint';
  readonly limit?: number | string;
  /** Of a broken constraint: where its words stand, with their translations. */
  readonly words?: Extension;
}

/** The first fault of an answer; undefined when it may be sent. */
export function faultOf(
  item: QuestionnaireItem,
  answers: readonly AnswerValue[],
): AnswerFault | undefined {
  const given = answers.filter(isAnswer);
  if (!given.length) return item.required && !item.readOnly ? { code: 'required' } : undefined;
  for (const answer of given) {
    const shape = shapeFault(item.type, answer);
    if (shape) return { code: shape };
    const fault = boundFault(item, answer);
    if (fault) return fault;
  }
  return undefined;
}

/** The faults of all enabled questions, in document order. */
export function answerFaults(
  items: readonly QuestionnaireItem[] | undefined,
  enabled: ReadonlySet<string>,
  answersOf: AnswersOf,
): Map<string, AnswerFault> {
  const faults = new Map<string, AnswerFault>();
  const visit = (list: readonly QuestionnaireItem[] | undefined) => {
    for (const item of list ?? []) {
      if (!enabled.has(item.linkId) || isHidden(item)) continue;
      const fault = isQuestion(item) ? faultOf(item, answersOf(item.linkId)) : undefined;
      if (fault) faults.set(item.linkId, fault);
      visit(item.item);
      if (item.type !== 'group' || !item.required || item.readOnly) continue;
      // A group is answered by any of its questions; that it is not is said at the first.
      const inside = seen([item], enabled);
      const [first] = inside.filter(({ readOnly }) => !readOnly);
      const isAnswered = inside.some(({ linkId }) => answersOf(linkId).some(isAnswer));
      if (first && !isAnswered) faults.set(first.linkId, { code: 'required' });
    }
  };
  visit(items);
  return faults;
}

/** The questions among items that a person sees, in document order. */
function seen(
  items: readonly QuestionnaireItem[] | undefined,
  enabled: ReadonlySet<string>,
): QuestionnaireItem[] {
  return (items ?? []).flatMap((item) =>
    enabled.has(item.linkId) && !isHidden(item)
      ? [...(isQuestion(item) ? [item] : []), ...seen(item.item, enabled)]
      : [],
  );
}

/** What was typed and could not be read stays as `valueString`, so that nothing typed is lost. */
function shapeFault(type: ItemType, a: AnswerValue): AnswerFault['code'] | undefined {
  switch (type) {
    case 'integer':
      if (a.valueDecimal !== undefined) return 'not-whole';
      return Number.isInteger(a.valueInteger) ? undefined : 'not-a-number';
    case 'decimal':
      return Number.isFinite(a.valueDecimal ?? a.valueInteger) ? undefined : 'not-a-number';
    case 'quantity':
      return Number.isFinite(quantityOf(a)) ? undefined : 'not-a-number';
    case 'date':
      return isDate(a.valueDate) ? undefined : 'not-a-date';
    case 'dateTime':
      return isDate(a.valueDateTime) ? undefined : 'not-a-date';
    case 'time':
      return /^([01]\d|2[0-3])(:[0-5]\d){2}(\.\d+)?$/.test(a.valueTime ?? '')
        ? undefined
        : 'not-a-time';
    case 'url':
      return isAddress(a.valueUri ?? '') ? undefined : 'not-an-address';
    default:
      return undefined;
  }
}

function boundFault(item: QuestionnaireItem, answer: AnswerValue): AnswerFault | undefined {
  if (['string', 'text', 'url', 'open-choice'].includes(item.type)) {
    const written = answer.valueString ?? answer.valueUri;
    if (written === undefined) return undefined;
    const least = extensionOf(item, `${HL7}minLength`)?.['valueInteger'];
    const { length } = written.trim();
    if (item.maxLength && length > item.maxLength)
      return { code: 'too-long', limit: item.maxLength };
    if (typeof least === 'number' && length < least) return { code: 'too-short', limit: least };
    return formatFault(item, written.trim());
  }
  const value = quantityOf(answer) ?? plainAnswer(answer);
  const most = item.type === 'integer' ? MOST : undefined;
  const { min = most && -most, max = most } = boundsOf(item);
  if (min !== undefined && isBelow(value, min)) return { code: 'too-low', limit: min };
  if (max !== undefined && isBelow(max, value)) return { code: 'too-high', limit: max };
  const places = extensionOf(item, `${HL7}maxDecimalPlaces`)?.['valueInteger'];
  return typeof places === 'number' && typeof value === 'number' && decimalPlaces(value) > places
    ? { code: 'too-precise', limit: places }
    : undefined;
}

/** The greatest integer of FHIR, which has 32 bits. */
const MOST = 2_147_483_647;

/** Longer texts are not matched: no pattern of a form is for them. */
const LONGEST_MATCHED = 200;

/** The `regex` extension, over the whole of what was written. */
function formatFault(item: QuestionnaireItem, written: string): AnswerFault | undefined {
  // A pattern that is none asks for nothing; the developer has been told.
  const pattern = patternOf(extensionOf(item, `${HL7}regex`)?.['valueString']);
  if (!pattern || written.length > LONGEST_MATCHED || fitsPattern(pattern, written))
    return undefined;
  const format = extensionOf(item, `${HL7}entryFormat`)?.['valueString'];
  return typeof format === 'string' && format
    ? { code: 'wrong-format', limit: format }
    : { code: 'unexpected' };
}

function decimalPlaces(value: number): number {
  const [, digits = '', exponent = '0'] =
    /^-?\d+(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  return Math.max(0, digits.length - Number(exponent));
}

function isBelow(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a < b;
  if (typeof a !== 'string' || typeof b !== 'string') return false;
  return a.includes('T') && b.includes('T') ? Date.parse(a) < Date.parse(b) : a < b;
}

/** A FHIR date or dateTime: a year, a month, a day that exists, or an instant with its offset. */
function isDate(value = ''): boolean {
  const [, month, day, time] =
    /^\d{4}(?:-(\d\d)(?:-(\d\d)(T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))?)?)?$/.exec(
      value,
    ) ?? ['', '00'];
  if (month === '00' || Number(month ?? 1) > 12) return false;
  if (day && new Date(`${value.slice(0, 10)}T00:00Z`).getUTCDate() !== Number(day)) return false;
  return !time || !Number.isNaN(Date.parse(value));
}

function isAddress(value: string): boolean {
  try {
    return /^https?:$/.test(new URL(value).protocol);
  } catch {
    return false;
  }
}

function quantityOf(answer: AnswerValue): number | undefined {
  return (answer['valueQuantity'] as { value?: number } | undefined)?.value;
}
