import { soundsLikeHarm } from '../../client/model/harm-words/sounds-like-harm.js';
import type { AnswerValue } from '../../client/model/questionnaire.js';

/** What a list of answers sounds like does not change, and a form is drawn for each key. */
const heard = new WeakMap<readonly AnswerValue[], boolean>();

/** Whether words among the answers to a question sound like harm. */
export function soundHard(values: readonly AnswerValue[]): boolean {
  let isHeard = heard.get(values);
  if (isHeard === undefined) {
    isHeard = values.some(({ valueString }) => valueString && soundsLikeHarm(valueString));
    heard.set(values, isHeard);
  }
  return isHeard;
}
