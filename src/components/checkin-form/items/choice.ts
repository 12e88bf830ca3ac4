import { html, nothing, type TemplateResult } from 'lit';
import type { AnswerValue } from '../../../client/model/questionnaire.js';
import { isSameAnswer, plainAnswer } from '../../../client/model/questionnaire-response.js';
import { valueOf } from '../answers.js';
import { orientationOf, isExclusive } from '../item-parts.js';
import { clear } from './clear.js';
import { optionList, type OptionList } from './option-list.js';
import type { Control, Question } from './question.js';

/** One of several: large targets in a list. */
export const radios: Control = { field: false, draw: (q) => options(q, labels(q)) };

/** Any of several. */
export const checkBoxes: Control = { field: false, draw: (q) => options(q, labels(q), true) };

/** Yes, no, or not answered yet. */
export const yesOrNo: Control = {
  field: false,
  draw: (q) =>
    options(q, [
      [{ valueBoolean: true }, q.t.yes],
      [{ valueBoolean: false }, q.t.no],
    ]),
};

/** An answer to choose, and its words. */
export type Choice = readonly [value: AnswerValue, words: string, isAlone?: boolean];

/** The options of an item with their words. */
export function labels({ item, words }: Question): Choice[] {
  return (item.answerOption ?? []).map((option) => {
    const { valueCoding, valueString } = option;
    const value = valueOf(option);
    return [
      value,
      words(valueCoding, 'display') ||
        (valueString ? words(option, 'valueString') : String(plainAnswer(value) ?? '')),
      isExclusive(option),
    ];
  });
}

/** Whether an answer is an option that takes the others back. */
export function isAlone(choices: readonly Choice[], value: AnswerValue): boolean {
  return choices.some(([each, , alone]) => alone && isSameAnswer(each, value));
}

/** Several answers with one more or one less; one that stands alone takes the others back. */
export function withPicked(
  values: readonly AnswerValue[],
  choices: readonly Choice[],
  [picked, , alone]: readonly [AnswerValue, string?, boolean?],
  isOn: boolean,
): AnswerValue[] {
  if (alone && isOn) return [picked];
  const others = values.filter((v) => !isSameAnswer(v, picked) && !isAlone(choices, v));
  return isOn ? [...others, picked] : others;
}

/** A list of radio buttons or check boxes. `more` is a last option with a field of its own. */
export function options(
  q: Question,
  choices: readonly Choice[],
  many = false,
  more: unknown = nothing,
): TemplateResult {
  const { item, id, values } = q;
  const onChange = ({ target }: Event) => {
    const { value, checked } = target as HTMLInputElement;
    const picked = choices[Number(value)];
    if (picked) q.put(...(many ? withPicked(values, choices, picked, checked) : [picked[0]]));
  };
  const list: OptionList = {
    name: id,
    type: many ? 'checkbox' : 'radio',
    words: choices.map(([, words]) => words),
    isOn: (i) => values.some((v) => isSameAnswer(v, choices[i]?.[0] ?? {})),
    isDisabled: item.readOnly === true,
  };
  const orientation = orientationOf(item);
  const short = choices.length < 3 && more === nothing && orientation !== 'vertical';
  return html`<div
      class="options ${short ? 'short' : orientation === 'horizontal' ? 'across' : ''}"
      id=${id}
      role=${many ? 'group' : 'radiogroup'}
      aria-labelledby=${q.labelId}
      aria-describedby=${q.describedBy}
      aria-invalid=${many ? nothing : q.invalid}
      aria-required=${many ? nothing : q.required}
      @change=${onChange}
    >
      ${optionList(list)} ${more}
    </div>
    ${many ? nothing : clear(q)}`;
}
