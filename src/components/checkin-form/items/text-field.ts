import { html, nothing } from 'lit';
import { controlOf, entryFormatOf } from '../item-parts.js';
import { afterPause } from './after-pause.js';
import type { Control } from './question.js';

/** From so many characters before the limit on, what is left is counted. */
const NEAR = 50;

/** A line, an address or several lines. Too much is said, never cut off. */
export const textField: Control = {
  field: true,
  draw: (q) => {
    const { item, id, values, t, view } = q;
    const { type, maxLength } = item;
    const value = values[0]?.valueString ?? values[0]?.valueUri ?? '';
    const left = maxLength ? maxLength - value.length : Infinity;
    const format = entryFormatOf(item) ?? nothing;
    const onInput = ({ target }: Event) => {
      const typed = (target as HTMLInputElement).value;
      if (!typed) q.put();
      else q.put(type === 'url' ? { valueUri: typed.trim() } : { valueString: typed });
    };
    const field =
      type === 'text' || controlOf(item) === 'text-area'
        ? html`<textarea
            class="input"
            id=${id}
            rows="3"
            .value=${value}
            placeholder=${format}
            aria-describedby=${q.describedBy}
            aria-invalid=${q.invalid}
            aria-required=${q.required}
            ?readonly=${item.readOnly}
            @input=${onInput}
          ></textarea>`
        : html`<input
            class="input"
            type=${type === 'url' ? 'url' : 'text'}
            id=${id}
            .value=${value}
            placeholder=${format}
            aria-describedby=${q.describedBy}
            aria-invalid=${q.invalid}
            aria-required=${q.required}
            ?readonly=${item.readOnly}
            @input=${onInput}
          />`;
    const count = left < 0 ? t.tooMany : t.left;
    const words =
      left <= NEAR && q.invalid !== 'true' ? view.localize.plural(Math.abs(left), count) : '';
    return html`${field}
      <p class="small muted" aria-hidden="true">${words}</p>
      <p class="visually-hidden" role="status" ${afterPause(words)}></p>`;
  },
};
