import type { CSSResult } from 'lit';
import {
  allItems,
  type Questionnaire,
  type QuestionnaireItem,
} from '../../../client/model/questionnaire.js';
import { isQuestion } from '../../../client/model/questions.js';
import { controlOf } from '../item-parts.js';
import { checkBoxes, radios, yesOrNo } from './choice.js';
import type { moreControls } from './more-controls.js';
import type { Control } from './question.js';

/** From so many options on a list folds into a drop-down. */
const LONG = 8;

/** Choices are in nearly every form; the other controls come when a form has a question for them. */
const controls = { radios, checkBoxes, yesOrNo };
type More = typeof moreControls;
let more: More | undefined;

/** Styles of the controls that were fetched. */
export let fetchedStyles: CSSResult[] = [];

/** Fetches the controls that are not there from the start. */
export async function loadControls(): Promise<void> {
  if (more) return;
  const fetched = await import('./more-controls.js');
  more = fetched.moreControls;
  fetchedStyles = [fetched.moreStyles];
}

/** Whether every question can be drawn now. */
export function hasControls({ item }: Questionnaire): boolean {
  return (
    more !== undefined ||
    [...allItems(item)].every((i) => !isQuestion(i.item) || nameOf(i.item) in controls)
  );
}

/** How a question is answered. */
export function controlFor(item: QuestionnaireItem): Control {
  const all: Readonly<Partial<Record<keyof More | keyof typeof controls, Control>>> = {
    ...more,
    ...controls,
  };
  return all[nameOf(item)] ?? radios;
}

function nameOf(item: QuestionnaireItem): keyof More | keyof typeof controls {
  const control = controlOf(item);
  const { answerOption: { length } = [] } = item;
  switch (item.type) {
    case 'boolean':
      return 'yesOrNo';
    case 'choice':
      if (item.repeats) return 'checkBoxes';
      if (control === 'drop-down' || control === 'autocomplete') return 'dropDown';
      return length > LONG && control !== 'radio-button' ? 'dropDown' : 'radios';
    case 'open-choice':
      return 'openChoice';
    case 'integer':
    case 'decimal':
      return control === 'slider' ? 'slider' : 'numberField';
    case 'quantity':
      return 'quantity';
    case 'date':
    case 'dateTime':
    case 'time':
      return 'dateField';
    default:
      return 'textField';
  }
}
