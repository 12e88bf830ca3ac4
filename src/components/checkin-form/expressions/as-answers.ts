import type {
  AnswerValue,
  Coding,
  QuestionnaireItem,
} from '../../../client/model/questionnaire.js';

/** What an expression found, as answers to an item; what does not fit its type is left out. */
export function asAnswers(
  { type, repeats }: QuestionnaireItem,
  found: readonly unknown[],
): AnswerValue[] {
  const answers = found.map((value) => asAnswer(type, value)).filter((answer) => !!answer);
  return repeats ? answers : answers.slice(0, 1);
}

function asAnswer(type: QuestionnaireItem['type'], value: unknown): AnswerValue | undefined {
  const text = typeof value === 'string' ? value : undefined;
  const number = typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  const object = typeof value === 'object' && value !== null ? value : undefined;
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean' ? { valueBoolean: value } : undefined;
    case 'integer':
      return Number.isInteger(number) ? { valueInteger: number } : undefined;
    case 'decimal':
      return number === undefined ? undefined : { valueDecimal: number };
    case 'date':
      return text ? { valueDate: text.slice(0, 10) } : undefined;
    case 'dateTime':
      return text ? { valueDateTime: text } : undefined;
    case 'time':
      return text ? { valueTime: text } : undefined;
    case 'url':
      return text ? { valueUri: text } : undefined;
    case 'choice':
    case 'open-choice':
      if (object && 'code' in object) return { valueCoding: object as Coding };
      return text ? { valueString: text } : undefined;
    case 'quantity':
      return number === undefined
        ? object && { valueQuantity: object }
        : { valueQuantity: { value: number } };
    case 'string':
    case 'text':
      return text === undefined && number === undefined
        ? undefined
        : { valueString: text ?? String(number) };
    default:
      return undefined;
  }
}
