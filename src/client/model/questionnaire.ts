import * as z from 'zod/mini';

/**
 * FHIR R4 Questionnaire, as far as we read it; what we do not read passes through untouched.
 * @see https://hl7.org/fhir/R4/questionnaire.html
 */

/** An extension: a URL and one `value[x]`, or nested extensions. */
export interface Extension {
  url: string;
  extension?: Extension[] | undefined;
  [value: string]: unknown;
}
// A schema that holds itself is built in a pure call: bundlers then drop it where nothing parses it.
export const Extension = /* @__PURE__ */ ((): z.ZodMiniType<Extension> => {
  const schema: z.ZodMiniType<Extension> = z.looseObject({
    url: z.string(),
    get extension() {
      return z.optional(z.array(schema));
    },
  });
  return schema;
})();

export const Coding = z.looseObject({
  system: z.optional(z.string()),
  code: z.optional(z.string()),
  display: z.optional(z.string()),
  extension: z.optional(z.array(Extension)),
});
export type Coding = z.infer<typeof Coding>;

/** R4 item types. `attachment` and `reference` are accepted and said to be unsupported. */
export const ItemType = z.enum([
  'group',
  'display',
  'boolean',
  'decimal',
  'integer',
  'date',
  'dateTime',
  'time',
  'string',
  'text',
  'url',
  'choice',
  'open-choice',
  'attachment',
  'reference',
  'quantity',
]);
export type ItemType = z.infer<typeof ItemType>;

/** `value[x]` of an answer, an option or an initial value. */
export const AnswerValue = z.looseObject({
  valueBoolean: z.optional(z.boolean()),
  valueDecimal: z.optional(z.number()),
  valueInteger: z.optional(/* @__PURE__ */ z.int()),
  valueDate: z.optional(z.string()),
  valueDateTime: z.optional(z.string()),
  valueTime: z.optional(z.string()),
  valueString: z.optional(z.string()),
  valueUri: z.optional(z.string()),
  valueCoding: z.optional(Coding),
});
export type AnswerValue = z.infer<typeof AnswerValue>;

export const AnswerOption = z.extend(AnswerValue, {
  initialSelected: z.optional(z.boolean()),
  extension: z.optional(z.array(Extension)),
});
export type AnswerOption = z.infer<typeof AnswerOption>;

export const EnableWhen = z.looseObject({
  question: z.string(),
  operator: z.enum(['exists', '=', '!=', '>', '<', '>=', '<=']),
  answerBoolean: z.optional(z.boolean()),
  answerDecimal: z.optional(z.number()),
  answerInteger: z.optional(/* @__PURE__ */ z.int()),
  answerDate: z.optional(z.string()),
  answerDateTime: z.optional(z.string()),
  answerTime: z.optional(z.string()),
  answerString: z.optional(z.string()),
  answerCoding: z.optional(Coding),
});
export type EnableWhen = z.infer<typeof EnableWhen>;

const itemFields = {
  linkId: /* @__PURE__ */ z.string().check(z.minLength(1)),
  type: ItemType,
  text: z.optional(z.string()),
  prefix: z.optional(z.string()),
  code: z.optional(z.array(Coding)),
  required: z.optional(z.boolean()),
  repeats: z.optional(z.boolean()),
  readOnly: z.optional(z.boolean()),
  maxLength: z.optional(/* @__PURE__ */ z.int()),
  enableWhen: z.optional(z.array(EnableWhen)),
  enableBehavior: z.optional(z.enum(['all', 'any'])),
  answerOption: z.optional(z.array(AnswerOption)),
  answerValueSet: z.optional(z.string()),
  initial: z.optional(z.array(AnswerValue)),
  extension: z.optional(z.array(Extension)),
  /** The primitive extension of `text`: translations live here. */
  _text: z.optional(z.looseObject({ extension: z.optional(z.array(Extension)) })),
};

export type QuestionnaireItem = z.infer<z.ZodMiniObject<typeof itemFields, z.core.$loose>> & {
  item?: QuestionnaireItem[] | undefined;
};
export const QuestionnaireItem = /* @__PURE__ */ ((): z.ZodMiniType<QuestionnaireItem> => {
  const schema: z.ZodMiniType<QuestionnaireItem> = z.looseObject({
    ...itemFields,
    get item() {
      return z.optional(z.array(schema));
    },
  });
  return schema;
})();

export const Questionnaire = z.looseObject({
  resourceType: z.literal('Questionnaire'),
  /** Canonical address; answers refer to it as `url|version`. */
  url: z.optional(z.string()),
  version: z.optional(z.string()),
  language: z.optional(z.string()),
  title: z.optional(z.string()),
  description: z.optional(z.string()),
  status: z.string(),
  code: z.optional(z.array(Coding)),
  extension: z.optional(z.array(Extension)),
  item: z.optional(z.array(QuestionnaireItem)),
});
export type Questionnaire = z.infer<typeof Questionnaire>;

/** FHIR R4 extension that gives an answer its number. */
export const ORDINAL_VALUE = 'http://hl7.org/fhir/StructureDefinition/ordinalValue';

/** The questionnaires that come with the package: no element needs to look for faults in them. */
export const shipped = /* @__PURE__ */ new WeakSet<Questionnaire>();

/** The canonical reference to a questionnaire, `url|version`. */
export function canonical({ url, version }: Questionnaire): string {
  return version ? `${url ?? ''}|${version}` : (url ?? '');
}

/** Every item with its depth, in document order. */
export function* allItems(
  items: readonly QuestionnaireItem[] | undefined,
  depth = 0,
): Generator<{ item: QuestionnaireItem; depth: number }> {
  for (const item of items ?? []) {
    yield { item, depth };
    yield* allItems(item.item, depth + 1);
  }
}

/** The first extension with this URL, of an item, an option or a questionnaire. */
export function extensionOf(
  element: { extension?: Extension[] | undefined } | undefined,
  url: string,
): Extension | undefined {
  return element?.extension?.find((e) => e.url === url);
}
