import { html, nothing } from 'lit';
import type { AnswerValue } from '../../../client/model/questionnaire.js';
import { isSameAnswer } from '../../../client/model/questionnaire-response.js';
import { isAlone, labels, options } from './choice.js';
import type { Control } from './question.js';

/** One of several, or the person's own words. */
export const openChoice: Control = {
  field: false,
  draw: (q) => {
    const { item, id, t } = q;
    const many = item.repeats === true;
    const choices = labels(q);
    const isListed = (value: AnswerValue) =>
      choices.some(([choice]) => isSameAnswer(choice, value));
    const own = q.values.find((value) => !isListed(value));
    const others = many ? q.values.filter((value) => value !== own) : [];
    const putOwn = (valueString: string) =>
      q.put(...others.filter((value) => !isAlone(choices, value)), { valueString });
    const onOther = ({ target }: Event) =>
      (target as HTMLInputElement).checked ? putOwn('') : q.put(...others);
    const onInput = ({ target }: Event) => putOwn((target as HTMLInputElement).value);
    const other = html`<label class="option"
        ><input
          type=${many ? 'checkbox' : 'radio'}
          name=${many ? nothing : id}
          value="other"
          .checked=${own !== undefined}
          ?disabled=${item.readOnly}
          @change=${onOther}
        /><span>${t.other}</span></label
      >
      ${
        own
          ? html`<input
              class="input"
              type="text"
              aria-label=${t.otherWords}
              aria-describedby=${q.describedBy}
              .value=${own.valueString ?? ''}
              ?readonly=${item.readOnly}
              @input=${onInput}
            />`
          : nothing
      }`;
    return options(q, choices, many, other);
  },
};
