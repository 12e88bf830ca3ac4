import { html, nothing } from 'lit';
import Minus from 'lucide/dist/esm/icons/minus.mjs';
import Plus from 'lucide/dist/esm/icons/plus.mjs';
import { boundsOf } from '../../../client/model/questions.js';
import { fill } from '../../shared/fill.js';
import { icon } from '../../shared/icon.js';
import { partOf, stepOf } from '../item-parts.js';
import { clear } from './clear.js';
import { unitWords } from './number-field.js';
import type { Control, Question } from './question.js';

/** A number on a line with words at both ends. Not answered until the person touches it. */
export const slider: Control = {
  field: false,
  draw: (q) => {
    const { item, id, t, words, view } = q;
    const { min, max, step } = rangeOf(item);
    const [value] = q.values;
    const number = value?.valueInteger ?? value?.valueDecimal;
    const answered = number !== undefined;
    const at = number ?? min + Math.round((max - min) / 2 / step) * step;
    const put = (to: number) => {
      const within = Math.min(max, Math.max(min, to));
      q.put(item.type === 'integer' ? { valueInteger: within } : { valueDecimal: within });
      return within;
    };
    const onInput = ({ target }: Event) => put((target as HTMLInputElement).valueAsNumber);
    // A tap on the very place where the thumb waits changes nothing, but it is an answer.
    const onClick = (event: Event) => answered || item.readOnly || onInput(event);
    const nudge = (by: number, label: string, sign: typeof Plus) =>
      html`<button
        class="button quiet nudge"
        type="button"
        aria-label=${label}
        aria-describedby=${q.labelId}
        ?disabled=${item.readOnly}
        @click=${(event: Event) => {
          const to = put(at + by);
          // The focus is on the button, so nobody would hear where the line stands now.
          const status = (event.currentTarget as Element)
            .closest('.rail')
            ?.querySelector('[role=status]');
          if (status) status.textContent = spokenAt(to);
        }}
      >
        ${icon(sign)}
      </button>`;
    const unit = unitWords(q);
    const shown = view.localize.number(at);
    const lower = words(partOf(item, 'lower'), 'text');
    const upper = words(partOf(item, 'upper'), 'text');
    const spokenAt = (value: number) => {
      const n = view.localize.number(value);
      const edge = value === min ? lower : value === max ? upper : '';
      return [unit ? `${n} ${unit}` : fill(t.ofMax, { n, max: view.localize.number(max) }), edge]
        .filter((part) => part)
        .join(', ');
    };
    return html`<div class=${answered ? 'slider' : 'slider empty'}>
        <p class="chosen" aria-hidden="true">
          ${answered ? html`<strong>${shown}</strong> ${unit}` : t.notAnswered}
        </p>
        <div class="rail">
          ${nudge(-step, t.less, Minus)}
          <input
            type="range"
            id=${id}
            min=${min}
            max=${max}
            step=${step}
            .value=${String(at)}
            .style=${`--_at:${max > min ? (at - min) / (max - min) : 0}`}
            aria-labelledby=${q.labelId}
            aria-describedby="${id}-ends ${q.describedBy === nothing ? '' : q.describedBy}"
            aria-invalid=${q.invalid}
            aria-valuetext=${answered ? spokenAt(at) : t.notAnswered}
            ?disabled=${item.readOnly}
            @input=${onInput}
            @click=${onClick}
          />
          ${nudge(step, t.more, Plus)}
          <p class="visually-hidden" role="status"></p>
          <p class="ends" id="${id}-ends"><span>${lower}</span> <span>${upper}</span></p>
        </div>
      </div>
      ${clear(q)}`;
  },
};

function rangeOf(item: Question['item']): { min: number; max: number; step: number } {
  const { min, max } = boundsOf(item);
  const from = typeof min === 'number' ? min : 0;
  const to = typeof max === 'number' && max > from ? max : from + 10;
  return { min: from, max: to, step: stepOf(item) };
}
