import type { CSSResult } from 'lit';
import { allItems, type Questionnaire } from '../../../client/model/questionnaire.js';
import { ANSWER_EXPRESSION } from '../extensions.js';
import type * as comboboxParts from './combobox/combobox.js';
import { nameOf } from './controls.js';
import { dateField } from './date-field.js';
import { dropDown } from './drop-down.js';
import { moreStyles } from './more-controls.styles.js';
import { numberField } from './number-field.js';
import { openChoice } from './open-choice.js';
import { quantity } from './quantity.js';
import type { Control } from './question.js';
import { slider } from './slider.js';
import { textField } from './text-field.js';

let fetched: typeof comboboxParts | undefined;

/** The controls that a form fetches when it has a question for one of them. */
export const moreControls = {
  /** Few forms have one: it is fetched for those. */
  get combobox(): Control {
    return fetched?.combobox ?? dropDown;
  },
  dateField,
  dropDown,
  numberField,
  openChoice,
  quantity,
  slider,
  textField,
};

/** Whether a questionnaire finds among many choices by typing, or may once it knows them. */
function searches(questionnaire: Questionnaire): boolean {
  return [...allItems(questionnaire.item)].some(
    ({ item }) =>
      nameOf(item) === 'combobox' || item.extension?.some(({ url }) => url === ANSWER_EXPRESSION),
  );
}

/** Whether all that this form needs is here. */
export function hasFetched(questionnaire: Questionnaire): boolean {
  return fetched !== undefined || !searches(questionnaire);
}

/** Fetches what only this form needs; gives the styles of all controls that are here. */
export async function fetchFor(questionnaire?: Questionnaire): Promise<CSSResult[]> {
  if (questionnaire && !hasFetched(questionnaire)) fetched = await import('./combobox/combobox.js');
  return [moreStyles, ...(fetched ? [fetched.comboboxStyles] : [])];
}

export { addMissing } from '../repeats.js';
export { partsOf } from './parts-of.js';
export { groupActions } from './group-actions.js';
export { repeated } from './repeated.js';
