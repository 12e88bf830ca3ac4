import {
  extensionOf,
  type AnswerOption,
  type Coding,
  type QuestionnaireItem,
} from '../../client/model/questionnaire.js';

const HL7 = 'http://hl7.org/fhir/StructureDefinition/';

interface CodeableConcept {
  coding?: Coding[];
}

/** How an item asks to be drawn: the code of its itemControl extension. */
export function controlOf(item: QuestionnaireItem): string | undefined {
  const concept = extensionOf(item, `${HL7}questionnaire-itemControl`)?.['valueCodeableConcept'];
  return (concept as CodeableConcept | undefined)?.coding?.[0]?.code;
}

/** Whether a display item belongs to the question that it is in: words at the ends, help, a unit. */
export function isPart(item: QuestionnaireItem): boolean {
  return item.type === 'display' && PARTS.includes(controlOf(item) ?? '');
}
const PARTS = ['lower', 'upper', 'help', 'flyover', 'unit', 'prompt'];

/** The display item that plays a part in a question. */
export function partOf(item: QuestionnaireItem, ...parts: string[]): QuestionnaireItem | undefined {
  return item.item?.find(
    (part) => part.type === 'display' && parts.includes(controlOf(part) ?? ''),
  );
}

/** Step of a slider. */
export function stepOf(item: QuestionnaireItem): number {
  const step = extensionOf(item, `${HL7}questionnaire-sliderStepValue`)?.['valueInteger'];
  return typeof step === 'number' && step > 0 ? step : 1;
}

/** An example of how an answer is written, for the field while it is empty. */
export function entryFormatOf(item: QuestionnaireItem): string | undefined {
  const format = extensionOf(item, `${HL7}entryFormat`)?.['valueString'];
  return typeof format === 'string' ? format : undefined;
}

/** Whether an option stands alone: choosing it takes the others back. */
export function isExclusive(option: AnswerOption): boolean {
  return extensionOf(option, `${HL7}questionnaire-optionExclusive`)?.['valueBoolean'] === true;
}

/** Whether options are to stand side by side, `horizontal`, or below each other, `vertical`. */
export function orientationOf(item: QuestionnaireItem): unknown {
  return extensionOf(item, `${HL7}questionnaire-choiceOrientation`)?.['valueCode'];
}

/** Names the unit of a number: of an item, or of an answer that has no number yet. */
export const UNIT = `${HL7}questionnaire-unit`;

/** The unit that a number is in. */
export function unitOf(item: Pick<QuestionnaireItem, 'extension'>): Coding | undefined {
  return extensionOf(item, UNIT)?.['valueCoding'] as Coding | undefined;
}

/** The units that a quantity may be given in. */
export function unitsOf(item: QuestionnaireItem): Coding[] {
  const choices = item.extension?.filter((e) => e.url === `${HL7}questionnaire-unitOption`) ?? [];
  const units = choices.map((e) => e['valueCoding'] as Coding | undefined).filter((u) => !!u);
  const only = unitOf(item);
  return units.length || !only ? units : [only];
}
