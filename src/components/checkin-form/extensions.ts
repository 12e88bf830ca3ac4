import type { Extension } from '../../client/model/questionnaire.js';

const HL7 = 'http://hl7.org/fhir/StructureDefinition/';
const SDC = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/';

export const ANSWER_EXPRESSION = `${SDC}sdc-questionnaire-answerExpression`;

/** Extensions of R4 and SDC that change what a form does, and that we act on. */
const READ =
  /^(?:translation|variable|minValue|maxValue|minLength|regex|maxDecimalPlaces|entryFormat|ordinalValue|itemWeight|questionnaire-(?:itemControl|choiceOrientation|sliderStepValue|unit|unitOption|hidden|optionExclusive|constraint)|sdc-questionnaire-(?:calculated|initial|enableWhen|answer)Expression)$/;

/** Those that change nothing for the person who answers. */
const HARMLESS =
  /^(?:designNote|display|questionnaire-(?:displayCategory|baseType|fhirType|usageMode|referenceProfile|referenceResource)|sdc-questionnaire-(?:itemExtractionContext|observationExtract.*|observationLinkPeriod|shortText|isSubject|preferredTerminologyServer|launchContext|assemble.*|performerType))$/;

/** Whether an extension of the standards asks for something that we do not do. */
export function isUnread({ url }: Extension): boolean {
  if (typeof url !== 'string') return false;
  const name = url.startsWith(HL7)
    ? url.slice(HL7.length)
    : url.startsWith(SDC)
      ? url.slice(SDC.length)
      : '';
  return /questionnaire-/.test(name) && !READ.test(name) && !HARMLESS.test(name);
}
