import type { enabledItems } from '../../client/model/enable-when.js';
import { allItems, type Questionnaire } from '../../client/model/questionnaire.js';
import type { Judge } from './answers.js';
import { original } from './copy-link-ids.js';

let rules: typeof enabledItems | undefined;

/** Fetches the rules of enableWhen, which most forms do without. */
export async function loadRules(): Promise<void> {
  rules ??= (await import('../../client/model/enable-when.js')).enabledItems;
}

/** Whether it can be said now what is enabled. */
export function hasRules({ item }: Questionnaire): boolean {
  return rules !== undefined || [...allItems(item)].every((i) => !i.item.enableWhen?.length);
}

/** Says what is enabled: without a condition, everything. */
export function judgeOf({ item }: Questionnaire): Judge {
  const items = [...allItems(item)].map((i) => i.item);
  const all = new Set(items.map(({ linkId }) => linkId));
  const asked = new Set(
    items.flatMap(({ enableWhen }) => enableWhen?.map(({ question }) => question) ?? []),
  );
  return {
    enabled: (answersOf) => rules?.(item, answersOf, original) ?? all,
    hangsOn: (linkId) => asked.has(linkId) || asked.has(original(linkId)),
  };
}
