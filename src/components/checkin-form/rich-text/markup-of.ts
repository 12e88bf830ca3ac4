import type { Extension, Questionnaire } from '../../../client/model/questionnaire.js';
import { allItems } from '../../../client/model/questionnaire.js';
import { translated } from '../translated.js';

const MARKUP = /^http:\/\/hl7\.org\/fhir\/StructureDefinition\/rendering-(?:xhtml|markdown)$/;

/** A text's `_` twin, which holds its extensions. */
function markupIn(element: object | undefined, field: string): Extension | undefined {
  const twin = (element as Record<string, unknown> | undefined)?.[`_${field}`] as
    { extension?: Extension[] } | undefined;
  return twin?.extension?.find(({ url }) => MARKUP.test(url));
}

/** How a text is to be drawn; a translation is plain words, and goes before it. */
export function markupOf(element: object, field: string, locale: string): Extension | undefined {
  const markup = markupIn(element, field);
  const written = (element as Record<string, unknown>)[field];
  return markup && (translated(element, field, locale) || undefined) === written
    ? markup
    : undefined;
}

/** Whether a form has text with markup, as few have. */
export function usesMarkup({ item }: Questionnaire): boolean {
  return [...allItems(item)].some((i) => markupIn(i.item, 'text') ?? markupIn(i.item, 'prefix'));
}
