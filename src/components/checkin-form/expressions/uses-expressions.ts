import {
  allItems,
  type Extension,
  type Questionnaire,
} from '../../../client/model/questionnaire.js';

/** Structured Data Capture, the FHIR guide that expressions come from. */
export const SDC = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-';
export const VARIABLE = 'http://hl7.org/fhir/StructureDefinition/variable';
export const CONSTRAINT = 'http://hl7.org/fhir/StructureDefinition/questionnaire-constraint';

/** Whether a form needs FHIRPath, which few do. */
export function usesExpressions({ item, extension }: Questionnaire): boolean {
  const isExpression = ({ url }: Extension) =>
    url === VARIABLE || url === CONSTRAINT || (url.startsWith(SDC) && url.endsWith('Expression'));
  return (
    !!extension?.some(isExpression) ||
    [...allItems(item)].some((each) => each.item.extension?.some(isExpression))
  );
}
