import type {
  Extension,
  Questionnaire,
  QuestionnaireItem,
} from '../../../../src/client/model/questionnaire.js';
import { allItems, extensionOf } from '../../../../src/client/model/questionnaire.js';

const TRANSLATION = 'http://hl7.org/fhir/StructureDefinition/translation';
const ITEM_CONTROL = 'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl';

/** The invariants of the R4 Questionnaire that are broken, by their key and the linkId. */
export function brokenInvariants(questionnaire: Questionnaire): string[] {
  const broken: string[] = [];
  const seen = new Set<string>();
  for (const { item } of allItems(questionnaire.item)) {
    const rule = (key: string, holds: boolean) => {
      if (!holds) broken.push(`${key} ${item.linkId}`);
    };
    const display = item.type === 'display';
    rule('que-1', item.type === 'group' ? !!item.item?.length : !display || !item.item);
    rule('que-2', !seen.has(item.linkId));
    seen.add(item.linkId);
    rule('que-3', !display || !item.code);
    rule('que-4', !item.answerOption || !item.answerValueSet);
    rule('que-5', !item.answerOption || ['choice', 'open-choice'].includes(item.type));
    rule('que-6', !display || (item.required === undefined && item.repeats === undefined));
    rule('que-8', (!display && item.type !== 'group') || !item.initial);
    rule('que-9', !display || item.readOnly === undefined);
    rule('que-10', !item.maxLength || ['string', 'text', 'url', 'open-choice'].includes(item.type));
    rule('ext-1', [...extensionsIn(item)].every(hasOneContent));
  }
  return broken;
}

/** An extension has a value or extensions, not both and not neither. */
const hasOneContent = (extension: Extension) =>
  Object.keys(extension).filter((key) => key !== 'url').length === 1;

function* extensionsIn(value: unknown): Generator<Extension> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value))
    if (key !== 'item') {
      if (key === 'extension') yield* inner as Extension[];
      yield* extensionsIn(inner);
    }
}

/** What the Spanish reader reads of an element's `_` twin. */
export function spanishOf(twin: unknown): string | undefined {
  const translation = extensionOf(twin as { extension?: Extension[] } | undefined, TRANSLATION);
  const part = (url: string) => translation?.extension?.find((e) => e.url === url);
  return part('lang')?.['valueCode'] === 'es'
    ? (part('content')?.['valueString'] as string)
    : undefined;
}

/** English and Spanish, as far as they are there. */
type Words = [en: string | undefined, es: string | undefined];

/** Everything that a person reads. */
export function wordsOf(questionnaire: Questionnaire): Words[] {
  const words: Words[] = [[questionnaire.title, spanishOf(questionnaire['_title'])]];
  for (const { item } of allItems(questionnaire.item)) {
    words.push([item.text, spanishOf(item._text)]);
    for (const { valueCoding } of item.answerOption ?? [])
      words.push([valueCoding?.display, spanishOf(valueCoding?.['_display'])]);
    const unit = item.extension?.find((e) => e.url.endsWith('questionnaire-unit'))?.[
      'valueCoding'
    ] as { display?: string; _display?: unknown } | undefined;
    if (unit) words.push([unit.display, spanishOf(unit._display)]);
  }
  return words;
}

/** How an item says it is drawn. */
export function controlOf(item: QuestionnaireItem): string | undefined {
  const concept = extensionOf(item, ITEM_CONTROL)?.['valueCodeableConcept'] as
    { coding: { system: string; code: string }[] } | undefined;
  return concept?.coding.find((c) => c.system === 'http://hl7.org/fhir/questionnaire-item-control')
    ?.code;
}
