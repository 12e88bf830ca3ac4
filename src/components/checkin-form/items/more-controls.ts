import { dateField } from './date-field.js';
import { dropDown } from './drop-down.js';
import { numberField } from './number-field.js';
import { openChoice } from './open-choice.js';
import { quantity } from './quantity.js';
import { slider } from './slider.js';
import { textField } from './text-field.js';

/** The controls that a form fetches when it has a question for one of them. */
export const moreControls = {
  dateField,
  dropDown,
  numberField,
  openChoice,
  quantity,
  slider,
  textField,
};

export { addMissing } from '../repeats.js';
export { groupActions } from './group-actions.js';
export { repeated } from './repeated.js';
export { moreStyles } from './more-controls.styles.js';
