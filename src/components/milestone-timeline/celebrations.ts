import { html, nothing, type TemplateResult } from 'lit';
import BicepsFlexed from 'lucide/dist/esm/icons/biceps-flexed.mjs';
import Heart from 'lucide/dist/esm/icons/heart.mjs';
import Sparkles from 'lucide/dist/esm/icons/sparkles.mjs';
import Sunrise from 'lucide/dist/esm/icons/sunrise.mjs';
import type { Celebration, Reaction } from '../../client/model/celebration.js';
import { icon, type IconNode } from '../shared/icon.js';
import type { View } from './view.js';

export const REACTIONS: Readonly<Record<Reaction, IconNode>> = {
  heart: Heart,
  applause: Sparkles,
  strength: BicepsFlexed,
  sunrise: Sunrise,
};

const SHOWN = 3;

/** Who celebrated, as small marks with names: "Maya: So proud of you". */
export function celebrationMarks(
  { t, l, me }: View,
  celebrations: readonly Celebration[],
): TemplateResult | typeof nothing {
  if (!celebrations.length) return nothing;
  const mark = ({ reaction, from, words }: Celebration) =>
    html`<li class="mark">
      ${icon(REACTIONS[reaction])}<span class="visually-hidden">${t.reactions[reaction]}:</span>
      <span
        ><b><bdi>${from.id === me ? t.you : from.name}</bdi></b
        >${words ? html`: <q><bdi>${words}</bdi></q>` : nothing}</span
      >
    </li>`;
  const list = (some: readonly Celebration[]) =>
    html`<ul class="marks" aria-label=${t.celebrations}>
      ${some.map(mark)}
    </ul>`;
  const rest = celebrations.slice(SHOWN);
  return html`${list(celebrations.slice(0, SHOWN))}
  ${
    rest.length
      ? html`<details class="rest">
          <summary class="link">${l.plural(rest.length, t.more)}</summary>
          ${list(rest)}
        </details>`
      : nothing
  }`;
}
