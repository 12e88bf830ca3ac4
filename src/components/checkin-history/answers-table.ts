import { html, nothing, type TemplateResult } from 'lit';
import { MEASURES, measuresByDay } from '../../client/model/check-in.js';
import { inLanguage } from '../../client/model/localized-text.js';
import { within } from '../../client/model/trend.js';
import { fill } from '../shared/fill.js';
import type { HistoryView } from './history-view.js';
import type { LaterStrings } from './later.strings.js';
import { scoreName, scoresShown } from './trends.js';
import { valueWords } from './trend-words.js';

/** What the pictures show, in numbers, newest first; days without a check-in are not in it. */
export function answersTable(view: HistoryView, s: LaterStrings): TemplateResult {
  const { t, l, checkIns, today, span, seenBy } = view;
  const measures = measuresByDay(within(checkIns, today, span));
  const scores = scoresShown(view);
  const days = new Set([
    ...measures.keys(),
    ...scores.flatMap((x) => x.scores.map(({ on }) => on)),
  ]);
  const empty = html`<span aria-hidden="true">–</span
    ><span class="visually-hidden">${s.noAnswer}</span>`;
  const score = ({ key, max, scores: all }: (typeof scores)[number], day: string) => {
    const found = all.find(({ on }) => on === day);
    return html`<td data-key=${key}>
      ${
        found
          ? fill(s.score, {
              value: l.number(found.value),
              max: l.number(max),
              band: inLanguage(found.band.label, l.locale),
            })
          : empty
      }
    </td>`;
  };
  return html`<div class="table" role="region" aria-label=${s.tableTitle} tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">${s.day}</th>
            ${MEASURES.map((m) => html`<th scope="col">${t.measures[m]}</th>`)}
            ${scores.map(({ key }) => html`<th scope="col">${scoreName(view, key)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${[...days]
            .sort((a, b) => b.localeCompare(a))
            .map(
              (day) =>
                html`<tr>
                  <th scope="row">${l.date(day, { month: 'short', day: 'numeric' })}</th>
                  ${MEASURES.map((m) => {
                    const value = measures.get(day)?.[m];
                    return html`<td>
                      ${value === undefined ? empty : valueWords(view, m, value)}
                    </td>`;
                  })}
                  ${scores.map((series) => score(series, day))}
                </tr>`,
            )}
        </tbody>
      </table>
    </div>
    ${days.size ? seenBy('answers') : nothing}`;
}
