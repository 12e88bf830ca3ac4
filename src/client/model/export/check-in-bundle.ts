import type { CheckIn } from '../check-in.js';
import { inLanguage } from '../localized-text.js';
import type { QuestionnaireResponse } from '../questionnaire-response.js';

/** FHIR R4 Observation, as far as a score needs one. @see https://hl7.org/fhir/R4/observation.html */
export interface ScoreObservation {
  readonly resourceType: 'Observation';
  readonly [element: string]: unknown;
}

/** FHIR R4 Bundle of type `collection`. @see https://hl7.org/fhir/R4/bundle.html */
export interface CollectionBundle {
  readonly resourceType: 'Bundle';
  readonly type: 'collection';
  readonly timestamp: string;
  /** Absent rather than empty, as FHIR has it. */
  readonly entry?: readonly {
    readonly fullUrl: string;
    readonly resource: QuestionnaireResponse | ScoreObservation;
  }[];
}

/** What the bundle takes from outside, so that it is the same for the same input. */
export interface BundleContext {
  readonly now: Date;
  readonly newUuid: () => string;
  readonly locale: string;
}

/** One's own check-ins: every response, and an Observation for every score. */
export function checkInBundle(
  checkIns: readonly CheckIn[],
  { now, newUuid, locale }: BundleContext,
): CollectionBundle {
  const entry = checkIns.flatMap((checkIn) => {
    const fullUrl = `urn:uuid:${newUuid()}`;
    const response = { fullUrl, resource: responseOf(checkIn) };
    if (!checkIn.score) return [response];
    const resource = observationOf(checkIn, checkIn.score, fullUrl, locale);
    return [response, { fullUrl: `urn:uuid:${newUuid()}`, resource }];
  });
  return {
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: now.toISOString(),
    ...(entry.length ? { entry } : {}),
  };
}

/** By identifier: the person's record is the clinic's and does not travel with their answers. */
const subjectOf = ({ personId }: CheckIn) => ({
  type: 'Patient',
  identifier: { value: personId },
});

function responseOf(checkIn: CheckIn): QuestionnaireResponse {
  const { response, id, receivedAt } = checkIn;
  return {
    subject: subjectOf(checkIn),
    identifier: { value: id },
    authored: receivedAt,
    ...response,
  };
}

function observationOf(
  checkIn: CheckIn,
  { total, loinc, band }: NonNullable<CheckIn['score']>,
  responseUrl: string,
  locale: string,
): ScoreObservation {
  const { response, receivedAt } = checkIn;
  return {
    resourceType: 'Observation',
    status: 'final',
    category: [
      {
        coding: [
          {
            system: 'http://terminology.hl7.org/CodeSystem/observation-category',
            code: 'survey',
          },
        ],
      },
    ],
    code: loinc
      ? { coding: [{ system: 'http://loinc.org', code: loinc }] }
      : { text: response.questionnaire ?? 'Score' },
    subject: subjectOf(checkIn),
    effectiveDateTime: response.authored ?? receivedAt,
    issued: receivedAt,
    valueQuantity: {
      value: total,
      unit: '{score}',
      system: 'http://unitsofmeasure.org',
      code: '{score}',
    },
    interpretation: [{ text: inLanguage(band.label, locale) }],
    derivedFrom: [{ reference: responseUrl }],
  };
}
