import { html, nothing, type TemplateResult } from 'lit';
import { entryFormatOf, partOf, unitOf } from '../item-parts.js';
import type { Control, Question } from './question.js';

/** A number to type, with its unit. */
export const numberField: Control = {
  field: true,
  draw: (q) => {
    const { item, values } = q;
    const unit = unitWords(q);
    const [value] = values;
    const field = numberInput(
      q,
      value?.valueInteger ?? value?.valueDecimal ?? value?.valueString,
      (number, typed) => {
        if (!typed) q.put();
        else if (number === undefined) q.put({ valueString: typed });
        else if (item.type === 'integer' && Number.isInteger(number))
          q.put({ valueInteger: number });
        else q.put({ valueDecimal: number });
      },
    );
    return unit ? html`<div class="with-unit">${field}<span>${unit}</span></div>` : field;
  },
};

/** What a number counts, in words. */
export function unitWords({ item, words }: Question): string {
  const unit = unitOf(item);
  return words(unit, 'display') || words(partOf(item, 'unit'), 'text') || words(unit, 'code');
}

/** The field alone; `put` gets what was typed and, when it can be read, the number. */
export function numberInput(
  q: Question,
  value: number | string | undefined,
  put: (number: number | undefined, typed: string) => void,
): TemplateResult {
  const decimal = decimalOf(q.view.localize.locale);
  const onInput = ({ target }: Event) => {
    const typed = (target as HTMLInputElement).value.trim();
    put(readNumber(typed, decimal), typed);
  };
  return html`<input
    class="input number"
    type="text"
    inputmode=${q.item.type === 'integer' ? 'numeric' : 'decimal'}
    autocomplete="off"
    id=${q.id}
    placeholder=${entryFormatOf(q.item) ?? nothing}
    .value=${typeof value === 'number' ? String(value).replace('.', decimal) : (value ?? '')}
    aria-describedby=${q.describedBy}
    aria-invalid=${q.invalid}
    aria-required=${q.required}
    ?readonly=${q.item.readOnly}
    @input=${onInput}
  />`;
}

/**
 * "7", "7.5" and, where people write it so, "7,5". What could be a thousand to one reader and a one
 * to another is not read at all.
 */
function readNumber(typed: string, decimal: string): number | undefined {
  if (!/^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)$/.test(typed)) return undefined;
  const isUnclear = decimal === ',' ? /\.\d{3}$/.test(typed) : typed.includes(',');
  return isUnclear ? undefined : Number(typed.replace(',', '.'));
}

function decimalOf(locale: string): string {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? ',' : '.';
}
