import { html, type TemplateResult } from 'lit';
import { MEASURES, type DayMeasures } from '../../client/model/check-in.js';
import type { LocalizeController } from '../shared/controllers/localize-controller.js';
import type { PlotStrings } from './check-in-plot.strings.js';

/** The same days in numbers, newest first; days without an answer are left out. */
export function checkInTable(
  days: readonly DayMeasures[],
  l: Pick<LocalizeController<unknown>, 'date' | 'number'>,
  p: PlotStrings,
): TemplateResult {
  const cell = (value: number | undefined) =>
    value === undefined
      ? html`<span aria-hidden="true">–</span><span class="visually-hidden">${p.noAnswer}</span>`
      : l.number(value);
  return html`<div class="table" role="region" aria-label=${p.title} tabindex="0">
    <table>
      <thead>
        <tr>
          <th scope="col">${p.day}</th>
          ${MEASURES.map((m) => html`<th scope="col">${p.measures[m]}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${days
          .toSorted((a, b) => b.on.localeCompare(a.on))
          .map(
            (day) =>
              html`<tr>
                <th scope="row">${l.date(day.on, { month: 'short', day: 'numeric' })}</th>
                ${MEASURES.map((m) => html`<td>${cell(day[m])}</td>`)}
              </tr>`,
          )}
      </tbody>
    </table>
  </div>`;
}
