import type { Questionnaire } from '../../../client/model/questionnaire.js';
import { translated } from '../translated.js';
import { markupOf, usesMarkup } from './markup-of.js';
import type { richText } from './rich-text.js';

let draw: typeof richText | undefined;

/** Fetches what draws markup. */
export async function loadRichText(): Promise<void> {
  draw ??= (await import('./rich-text.js')).richText;
}

/** Whether all text can be drawn now. */
export function hasRichText(questionnaire: Questionnaire): boolean {
  return draw !== undefined || !usesMarkup(questionnaire);
}

/**
 * A text of an item to be drawn, in the reader's language, with its markup where it has some.
 * @param whole With paragraphs and lists; else as one run of words, for a label.
 */
export function worded(element: object, field: string, locale: string, whole = false): unknown {
  const markup = draw && markupOf(element, field, locale);
  return (markup && draw?.(markup, whole)) ?? translated(element, field, locale);
}
