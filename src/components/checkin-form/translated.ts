import type { Extension } from '../../client/model/questionnaire.js';

const TRANSLATION = 'http://hl7.org/fhir/StructureDefinition/translation';

/**
 * A text of a FHIR element in the reader's language, by the translation extension of its `_` twin;
 * as it was written when there is no translation.
 */
export function translated(element: object | undefined, field: string, locale: string): string {
  const words = element as Record<string, unknown> | undefined;
  const twin = words?.[`_${field}`] as { extension?: Extension[] } | undefined;
  const language = locale.split('-', 1)[0];
  let found: unknown;
  for (const { url, extension } of twin?.extension ?? []) {
    if (url !== TRANSLATION) continue;
    const part = (name: string) => extension?.find((e) => e.url === name);
    const tag = part('lang')?.['valueCode'];
    // The very locale, or else the first in its language: Spanish of Mexico for a reader of Spanish.
    if (tag === locale || (found === undefined && String(tag).split('-', 1)[0] === language))
      found = part('content')?.['valueString'];
  }
  const text = found ?? words?.[field];
  return typeof text === 'string' ? text : '';
}
