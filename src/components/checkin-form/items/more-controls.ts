import type { CSSResult } from 'lit';
import {
  allItems,
  type Questionnaire,
  type QuestionnaireItem,
} from '../../../client/model/questionnaire.js';
import type * as comboboxParts from './combobox/combobox.js';
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

/** Says by which control a question is answered. */
type NameOf = (item: QuestionnaireItem) => string;

/** Whether a questionnaire finds among many choices by typing, or may once it knows them. */
function searches(questionnaire: Questionnaire, nameOf: NameOf): boolean {
  return [...allItems(questionnaire.item)].some(
    ({ item }) =>
      nameOf(item) === 'combobox' ||
      item.extension?.some(({ url }) => url.endsWith('-answerExpression')),
  );
}

/** Whether all that this form needs is here. */
export function hasFetched(questionnaire: Questionnaire, nameOf: NameOf): boolean {
  return fetched !== undefined || !searches(questionnaire, nameOf);
}

/** Fetches what only this form needs; gives the styles of all controls that are here. */
export async function fetchFor(
  questionnaire: Questionnaire | undefined,
  nameOf: NameOf,
): Promise<CSSResult[]> {
  if (questionnaire && !hasFetched(questionnaire, nameOf))
    fetched = await import('./combobox/combobox.js');
  return [moreStyles, ...(fetched ? [fetched.comboboxStyles] : [])];
}

export { addMissing } from '../repeats.js';
export { partsOf } from './parts-of.js';
export { groupActions } from './group-actions.js';
export { repeated } from './repeated.js';
