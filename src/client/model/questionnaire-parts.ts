import {
  ORDINAL_VALUE,
  shipped,
  type Extension,
  type Questionnaire,
  type QuestionnaireItem,
} from './questionnaire.js';
import type { ScoreBand } from './scoring.js';

// Short ways to write the FHIR data of the questionnaires that we ship.

/** English and Spanish. */
export type Words = readonly [en: string, es: string];

/** A code and what it is called in both languages. */
export type Choice = readonly [code: string, ...Words];

const HL7 = 'http://hl7.org/fhir/StructureDefinition/';
const LOINC = 'http://loinc.org';

/** The Spanish translation of a primitive element, for its `_` twin. */
const spanish = (content: string) => ({
  extension: [
    {
      url: `${HL7}translation`,
      extension: [
        { url: 'lang', valueCode: 'es' },
        { url: 'content', valueString: content },
      ],
    },
  ],
});

/** An item's text. */
export const text = ([en, es]: Words) => ({ text: en, _text: spanish(es) });

const coding = (system: string, [code, display, es]: Choice) => ({
  system,
  code,
  display,
  _display: spanish(es),
});

/** How an item is drawn. */
const control = (code: string): Extension => ({
  url: `${HL7}questionnaire-itemControl`,
  valueCodeableConcept: {
    coding: [{ system: 'http://hl7.org/fhir/questionnaire-item-control', code }],
  },
});

/** A questionnaire of ours; `more` adds to its head. */
export const questionnaire = (
  name: string,
  [title, es]: Words,
  item: QuestionnaireItem[],
  more: object = {},
): Questionnaire => {
  const made: Questionnaire = {
    resourceType: 'Questionnaire',
    url: `https://wayfellow.dev/fhir/Questionnaire/${name}`,
    version: '1.0.0',
    language: 'en',
    status: 'active',
    title,
    _title: spanish(es),
    item,
    ...more,
  };
  shipped.add(made);
  return made;
};

/** A whole number to choose on a slider, with words at both ends. */
export const slider = (
  linkId: string,
  words: Words,
  ends: { max: number; lower: Words; upper: Words; unit?: Choice },
): QuestionnaireItem => ({
  linkId,
  type: 'integer',
  ...text(words),
  extension: [
    control('slider'),
    { url: `${HL7}minValue`, valueInteger: 0 },
    { url: `${HL7}maxValue`, valueInteger: ends.max },
    { url: `${HL7}questionnaire-sliderStepValue`, valueInteger: 1 },
    ...(ends.unit
      ? [
          {
            url: `${HL7}questionnaire-unit`,
            valueCoding: coding('http://unitsofmeasure.org', ends.unit),
          },
        ]
      : []),
  ],
  item: (['lower', 'upper'] as const).map((side) => ({
    linkId: `${linkId}-${side}`,
    type: 'display',
    ...text(ends[side]),
    extension: [control(side)],
  })),
});

/** Answers to choose from. */
export const options = (system: string, choices: readonly Choice[]) =>
  choices.map((choice) => ({ valueCoding: coding(system, choice) }));

/** LOINC answers that count 0, 1, 2, … in their order. */
const likert = (...choices: Choice[]) =>
  options(LOINC, choices).map((option, ordinal) => ({
    extension: [{ url: ORDINAL_VALUE, valueDecimal: ordinal }],
    ...option,
  }));

/** LOINC answer list LL358-3. */
export const howOften = (notAtAll: string) =>
  likert(
    ['LA6568-5', 'Not at all', notAtAll],
    ['LA6569-3', 'Several days', 'Varios días'],
    ['LA6570-1', 'More than half the days', 'Más de la mitad de los días'],
    ['LA6571-9', 'Nearly every day', 'Casi todos los días'],
  );

/** LOINC answer list LL359-1; the codes of the last two are in this order there. */
export const howDifficult = () =>
  likert(
    ['LA6572-7', 'Not difficult at all', 'No ha sido difícil'],
    ['LA6573-5', 'Somewhat difficult', 'Un poco difícil'],
    ['LA6575-0', 'Very difficult', 'Muy difícil'],
    ['LA6574-3', 'Extremely difficult', 'Extremadamente difícil'],
  );

/** Choice questions with the same answers. A question's LOINC code is its linkId too. */
export const questions = (
  answerOption: NonNullable<QuestionnaireItem['answerOption']>,
  ...asked: Choice[]
) =>
  asked.map(([code, ...words]): QuestionnaireItem => ({
    linkId: code,
    code: [{ system: LOINC, code }],
    type: 'choice',
    ...text(words),
    answerOption,
  }));

/** A group whose questions are the rows of a table and whose common answers are its columns. */
export const table = ([code, ...stem]: Choice, item: QuestionnaireItem[]): QuestionnaireItem => ({
  linkId: code,
  code: [{ system: LOINC, code }],
  type: 'group',
  ...text(stem),
  extension: [control('gtable')],
  item,
});

/** Who made PHQ and GAD-7. */
export const pfizer = {
  copyright:
    'Drs. Spitzer, Williams, Kroenke and colleagues, with a grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.',
};

/** Bands named by how strong the symptoms are. */
export const severity = (...bands: (readonly [from: number, code: keyof typeof STRENGTH])[]) =>
  bands.map(([from, code]): ScoreBand => {
    const [en, es] = STRENGTH[code];
    return { from, code, label: { en: `${en} symptoms`, es: `Síntomas ${es}` } };
  });

const STRENGTH = {
  minimal: ['Minimal', 'mínimos'],
  mild: ['Mild', 'leves'],
  moderate: ['Moderate', 'moderados'],
  'moderately-severe': ['Moderately severe', 'moderadamente graves'],
  severe: ['Severe', 'graves'],
} as const;
