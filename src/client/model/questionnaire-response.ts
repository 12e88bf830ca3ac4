import * as z from 'zod/mini';
import { AnswerValue } from './questionnaire.js';

/** FHIR R4 QuestionnaireResponse. @see https://hl7.org/fhir/R4/questionnaireresponse.html */

export type ResponseAnswer = AnswerValue & { item?: ResponseItem[] | undefined };

export interface ResponseItem {
  linkId: string;
  text?: string | undefined;
  answer?: ResponseAnswer[] | undefined;
  item?: ResponseItem[] | undefined;
  [other: string]: unknown;
}
export const ResponseItem = /* @__PURE__ */ ((): z.ZodMiniType<ResponseItem> => {
  const schema: z.ZodMiniType<ResponseItem> = z.looseObject({
    linkId: z.string(),
    text: z.optional(z.string()),
    get answer(): z.ZodMiniOptional<z.ZodMiniArray<z.ZodMiniType<ResponseAnswer>>> {
      return z.optional(
        z.array(
          z.looseObject({
            ...AnswerValue.shape,
            get item() {
              return z.optional(z.array(schema));
            },
          }),
        ),
      );
    },
    get item() {
      return z.optional(z.array(schema));
    },
  });
  return schema;
})();

export const QuestionnaireResponse = z.looseObject({
  resourceType: z.literal('QuestionnaireResponse'),
  /** Canonical of the questionnaire, `url|version`. */
  questionnaire: z.optional(z.string()),
  status: z.enum(['in-progress', 'completed', 'amended', 'entered-in-error', 'stopped']),
  /** When the person answered, with their offset. */
  authored: z.optional(z.string()),
  item: z.optional(z.array(ResponseItem)),
});
export type QuestionnaireResponse = z.infer<typeof QuestionnaireResponse>;

/** Every answered item, in document order, those inside groups and answers included. */
export function* answeredItems(
  items: readonly ResponseItem[] | undefined,
): Generator<ResponseItem> {
  for (const item of items ?? []) {
    yield item;
    yield* answeredItems(item.item);
    for (const answer of item.answer ?? []) yield* answeredItems(answer.item);
  }
}

/** The first answer to a question; undefined when it was left out. */
export function answerTo(
  response: QuestionnaireResponse,
  linkId: string,
): ResponseAnswer | undefined {
  for (const item of answeredItems(response.item))
    if (item.linkId === linkId) return item.answer?.[0];
  return undefined;
}

/** The answer as a plain value: a coding's code, a number, a string, a boolean. */
export function plainAnswer(
  answer: AnswerValue | undefined,
): string | number | boolean | undefined {
  return (
    answer?.valueCoding?.code ??
    answer?.valueInteger ??
    answer?.valueDecimal ??
    answer?.valueBoolean ??
    answer?.valueString ??
    answer?.valueDate ??
    answer?.valueDateTime ??
    answer?.valueTime ??
    answer?.valueUri
  );
}

/** Whether two answers are the same. */
export function isSameAnswer(a: AnswerValue, b: AnswerValue): boolean {
  const [one, other] = [a.valueCoding, b.valueCoding];
  return (
    plainAnswer(a) === plainAnswer(b) &&
    // Who leaves the system out means the one that there is.
    (!one?.system || !other?.system || one.system === other.system) &&
    // Without a code it is known by its words.
    (one?.code !== undefined || one?.display === other?.display)
  );
}
