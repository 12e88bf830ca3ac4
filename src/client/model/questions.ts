import { extensionOf, type AnswerValue, type QuestionnaireItem } from './questionnaire.js';
import { plainAnswer } from './questionnaire-response.js';

const HL7 = 'http://hl7.org/fhir/StructureDefinition/';

/** Whether the item asks something that we can ask. */
export function isQuestion({ type }: QuestionnaireItem): boolean {
  return !['group', 'display', 'attachment', 'reference'].includes(type);
}

/** Whether the item is part of the data but never shown. */
export function isHidden(item: QuestionnaireItem): boolean {
  return extensionOf(item, `${HL7}questionnaire-hidden`)?.['valueBoolean'] === true;
}

/** Whether there is anything in it: white space alone is no answer. */
export function isAnswer(answer: AnswerValue): boolean {
  // A choice may have words and no code.
  const value = plainAnswer(answer) ?? answer.valueCoding?.display ?? answer['valueQuantity'];
  return typeof value === 'string' ? value.trim() !== '' : value !== undefined;
}

/** The least and the greatest answer that a question takes, by the FHIR extensions. */
export function boundsOf(item: QuestionnaireItem): Readonly<Record<'min' | 'max', Bound>> {
  const bound = (name: string) => {
    const value = plainAnswer(extensionOf(item, HL7 + name));
    return typeof value === 'boolean' ? undefined : value;
  };
  return { min: bound('minValue'), max: bound('maxValue') };
}
type Bound = number | string | undefined;
