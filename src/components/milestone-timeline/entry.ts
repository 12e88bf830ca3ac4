import { html, nothing, type TemplateResult } from 'lit';
import Award from 'lucide/dist/esm/icons/award.mjs';
import Flag from 'lucide/dist/esm/icons/flag.mjs';
import Handshake from 'lucide/dist/esm/icons/handshake.mjs';
import Mountain from 'lucide/dist/esm/icons/mountain.mjs';
import { addDays } from '../../client/model/date-time.js';
import type { Milestone, MilestoneKind } from '../../client/model/milestone.js';
import { authored } from '../shared/authored.js';
import { fill } from '../shared/fill.js';
import { icon, type IconNode } from '../shared/icon.js';
import { celebrationMarks } from './celebrations.js';
import { fromNow, titleOf } from './words.js';
import type { FormName, View } from './view.js';

const ICONS: Readonly<Record<MilestoneKind, IconNode>> = {
  chip: Award,
  programme: Flag,
  personal: Mountain,
  connection: Handshake,
};

/** Something reached, with who celebrated it. */
export function reachedEntry(view: View, milestone: Milestone): TemplateResult {
  const { t, l, own, me } = view;
  const title = titleOf(l, milestone, view.record);
  const mine = milestone.celebrations.some(({ from }) => from.id === me);
  return html`${
      own && (milestone.kind === 'chip' || milestone.on > addDays(view.today, -31))
        ? html`<button
            class="node ${milestone.kind}"
            type="button"
            aria-label=${fill(t.bloom, { title })}
            @click=${view.bloom(milestone)}
          >
            ${icon(ICONS[milestone.kind])}
          </button>`
        : node(milestone.kind)
    }
    <div class="what">
      ${words(view, milestone, title, l.date(milestone.on, { month: 'short', day: 'numeric' }))}
      ${view.bloomed === milestone.id ? html`<p class="small good">${t.bloomed}</p>` : nothing}
      ${celebrationMarks(view, milestone.celebrations)}
      ${
        own
          ? nothing
          : opener(view, 'celebrate', milestone, title, mine ? t.changeCelebration : t.celebrate)
      }
      ${formOf(view, milestone)}
    </div>`;
}

/** Something in sight. A day that has passed without it is no failure, and not counted. */
export function comingEntry(
  view: View,
  milestone: Pick<Milestone, 'kind' | 'on' | 'title'> & Partial<Milestone>,
): TemplateResult {
  const { l, today } = view;
  const title = titleOf(l, milestone, view.record);
  const thisYear = milestone.on.slice(0, 4) === today.slice(0, 4);
  const on = l.date(milestone.on, thisYear ? { month: 'short', day: 'numeric' } : undefined);
  const when = milestone.on > today ? `${fromNow(l, today, milestone.on)} · ${on}` : on;
  return html`${node(milestone.kind)}
    <div class="what">${words(view, milestone, title, when)} ${formOf(view, milestone)}</div>`;
}

const node = (kind: MilestoneKind) => html`<span class="node ${kind}">${icon(ICONS[kind])}</span>`;

const words = (
  view: View,
  milestone: Pick<Milestone, 'kind' | 'on' | 'title'> & Partial<Milestone>,
  title: string,
  when: string,
) => html`
  <p class="title">${milestone.chip ? title : authored(milestone.title, view.l)}</p>
  <p class="muted small">
    <time datetime=${milestone.on}>${when}</time>
    <span class="visually-hidden">, ${view.t.kinds[milestone.kind]}</span>
    ${
      view.own && milestone.kind === 'personal'
        ? html`· ${opener(view, 'remove', milestone as Milestone, title, view.t.remove)}`
        : nothing
    }
  </p>
  ${milestone.note ? html`<p class="note"><bdi>${milestone.note}</bdi></p>` : nothing}
`;

const isOpen = ({ open }: View, { id }: Partial<Milestone>) => id && open?.milestone?.id === id;

const formOf = (view: View, milestone: Partial<Milestone>) =>
  isOpen(view, milestone) ? view.form('celebrate', 'remove') : nothing;

const opener = (
  view: View,
  name: FormName,
  milestone: Milestone,
  title: string,
  words: string,
): TemplateResult =>
  html`<button
    class="link"
    type="button"
    aria-label=${`${words}: ${title}`}
    aria-expanded=${isOpen(view, milestone) === true}
    @click=${view.toggle({ name, milestone })}
  >
    ${words}
  </button>`;
