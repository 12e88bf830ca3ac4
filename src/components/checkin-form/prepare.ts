import type { Questionnaire } from '../../client/model/questionnaire.js';
import { hasExpressions, loadExpressions } from './expressed.js';
import { hasControls, loadControls } from './items/controls.js';
import { hasRules, loadRules } from './judge.js';
import { hasRichText, loadRichText } from './rich-text/worded.js';

/** What only some forms need: whether one can do without, and what fetches it. */
const PARTS = [
  [hasControls, loadControls],
  [hasRules, loadRules],
  [hasExpressions, loadExpressions],
  [hasRichText, loadRichText],
] as const;

/** Whether everything that this form needs has been fetched. */
export function isPrepared(questionnaire: Questionnaire): boolean {
  return PARTS.every(([has]) => has(questionnaire));
}

/** Fetches what this form needs, side by side. */
export async function prepare(questionnaire: Questionnaire): Promise<void> {
  await Promise.all(
    PARTS.filter(([has]) => !has(questionnaire)).map(([, load]) => load(questionnaire)),
  );
}
