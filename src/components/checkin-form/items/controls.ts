import type { CSSResult } from 'lit';
import {
  allItems,
  type Questionnaire,
  type QuestionnaireItem,
} from '../../../client/model/questionnaire.js';
import { isQuestion } from '../../../client/model/questions.js';
import type { AnswerRecord } from '../answers.js';
import type { Form } from '../form.js';
import { controlOf } from '../item-parts.js';
import { checkBoxes, radios, yesOrNo } from './choice.js';
import type * as moreParts from './more-controls.js';
import type { Control, FormView } from './question.js';

/** From so many options on a list folds into a drop-down. */
const LONG = 8;

/** Choices are in nearly every form; the other controls come when a form has a question for them. */
const controls = { radios, checkBoxes, yesOrNo };
type More = typeof moreParts.moreControls;
let fetched: typeof moreParts | undefined;

/** Styles of the controls that were fetched. */
export let fetchedStyles: CSSResult[] = [];

/** Fetches the controls that are not there from the start, for a questionnaire where it is known. */
export async function loadControls(questionnaire?: Questionnaire): Promise<void> {
  fetched ??= await import('./more-controls.js');
  fetchedStyles = await fetched.fetchFor(questionnaire, nameOf);
}

/** Whether every question can be drawn now. */
export function hasControls(questionnaire: Questionnaire): boolean {
  return (
    fetched?.hasFetched(questionnaire, nameOf) ??
    [...allItems(questionnaire.item)].every((i) =>
      isQuestion(i.item) ? nameOf(i.item) in controls : !i.item.repeats,
    )
  );
}

/** Adds the copies of repeating groups whose answers these are. */
export function addMissing(form: Form, record: AnswerRecord): void {
  fetched?.addMissing(form, record);
}

/** What can be done with a repeating group. */
export function actionsOf(view: FormView, group: QuestionnaireItem): unknown {
  return group.repeats ? fetched?.groupActions(view, group) : undefined;
}

/** The items of a sheet by the forms they go into: a long one with fields needs several. */
export function partsOf(items: readonly QuestionnaireItem[]): (readonly QuestionnaireItem[])[] {
  return fetched?.partsOf(items) ?? [items];
}

/** How a question is answered. */
export function controlFor(item: QuestionnaireItem): Control {
  const all: Readonly<Partial<Record<keyof More | keyof typeof controls, Control>>> = {
    ...fetched?.moreControls,
    ...controls,
  };
  const name = nameOf(item);
  const control = all[name] ?? radios;
  return fetched && item.repeats && SEVERAL.includes(name) ? fetched.repeated(control) : control;
}

/** Controls that take one answer, of which a question may ask for several. */
const SEVERAL = ['textField', 'numberField', 'dateField', 'quantity'];

function nameOf(item: QuestionnaireItem): keyof More | keyof typeof controls {
  const control = controlOf(item);
  const { type, repeats, answerOption: { length } = [] } = item;
  switch (type) {
    case 'boolean':
      return 'yesOrNo';
    case 'choice':
    case 'open-choice':
      if (control === 'autocomplete') return 'combobox';
      if (control === 'drop-down' || (length > LONG && !repeats && control !== 'radio-button'))
        return type === 'choice' && !repeats ? 'dropDown' : 'combobox';
      if (type !== 'choice') return 'openChoice';
      return repeats ? 'checkBoxes' : 'radios';
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
