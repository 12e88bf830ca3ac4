import { html } from 'lit';
import type {
  AnswerValue,
  Coding,
  Extension,
  QuestionnaireItem,
} from '../../../client/model/questionnaire.js';
import { UNIT, unitOf, unitsOf } from '../item-parts.js';
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
    const [answer = {}] = q.values;
    const given = answer['valueQuantity'] as Quantity | undefined;
    const value = given?.value ?? answer.valueString;
    const { units, chosen } = unitsFor(q.item, answer);
    const name = (unit: Coding) => q.words(unit, 'display') || String(unit.code ?? '');
    const put = (number: number | undefined, typed: string, unit = chosen) => {
      if (number === undefined) return q.put(...withoutNumber(typed, units.length > 1 && unit));
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

/** The units to choose from, and the one that an answer is in. */
function unitsFor(
  item: QuestionnaireItem,
  answer: AnswerValue,
): { units: Coding[]; chosen: Coding | undefined } {
  const offered = unitsOf(item);
  const { unit, system, code } = (answer['valueQuantity'] ?? {}) as Quantity;
  const kept = unitOf(answer as { extension?: Extension[] });
  const wanted = kept?.code ?? kept?.display ?? code ?? unit;
  if (wanted === undefined) return { units: offered, chosen: offered[0] };
  const same = offered.find((each) => each.code === wanted || each.display === wanted);
  // What came in another unit must not be called by one of ours.
  const chosen: Coding = same ?? { system, code, display: unit };
  return { units: same ? offered : [chosen, ...offered], chosen };
}

/** What was typed and cannot be read, or nothing, with the unit that was chosen for it. */
function withoutNumber(typed: string, unit: Coding | false | undefined): AnswerValue[] {
  if (!typed && !unit) return [];
  return [
    {
      ...(typed && { valueString: typed }),
      ...(unit && { extension: [{ url: UNIT, valueCoding: unit }] }),
    },
  ];
}
