import { html, nothing, type TemplateResult } from 'lit';
import { dayPaths } from '../shared/day-paths.js';
import { fill } from '../shared/fill.js';
import type { ListView } from './list-view.js';
import { SPAN, type Mentee } from './signs.js';

/** The moods of the last days as one small line, where they are shared. Its words say the same. */
export function moodLine(
  { l, today }: ListView,
  { moods }: Mentee,
): TemplateResult | typeof nothing {
  if (!moods.length) return nothing;
  const byDay = new Map(moods);
  const { line, dots } = dayPaths((day) => byDay.get(day), { today, days: SPAN, top: 10 });
  const values = [...byDay.values()];
  const [from, to] = [Math.min(...values), Math.max(...values)];
  const { one, other } = l.t.moodWords;
  const words = fill(from === to ? one : other, {
    n: l.number(values.length),
    days: l.number(SPAN),
    from: l.number(from),
    to: l.number(to),
  });
  return html`<div class="mood" role="img" aria-label=${words}>
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      <path class="line" d=${line} />
      <path class="dots" d=${dots} />
    </svg>
    <p class="muted caption" aria-hidden="true">${fill(l.t.mood, { n: l.number(SPAN) })}</p>
  </div>`;
}
