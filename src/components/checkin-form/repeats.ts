import { allItems, type QuestionnaireItem } from '../../client/model/questionnaire.js';
import type { AnswerRecord } from './answers.js';
import { MARK, original } from './copy-link-ids.js';
import type { Form } from './form.js';

/** One more of a repeating group. What depends on answers inside depends on those of the copy. */
function another(group: QuestionnaireItem, n: number): QuestionnaireItem {
  const inside = new Set([...allItems([group])].map(({ item }) => item.linkId));
  const named = (linkId: string) => (inside.has(linkId) ? `${linkId}${MARK}${n}` : linkId);
  const copy = (item: QuestionnaireItem): QuestionnaireItem => ({
    ...item,
    linkId: named(item.linkId),
    ...(item.enableWhen && {
      enableWhen: item.enableWhen.map((when) => ({ ...when, question: named(when.question) })),
    }),
    ...(item.item && { item: item.item.map(copy) }),
  });
  return copy(group);
}

/** The items with a copy after the last of its group, or without one. */
function changed(
  items: readonly QuestionnaireItem[],
  group: QuestionnaireItem,
  copy?: QuestionnaireItem,
): QuestionnaireItem[] {
  const at = items.indexOf(group);
  if (at < 0)
    return items.map((item) =>
      item.item ? { ...item, item: changed(item.item, group, copy) } : item,
    );
  if (!copy) return items.filter((item) => item !== group);
  const isOther = (item: QuestionnaireItem, i: number) =>
    i > at && original(item.linkId) !== original(group.linkId);
  const end = items.findIndex(isOther);
  return end < 0 ? [...items, copy] : [...items.slice(0, end), copy, ...items.slice(end)];
}

/** The group that a copy of an item, by its linkId, is made of; undefined when there is none. */
function groupOf(
  items: readonly QuestionnaireItem[],
  linkId: string,
): { group: QuestionnaireItem; n: number } | undefined {
  const at = linkId.lastIndexOf(MARK);
  const base = linkId.slice(0, at);
  const group = [...allItems(items)]
    .filter(({ item }) => item.type === 'group' && item.repeats)
    .findLast(({ item }) => [...allItems([item])].some((inside) => inside.item.linkId === base));
  return at < 0 || !group ? undefined : { group: group.item, n: Number(linkId.slice(at + 1)) };
}

/** A repeating group and its copies, in their order. */
export function copiesOf(
  items: readonly QuestionnaireItem[],
  group: QuestionnaireItem,
): readonly QuestionnaireItem[] {
  const lists = [items, ...[...allItems(items)].map(({ item }) => item.item ?? [])];
  const list = lists.find((each) => each.includes(group)) ?? [];
  return list.filter(({ linkId }) => original(linkId) === original(group.linkId));
}

/** One more of a repeating group, after the last. */
export function addGroup(
  form: Form,
  group: QuestionnaireItem,
  n = nextNumber(form),
): QuestionnaireItem {
  const copy = another(group, n);
  form.adopt([copy], changed(itemsOf(form), group, copy));
  return copy;
}

/** Takes a group away, with what was answered there. */
export function removeGroup(form: Form, group: QuestionnaireItem): void {
  form.answers.forget([group]);
  form.adopt([], changed(itemsOf(form), group));
}

/** Adds the copies whose answers these are. */
export function addMissing(form: Form, record: AnswerRecord): void {
  for (const linkId of Object.keys(record)) {
    const isThere = [...allItems(itemsOf(form))].some(({ item }) => item.linkId === linkId);
    const found = isThere ? undefined : groupOf(itemsOf(form), linkId);
    if (found) addGroup(form, found.group, found.n);
  }
}

function itemsOf({ questionnaire }: Form): readonly QuestionnaireItem[] {
  return questionnaire.item ?? [];
}

/** Above those that are there, also of copies in copies. */
function nextNumber(form: Form): number {
  const used = [...allItems(itemsOf(form))].flatMap(({ item }) =>
    item.linkId.split(MARK).slice(1).map(Number),
  );
  return Math.max(0, ...used) + 1;
}
