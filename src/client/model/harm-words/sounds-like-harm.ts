import { english } from './english.js';
import type { HarmRules } from './rules.js';
import { spanish } from './spanish.js';

/**
 * Whether words sound as if somebody may think of harming themselves, in English or Spanish: a
 * reason to offer help, and nothing more. It misses some and mistakes others, so it must never be
 * the only thing that raises an alert, nor keep anybody from anything. It runs on the device, and
 * what it found is kept nowhere.
 */
export function soundsLikeHarm(text: string): boolean {
  const plain = fold(text);
  return [english, spanish].some((rules) => heard(rules, plain));
}

function heard(rules: HarmRules, text: string): boolean {
  const own = has(rules.works, text) ? text.replace(/["“«][^"”»]*["”»]/g, ' ') : text;
  let wasPast = false;
  for (const part of own.replace(rules.idioms, ' ').split(rules.ends)) {
    if (!part || !isSaid(rules, part.trim())) continue;
    if (!has(rules.past, part)) return true;
    wasPast = true;
  }
  return wasPast && has(rules.again, own);
}

function isSaid(rules: HarmRules, part: string): boolean {
  if (has(rules.withNo, part)) return true;
  const isOthers = has(rules.others, part);
  const said = [...part.matchAll(rules.own), ...(isOthers ? [] : part.matchAll(rules.anybodys))];
  if (!isOthers && isThought(rules, part)) return true;
  return said.some(({ index }) => {
    const before = part.slice(0, index).replace(rules.notNo, ' ').trimEnd();
    // "She wanted to die": whoever stands right before it is whose it is.
    return !has(rules.no, before) && !has(rules.others, before.slice(before.lastIndexOf(' ') + 1));
  });
}

/** So many characters may stand between a thought and what it is about. */
const NEAR = 45;

/** Whether a part of a sentence thinks of the end of life, with no "no" in it. */
function isThought(rules: HarmRules, part: string): boolean {
  if (has(rules.no, part.replace(rules.notNo, ' '))) return false;
  const thoughts = [...part.matchAll(rules.thoughts)].map(
    ({ 0: said, index }) => index + said.length,
  );
  return [...part.matchAll(rules.deaths)].some(({ index }) =>
    thoughts.some((end) => index >= end - 1 && index - end < NEAR),
  );
}

/** `test` on a pattern of all matches would begin where it last stopped. */
const has = (pattern: RegExp, text: string) => text.search(pattern) >= 0;

const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\p{M}'’‘]/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ');
