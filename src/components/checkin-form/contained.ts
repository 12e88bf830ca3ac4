import { DEEPEST } from './is-sound.js';

type Raw = Record<string, unknown>;

/**
 * The concepts of a value set that a questionnaire contains, as options, with their numbers and
 * translations; undefined when there is no such set.
 */
export function contained(questionnaire: Raw, id: string): Raw[] | undefined {
  const set = objects(questionnaire['contained']).find((resource) => resource['id'] === id);
  if (!set) return undefined;
  const expanded = below((set['expansion'] as Raw | undefined)?.['contains']);
  const composed = objects((set['compose'] as Raw | undefined)?.['include']).flatMap(
    ({ system, concept }) => objects(concept).map((each): Raw => ({ system, ...each })),
  );
  return (expanded.length ? expanded : composed).filter(isChoice).map(asOption);
}

/** Concepts may stand below others. */
function below(contains: unknown, depth = 0): Raw[] {
  if (depth > DEEPEST) return [];
  return objects(contains).flatMap((each) => [each, ...below(each['contains'], depth + 1)]);
}

function isChoice({ code, abstract }: Raw): boolean {
  return typeof code === 'string' && abstract !== true;
}

function asOption({ system, code, display, designation, extension }: Raw): Raw {
  const translations = objects(designation).map(({ language, value }) => ({
    url: 'http://hl7.org/fhir/StructureDefinition/translation',
    extension: [
      { url: 'lang', valueCode: language },
      { url: 'content', valueString: value },
    ],
  }));
  return {
    ...(Array.isArray(extension) && { extension }),
    valueCoding: {
      ...(typeof system === 'string' && { system }),
      code,
      ...(typeof display === 'string' && { display }),
      ...(translations.length && { _display: { extension: translations } }),
    },
  };
}

function objects(list: unknown): Raw[] {
  return Array.isArray(list)
    ? list.filter((each): each is Raw => each instanceof Object && !Array.isArray(each))
    : [];
}
