import type { CSSResult } from 'lit';
import {
  allItems,
  type Questionnaire,
  type QuestionnaireItem,
} from '../../../client/model/questionnaire.js';
import { dateField } from './date-field.js';
import { dropDown } from './drop-down.js';
import { moreStyles } from './more-controls.styles.js';
import { numberField } from './number-field.js';
import { openChoice } from './open-choice.js';
import type { Control } from './question.js';
import type * as rareParts from './rare-controls.js';
import { slider } from './slider.js';
import { textField } from './text-field.js';

let fetched: typeof rareParts | undefined;

/** The controls that a form fetches when it has a question for one of them. */
export const moreControls = {
  // Few forms have one of these: they are fetched for those.
  get combobox(): Control {
    return fetched?.combobox ?? dropDown;
  },
  get quantity(): Control {
    return fetched?.quantity ?? numberField;
  },
  dateField,
  dropDown,
  numberField,
  openChoice,
  slider,
  textField,
};

/** Says by which control a question is answered. */
type NameOf = (item: QuestionnaireItem) => string;

/** Whether a questionnaire has a question for a rare control, or may once it knows its options. */
function needsRare(questionnaire: Questionnaire, nameOf: NameOf): boolean {
  return [...allItems(questionnaire.item)].some(
    ({ item }) =>
      /^(?:combobox|quantity)$/.test(nameOf(item)) ||
      item.extension?.some(({ url }) => url.endsWith('-answerExpression')),
  );
}

/** Whether all that this form needs is here. */
export function hasFetched(questionnaire: Questionnaire, nameOf: NameOf): boolean {
  return fetched !== undefined || !needsRare(questionnaire, nameOf);
}

/** Fetches what only this form needs; gives the styles of all controls that are here. */
export async function fetchFor(
  questionnaire: Questionnaire | undefined,
  nameOf: NameOf,
): Promise<CSSResult[]> {
  if (questionnaire && !hasFetched(questionnaire, nameOf))
    fetched = await import('./rare-controls.js');
  return [moreStyles, ...(fetched ? [fetched.comboboxStyles] : [])];
}

export { addMissing } from '../repeats.js';
export { partsOf } from './parts-of.js';
export { groupActions } from './group-actions.js';
export { repeated } from './repeated.js';
