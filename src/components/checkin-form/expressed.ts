import type { Questionnaire } from '../../client/model/questionnaire.js';
import type { Expressions } from './expressions/expressions.js';
import { usesExpressions } from './expressions/uses-expressions.js';
import type { Form } from './form.js';

let fetched: typeof Expressions | undefined;

/** Fetches FHIRPath, which most forms do without. */
export async function loadExpressions(): Promise<void> {
  fetched ??= (await import('./expressions/expressions.js')).Expressions;
}

/** Whether it can be said now what expressions say. */
export function hasExpressions(questionnaire: Questionnaire): boolean {
  return fetched !== undefined || !usesExpressions(questionnaire);
}

/** What the expressions of a form say; undefined where it has none. */
export function expressionsOf(form: Form): Expressions | undefined {
  return fetched && usesExpressions(form.questionnaire) ? new fetched(form) : undefined;
}
