import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { keyed } from 'lit/directives/keyed.js';
import { chipsComing } from '../../client/model/chip.js';
import type { Milestone } from '../../client/model/milestone.js';
import { chapterDays } from '../../client/model/recovery-record.js';
import { errorNotice } from '../shared/notice.js';
import { comingEntry, reachedEntry } from './entry.js';
import type { PagesController } from '../shared/controllers/pages-controller.js';
import type { Step, Stretch } from './stretches.js';
import type { View } from './view.js';

const IN_SIGHT = 3;

/** What is ahead, the farthest first: reading down, it comes towards today. */
export function pathAhead(
  view: View,
  coming: readonly Milestone[],
): TemplateResult | typeof nothing {
  const { t, l, record, today } = view;
  const chips = record ? chipsComing(record, today, 2) : [];
  const ahead = [
    ...chips.map(({ code, on }) => ({
      id: code,
      kind: 'chip' as const,
      chip: code,
      on,
      title: {},
    })),
    ...coming.filter(({ kind }) => kind !== 'chip'),
  ].sort((a, b) => a.on.localeCompare(b.on));
  if (!ahead.length) return nothing;
  const list = (some: typeof ahead) =>
    html`<ol>
      ${some
        .reverse()
        .map((m) => keyed(m.id, html`<li class="step ahead">${comingEntry(view, m)}</li>`))}
    </ol>`;
  // The next chip is always within sight.
  const nextChip = ahead.find(({ kind }) => kind === 'chip');
  const inSight = ahead.filter((m, i) => i < IN_SIGHT || m === nextChip);
  const further = ahead.filter((m) => !inSight.includes(m));
  return html`<section>
    <h3 class="month">${t.coming}</h3>
    ${
      further.length
        ? html`<details class="further">
            <summary class="link">${l.plural(further.length, t.further)}</summary>
            ${list(further)}
          </details>`
        : nothing
    }
    ${list(inSight)}
  </section>`;
}

/** The place on the path that is now. */
export const pathNow = (view: View): TemplateResult =>
  html`<div class="step now" part="now">
    <span class="node"></span>
    <div class="what">
      <h3>
        ${view.t.today}<span class="muted">
          ${view.l.date(view.today, { month: 'long', day: 'numeric' })}</span
        >
      </h3>
      ${
        view.own
          ? html`<button
                class="button quiet add"
                type="button"
                aria-expanded=${view.open?.name === 'milestone'}
                @click=${view.toggle({ name: 'milestone' })}
              >
                ${view.t.add}
              </button>
              ${view.form('milestone')}`
          : nothing
      }
    </div>
  </div>`;

/** A month behind. Drawn again only when something in it changed. */
export const pathStretch = (view: View, stretch: Stretch): unknown => {
  const { month, titled, steps } = stretch;
  const has = (id: string | undefined) => id && steps.some((s) => s.milestone?.id === id);
  const touched = has(view.open?.milestone?.id) ? {} : has(view.bloomed) ? view.bloomed : '';
  const drawn = steps.flatMap(({ milestone, begun, before, lane }) => [
    milestone ?? begun,
    before,
    lane,
  ]);
  const { t, l, today, own, record } = view;
  return guard([titled, t, l.locale, today, own, record, touched, ...drawn], () => {
    const name = view.l.date(`${month}-01`, { month: 'long', year: 'numeric' });
    return html`<section class="stretch">
      ${titled ? html`<h3 class="month ${laneOf(steps[0])}">${name}</h3>` : nothing}
      <ol aria-label=${name}>
        ${steps.map((step) => keyed(step.milestone?.id ?? step.begun?.id, pathStep(view, step)))}
      </ol>
    </section>`;
  });
};

const laneOf = (step: Step | undefined) => (step?.lane ? 'over' : '');

function pathStep(view: View, step: Step): TemplateResult {
  if (step.milestone)
    return html`<li class="step ${laneOf(step)}" data-id=${step.milestone.id} tabindex="-1">
      ${reachedEntry(view, step.milestone)}
    </li>`;
  const { t, l } = view;
  const days = step.before && chapterDays(step.before, view.today);
  return html`<li class="step ${laneOf(step)} ${step.before ? 'bend' : 'source'}">
    <span class="node"></span>
    <div class="what">
      <p class="title">${step.before ? t.newChapter : t.firstChapter}</p>
      <p class="muted small">
        <time datetime=${step.on}>${l.date(step.on, { month: 'short', day: 'numeric' })}</time>
        ${days ? `· ${l.plural(days, t.kept)}` : nothing}
      </p>
    </div>
  </li>`;
}

/** Where the loaded path ends: the way to read on, or what will be here. */
export function pathEarlier(
  { t, own }: View,
  { items, more, busy, earlierError }: PagesController<Milestone>,
  onEarlier: () => void,
): TemplateResult | typeof nothing {
  if (!items?.length) return html`<p class="empty muted">${own ? t.empty : t.theirEmpty}</p>`;
  if (earlierError) return errorNotice(t, earlierError, onEarlier);
  if (!more) return nothing;
  return html`<button
    class="button quiet earlier"
    type="button"
    data-awaited
    aria-disabled=${busy}
    @click=${onEarlier}
  >
    ${busy ? t.loading : t.earlier}
  </button>`;
}
