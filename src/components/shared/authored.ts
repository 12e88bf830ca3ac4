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
  { locale, pageLocale }: Pick<LocalizeController<unknown>, 'locale' | 'pageLocale'>,
): TemplateResult {
  const tag = tagFor(text, pageLocale);
  const same = languageOf(tag) === languageOf(locale);
  return html`<bdi lang=${same ? nothing : tag}>${text[tag]}</bdi>`;
}
