import * as z from 'zod/mini';

/** Words in one or more languages, keyed by BCP 47 tag: `{ en: 'Parents', es: 'Madres y padres' }`. */
export const LocalizedText = z.record(z.string(), z.string());
export type LocalizedText = z.infer<typeof LocalizedText>;

/**
 * The words for a reader of `locale`: the exact tag, then its language, then English, then whatever
 * there is. Text that only one person wrote may have a single entry of any tag (`und` if unknown).
 */
export function inLanguage(text: LocalizedText, locale: string): string {
  return text[tagFor(text, locale)] ?? '';
}

/** The tag of the words that {@link inLanguage} gives. */
export function tagFor(text: LocalizedText, locale: string): string {
  const wanted = [locale, languageOf(locale), 'en'];
  return wanted.find((tag) => tag in text) ?? Object.keys(text)[0] ?? '';
}

/** The language of a BCP 47 tag without script and country: `es` of `es-MX`. */
export function languageOf(tag: string): string {
  return tag.split('-', 1)[0]?.toLowerCase() ?? tag;
}
