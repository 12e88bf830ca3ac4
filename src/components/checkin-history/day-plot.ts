import { html, svg, type TemplateResult } from 'lit';
import { addDays } from '../../client/model/date-time.js';
import { dayPaths, heightOf } from '../shared/day-paths.js';
import type { HistoryView } from './history-view.js';

export interface DayPlot {
  readonly values: ReadonlyMap<string, number>;
  readonly top: number;
  /** Where the value axis has lines and numbers. */
  readonly ticks: readonly number[];
  /** Single measurements stand on stems; days are joined with the day before. */
  readonly stems?: boolean;
}

/**
 * Numbers over the days that are shown, with both axes. It is a picture of what the words beside it
 * say, and hidden from screen readers. From right to left time runs that way too, as the reading
 * does, so that the latest day is where a line ends.
 */
export function dayPlot(
  { t, l, today, span }: HistoryView,
  { values, top, ticks, stems: standing = false }: DayPlot,
): TemplateResult {
  const { line, dots, stems } = dayPaths((day) => values.get(day), { today, days: span, top });
  const at = (value: number) => heightOf(value, top).toFixed(1);
  let weeks = '';
  for (let ago = 7; ago < span; ago += 7)
    weeks += `M${(100 - (ago * 100) / span).toFixed(2)} 0V100`;
  const dates = [span - 1, Math.round((span - 1) / 2)];
  return html`<div class="chart" aria-hidden="true">
    <svg class="axis">
      ${ticks.map(
        (tick) =>
          svg`<text x="50%" y="${at(tick)}%" dy="0.35em" text-anchor="middle">${l.number(tick)}</text>`,
      )}
    </svg>
    <svg class="plane span-${span}" viewBox="0 0 100 100" preserveAspectRatio="none">
      <path class="weeks" d=${weeks} />
      <path class="grid" d=${ticks.map((tick) => `M0 ${at(tick)}H100`).join('')} />
      <path class=${standing ? 'stems' : 'line'} d=${standing ? stems : line} />
      <path class="dots" d=${dots} />
    </svg>
    <p class="dates">
      ${dates.map(
        (ago) =>
          html`<span>${l.date(addDays(today, -ago), { month: 'short', day: 'numeric' })}</span>`,
      )}
      <span>${t.today}</span>
    </p>
  </div>`;
}
