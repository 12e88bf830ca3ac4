import type { QuestionnaireItem } from '../../client/model/questionnaire.js';
import { isHidden, isQuestion } from '../../client/model/questions.js';
import type { Form } from './form.js';
import { isPart } from './item-parts.js';

/** One question, and what stands above it. */
export interface Step {
  readonly item: QuestionnaireItem;
  /** The groups that the question is in, outermost first. */
  readonly groups: readonly QuestionnaireItem[];
  /** Words that come before the question, and sentences in the place of what cannot be asked. */
  readonly before: readonly QuestionnaireItem[];
  /** Repeating groups that end here, innermost first. */
  readonly ends: readonly QuestionnaireItem[];
  /** What follows the last question. */
  readonly after: readonly QuestionnaireItem[];
}

/** The enabled questions in their order. */
export function stepsOf(form: Form): Step[] {
  const { enabled } = form.answers;
  const steps: Step[] = [];
  let before: QuestionnaireItem[] = [];
  const visit = (
    items: readonly QuestionnaireItem[] | undefined,
    groups: readonly QuestionnaireItem[],
  ) => {
    for (const item of items ?? []) {
      if (!enabled.has(item.linkId) || isHidden(item) || isPart(item)) continue;
      if (isQuestion(item)) {
        steps.push({ item, groups, before, ends: [], after: [] });
        before = [];
      } else if (item.type !== 'group') before.push(item);
      visit(item.item, item.type === 'group' ? [...groups, item] : groups);
      const last = steps.at(-1);
      if (item.repeats && last?.groups.includes(item))
        steps[steps.length - 1] = { ...last, ends: [...last.ends, item] };
    }
  };
  visit(form.questionnaire.item, []);
  const last = steps.pop();
  return last ? [...steps, { ...last, after: before }] : [];
}
