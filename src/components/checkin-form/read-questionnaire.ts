import type {
  Extension,
  Questionnaire,
  QuestionnaireItem,
} from '../../client/model/questionnaire.js';
import { contained } from './contained.js';
import { isUnread, named } from './extensions.js';
import { asksBelowEach, DEEPEST, hasOptions, isCondition, isSound, TYPES } from './is-sound.js';
import { kindOf, OTHERWISE, shapeOf } from './shape.js';

/** Something in a questionnaire that cannot be shown as it is. */
export interface QuestionnaireFault {
  readonly code:
    'not-a-questionnaire' | 'unknown-name' | 'invalid' | 'duplicate' | 'unsupported' | 'no-policy';
  /** Where, for example `item[2].item[0].answerOption`; or the property of the element. */
  readonly path: string;
  readonly message: string;
}

type Raw = Record<string, unknown>;

/** Item types of R4 that cannot be asked. */
const UNASKED = /^(?:attachment|reference)$/;

/**
 * A questionnaire from anywhere as one that can be drawn without a further check: what does not fit
 * is left out or turned into an item that cannot be asked, and named. One that is sound stays the
 * object that it is. Never throws.
 */
export function readQuestionnaire(value: unknown): {
  questionnaire: Questionnaire;
  faults: QuestionnaireFault[];
} {
  const faults: QuestionnaireFault[] = [];
  if (isSound(value)) return { questionnaire: value as Questionnaire, faults };
  const seen = new Set<string>();
  const asked: { question: string; path: string }[] = [];
  const root: Raw = isObject(value) ? value : {};
  const fault = (code: QuestionnaireFault['code'], path: string, message: string) =>
    void faults.push({ code, path, message });

  const clean = (
    raw: Raw,
    path: string,
    shapes: Readonly<Record<string, string>>,
    depth: number,
  ): Raw => {
    const out: Raw = {};
    for (const [name, part] of Object.entries(raw)) {
      const at = path ? `${path}.${name}` : name;
      const shape = shapes[name] ?? shapeOf(name);
      if (part === undefined) continue;
      if (shape && kindOf(part) !== shape)
        fault('invalid', at, `must be ${shape === 'string' ? 'text' : shape}`);
      else if (name === 'item' || !shape) out[name] = part;
      else if (depth > DEEPEST) continue;
      else if (shape === 'array') out[name] = list(part, at, depth);
      else out[name] = isObject(part) ? clean(part, at, {}, depth + 1) : part;
    }
    return out;
  };

  const list = (value: unknown, path: string, depth: number): Raw[] =>
    (value as unknown[]).flatMap((entry, i) => {
      if (isObject(entry)) {
        const extension = /\bextension$/.test(path) && (entry as Extension);
        if (extension && typeof extension.url !== 'string') {
          fault('invalid', `${path}[${i}].url`, 'is missing');
          return [];
        }
        if (extension && isUnread(extension))
          fault('unsupported', `${path}[${i}]`, `${named(extension)} is not acted on`);
        return [clean(entry, `${path}[${i}]`, {}, depth + 1)];
      }
      fault('invalid', `${path}[${i}]`, 'must be object');
      return [];
    });

  const items = (value: unknown, path: string, depth: number): QuestionnaireItem[] => {
    if (!Array.isArray(value)) return [];
    if (depth > DEEPEST) {
      fault('unsupported', path, `is nested deeper than ${DEEPEST}`);
      return [];
    }
    return value.flatMap((raw: unknown, i) => {
      const at = `${path}[${i}]`;
      if (!isObject(raw)) {
        fault('invalid', at, 'must be object');
        return [];
      }
      return item(raw, at, depth);
    });
  };

  const item = (raw: Raw, path: string, depth: number): QuestionnaireItem[] => {
    const out = clean(raw, path, OTHERWISE.item, 0) as QuestionnaireItem;
    const nested = items(raw['item'], `${path}.item`, depth + 1);
    const { linkId } = raw;
    const known = typeof linkId === 'string' && linkId !== '' && !seen.has(linkId);
    if (!known) {
      const twice = typeof linkId === 'string' && linkId !== '';
      fault(
        twice ? 'duplicate' : 'invalid',
        `${path}.linkId`,
        twice ? 'is used twice' : 'is missing',
      );
      // Its answers would have no place; what it holds may still have one.
      if (raw['type'] === 'group') return nested;
    }
    out.linkId = known ? linkId : `${path}#`;
    seen.add(out.linkId);
    const isType = TYPES.test(out.type) || UNASKED.test(out.type);
    let type = known && isType ? out.type : 'attachment';
    if (known && type !== out.type)
      fault('invalid', `${path}.type`, `${JSON.stringify(raw['type'])} is not an item type of R4`);
    else if (type === 'attachment' || type === 'reference')
      if (known) fault('unsupported', path, `items of type ${type} cannot be asked`);
    if (type === 'choice' || type === 'open-choice') {
      const set = out.answerValueSet;
      const found = set?.startsWith('#') ? contained(root, set.slice(1)) : undefined;
      if (found) out.answerOption = list(found, `${path}.answerOption`, 0);
      const isEmpty = !hasOptions(out);
      if (isEmpty && set)
        fault('unsupported', `${path}.answerValueSet`, `${set} is not contained in it`);
      else if (isEmpty && type === 'choice')
        fault('unsupported', `${path}.answerOption`, 'there is nothing to choose from');
      if (isEmpty && type === 'choice') type = 'attachment';
    }
    out.type = type;
    if (asksBelowEach({ ...out, item: nested }))
      fault('unsupported', `${path}.item`, 'is asked once, not below each of several answers');
    if (out.enableWhen)
      out.enableWhen = out.enableWhen.filter((when, i) => {
        const fits = isCondition(when);
        const at = `${path}.enableWhen[${i}]`;
        if (fits) asked.push({ question: when.question, path: at });
        else fault('invalid', at, 'is ignored');
        return fits;
      });
    if (nested.length) out.item = nested;
    else delete out.item;
    return [out];
  };

  if (root['resourceType'] !== 'Questionnaire')
    fault('not-a-questionnaire', 'resourceType', 'must be Questionnaire');
  const questionnaire = {
    ...clean(root, '', OTHERWISE.root, 0),
    item: items(root['item'], 'item', 0),
  } as unknown as Questionnaire;
  for (const { question, path } of asked)
    if (!seen.has(question))
      fault(
        'invalid',
        path,
        `asks for ${JSON.stringify(question)}, which no item has as its linkId`,
      );
  return { questionnaire, faults };
}

function isObject(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
