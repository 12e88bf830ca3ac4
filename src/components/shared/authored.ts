import { html, nothing, type TemplateResult } from 'lit';
import { languageOf, tagFor, type LocalizedText } from '../../client/model/localized-text.js';
import type { LocalizeController } from './controllers/localize-controller.js';

/**
 * What a person or the clinic wrote, in the page's language where they wrote it in that, even when
 * the element has no words of its own in it. It says which language it is in when that is not the
 * element's, and goes its own way from left to right or right to left.
 */
export function authored(
  text: LocalizedText,
  { lang, pageLocale }: Pick<LocalizeController<unknown>, 'lang' | 'pageLocale'>,
): TemplateResult {
  const tag = tagFor(text, pageLocale);
  const other = languageOf(tag) !== languageOf(lang);
  // Empty: a language that nobody knows, and not the one around it.
  return html`<bdi lang=${other ? tag.replace('und', '') : nothing}>${text[tag]}</bdi>`;
}
