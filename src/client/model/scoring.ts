import * as z from 'zod/mini';
import { LocalizedText } from './localized-text.js';
import {
  allItems,
  extensionOf,
  ORDINAL_VALUE,
  type AnswerOption,
  type AnswerValue,
  type Questionnaire,
} from './questionnaire.js';
import { answerTo, plainAnswer, type QuestionnaireResponse } from './questionnaire-response.js';

/** The successor of {@link ORDINAL_VALUE}. */
const ITEM_WEIGHT = 'http://hl7.org/fhir/StructureDefinition/itemWeight';

/** "Not at all" to "nearly every day", for a questionnaire that leaves answers to a value set. */
const LOINC_0_TO_3 = ['LA6568-5', 'LA6569-3', 'LA6570-1', 'LA6571-9'];

/** From this score on, and what it is called. */
export interface ScoreBand {
  readonly from: number;
  readonly code: string;
  readonly label: LocalizedText;
}

/** How an instrument is added up. */
export interface ScoringRule {
  /** LOINC code of the total. */
  readonly loinc?: string;
  /** Items that count, by linkId. */
  readonly items: readonly string[];
  readonly max: number;
  /** In ascending order; the first begins at the lowest score. */
  readonly bands: readonly ScoreBand[];
}

/** A total that may be read: every counted item was answered. */
export const Score = z.object({
  total: z.number(),
  max: z.number(),
  loinc: z.optional(z.string()),
  band: z.object({ code: z.string(), label: LocalizedText }),
});
export type Score = z.infer<typeof Score>;

/** The number that the questionnaire gives an answer option, on the option or on its coding. */
export function optionOrdinal(option: AnswerOption | undefined): number | undefined {
  for (const url of [ORDINAL_VALUE, ITEM_WEIGHT]) {
    const given = extensionOf(option, url) ?? extensionOf(option?.valueCoding, url);
    if (typeof given?.['valueDecimal'] === 'number') return given['valueDecimal'];
  }
  return undefined;
}

/** The number that an answer to a question counts as; undefined when it has none. */
export function ordinalOf(
  questionnaire: Questionnaire,
  linkId: string,
  answer: AnswerValue,
): number | undefined {
  const plain = plainAnswer(answer);
  for (const { item } of allItems(questionnaire.item)) {
    if (item.linkId !== linkId || plain === undefined) continue;
    const ordinal = optionOrdinal(item.answerOption?.find((o) => plainAnswer(o) === plain));
    if (ordinal !== undefined) return ordinal;
  }
  const known = LOINC_0_TO_3.indexOf(answer.valueCoding?.code ?? '');
  return answer.valueInteger ?? answer.valueDecimal ?? (known < 0 ? undefined : known);
}

/** The number of the first answer to a question; undefined when unanswered or without one. */
export function ordinalAnswer(
  questionnaire: Questionnaire,
  response: QuestionnaireResponse,
  linkId: string,
): number | undefined {
  const answer = answerTo(response, linkId);
  return answer && ordinalOf(questionnaire, linkId, answer);
}

/**
 * The total, or undefined when any counted item is missing: a sum with holes is not the
 * instrument's score (Kroenke, Spitzer & Williams 2001 score only complete forms).
 */
export function score(
  rule: ScoringRule,
  questionnaire: Questionnaire,
  response: QuestionnaireResponse,
): Score | undefined {
  let total = 0;
  for (const linkId of rule.items) {
    const value = ordinalAnswer(questionnaire, response, linkId);
    if (value === undefined) return undefined;
    total += value;
  }
  const band = rule.bands.findLast((b) => total >= b.from) ?? rule.bands[0];
  if (!band) return undefined;
  return {
    total,
    max: rule.max,
    ...(rule.loinc ? { loinc: rule.loinc } : {}),
    band: { code: band.code, label: band.label },
  };
}
