import { html } from 'lit';
import type { Coding } from '../../../client/model/questionnaire.js';
import { unitsOf } from '../item-parts.js';
import { numberInput } from './number-field.js';
import type { Control } from './question.js';

interface Quantity {
  value?: number;
  unit?: string;
  system?: string;
  code?: string;
}

/** A number and what it counts, chosen when there are several units. */
export const quantity: Control = {
  field: true,
  draw: (q) => {
    const units = unitsOf(q.item);
    const given = q.values[0]?.['valueQuantity'] as Quantity | undefined;
    const value = given?.value ?? q.values[0]?.valueString;
    const chosen = units.find(({ code }) => code === given?.code) ?? units[0];
    const name = (unit: Coding) => q.words(unit, 'display') || String(unit.code ?? '');
    const put = (number: number | undefined, typed: string, unit = chosen) => {
      if (number === undefined) return q.put(...(typed ? [{ valueString: typed }] : []));
      const { system, code, display } = unit ?? {};
      q.put({
        valueQuantity: {
          value: number,
          ...(unit && { unit: display ?? code }),
          ...(system && { system }),
          ...(code && { code }),
        },
      });
    };
    const onUnit = ({ target }: Event) =>
      put(given?.value, String(value ?? ''), units[(target as HTMLSelectElement).selectedIndex]);
    return html`<div class="with-unit">
      ${numberInput(q, value, put)}
      ${
        units.length > 1
          ? html`<select
              class="input"
              aria-label=${q.t.unit}
              ?disabled=${q.item.readOnly}
              @change=${onUnit}
            >
              ${units.map(
                (unit) => html`<option .selected=${unit === chosen}>${name(unit)}</option>`,
              )}
            </select>`
          : html`<span>${chosen ? name(chosen) : String(given?.unit ?? '')}</span>`
      }
    </div>`;
  },
};
