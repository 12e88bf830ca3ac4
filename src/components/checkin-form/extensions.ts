import type { Coding, Extension } from '../../client/model/questionnaire.js';
import { patternOf } from '../../client/model/pattern.js';

const HL7 = 'http://hl7.org/fhir/StructureDefinition/';
const SDC = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/';

export const ANSWER_EXPRESSION = `${SDC}sdc-questionnaire-answerExpression`;

/** Extensions of R4 and SDC that change what a form does, and that we act on. */
const READ =
  /^(?:translation|variable|minValue|maxValue|minLength|regex|maxDecimalPlaces|entryFormat|ordinalValue|itemWeight|questionnaire-(?:itemControl|choiceOrientation|sliderStepValue|unit|unitOption|hidden|optionExclusive|constraint)|sdc-questionnaire-(?:calculated|initial|enableWhen|answer)Expression)$/;

/** Those that change nothing for the person who answers. */
const HARMLESS =
  /^(?:designNote|display|questionnaire-(?:displayCategory|baseType|fhirType|usageMode|referenceProfile|referenceResource)|sdc-questionnaire-(?:itemExtractionContext|observationExtract.*|observationLinkPeriod|shortText|isSubject|preferredTerminologyServer|launchContext|assemble.*|performerType))$/;

/** Codes of itemControl that draw an item otherwise than it is drawn without. */
const CONTROLS =
  /^(?:radio-button|check-box|drop-down|autocomplete|slider|text-area|text-box|help|flyover|prompt|unit|lower|upper|g?table|grid|matrix|list|inline)$/;

/** Whether an extension of the standards asks for something that we do not do. */
export function isUnread(extension: Extension): boolean {
  const { url } = extension;
  if (typeof url !== 'string') return false;
  if (url === `${HL7}questionnaire-itemControl`) return !CONTROLS.test(codeIn(extension) ?? '');
  if (url === `${HL7}regex`) return !patternOf(extension['valueString']);
  const name = url.startsWith(HL7)
    ? url.slice(HL7.length)
    : url.startsWith(SDC)
      ? url.slice(SDC.length)
      : '';
  return (
    /questionnaire-|^cqf-(?:expression|calculatedValue)$/.test(name) &&
    !READ.test(name) &&
    !HARMLESS.test(name)
  );
}

/** An extension as a developer is told of it: by its URL, and by its code where it has one. */
export function named(extension: Extension): string {
  const code = codeIn(extension);
  return code ? `${extension.url} ${JSON.stringify(code)}` : extension.url;
}

function codeIn({ valueCodeableConcept: concept }: Extension): string | undefined {
  const code = (concept as { coding?: Coding[] } | undefined)?.coding?.[0]?.code;
  return typeof code === 'string' ? code : undefined;
}
