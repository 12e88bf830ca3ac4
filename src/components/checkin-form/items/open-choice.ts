import { html, nothing } from 'lit';
import type { AnswerValue } from '../../../client/model/questionnaire.js';
import { isSame, labels, options } from './choice.js';
import type { Control } from './question.js';

/** One of several, or the person's own words. */
export const openChoice: Control = {
  field: false,
  draw: (q) => {
    const { item, id, t } = q;
    const many = item.repeats === true;
    const choices = labels(q);
    const isListed = (value: AnswerValue) => choices.some(([choice]) => isSame(choice, value));
    const listed = q.values.filter(isListed);
    const own = q.values.find((value) => !isListed(value));
    const kept = many ? listed : [];
    const onOther = ({ target }: Event) => {
      const on = (target as HTMLInputElement).checked;
      q.put(...kept, ...(on ? [{ valueString: '' }] : []));
    };
    const onInput = ({ target }: Event) =>
      q.put(...kept, { valueString: (target as HTMLInputElement).value });
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
