import { html } from 'lit';
import { isSameAnswer } from '../../../client/model/questionnaire-response.js';
import { labels } from './choice.js';
import type { Control } from './question.js';

/** One of many. */
export const dropDown: Control = {
  field: true,
  draw: (q) => {
    const choices = labels(q);
    const [value] = q.values;
    const at = value ? choices.findIndex(([choice]) => isSameAnswer(choice, value)) : -1;
    const onChange = ({ target }: Event) => {
      const choice = choices[(target as HTMLSelectElement).selectedIndex - 1];
      q.put(...(choice ? [choice[0]] : []));
    };
    return html`<select
      class="input"
      id=${q.id}
      aria-describedby=${q.describedBy}
      aria-invalid=${q.invalid}
      aria-required=${q.required}
      ?disabled=${q.item.readOnly}
      @change=${onChange}
    >
      <option value="" ?selected=${at < 0}>${q.t.choose}</option>
      ${choices.map(
        ([, words], i) => html`<option value=${i} .selected=${i === at}>${words}</option>`,
      )}
    </select>`;
  },
};
