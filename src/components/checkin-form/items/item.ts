import { html, nothing, type TemplateResult } from 'lit';
import type { QuestionnaireItem } from '../../../client/model/questionnaire.js';
import { isHidden, isQuestion } from '../../../client/model/questions.js';
import { notice } from '../../shared/notice.js';
import { isPart } from '../item-parts.js';
import { actionsOf, controlFor } from './controls.js';
import { question, titleOf, type FormView } from './question.js';
import { isTable, table } from './table.js';

/** Any item, or nothing while it is disabled or hidden. */
export function drawItem(view: FormView, item: QuestionnaireItem, depth = 0): unknown {
  if (!view.form.answers.enabled.has(item.linkId) || isHidden(item)) return nothing;
  const nested = (item.item ?? []).filter((child) => !isPart(child));
  const children = () => nested.map((child) => drawItem(view, child, depth + 1));
  if (item.type === 'group') return group(view, item, depth, children);
  if (item.type === 'display') return display(view, item);
  if (!isQuestion(item)) return unsupported(view);
  return html`${drawQuestion(view, item)} ${children()}`;
}

/** Words that ask nothing. */
export function display({ localize }: FormView, item: QuestionnaireItem): TemplateResult {
  // A paragraph cannot hold what markup may bring.
  return html`<div class="display">${titleOf(item, localize.locale, true)}</div>`;
}

/** A sentence in the place of what we cannot ask. */
export function unsupported({ localize }: FormView): TemplateResult {
  return notice('info', localize.t.unsupported);
}

/** A question alone, as a step shows it. */
export function drawQuestion(view: FormView, item: QuestionnaireItem): TemplateResult {
  const shown = view.form.shown(item);
  return html`<div class="question" data-question=${view.form.id(item)}>
      ${question(view, shown, controlFor(shown))}
    </div>
    ${view.below(item)}`;
}

function group(view: FormView, item: QuestionnaireItem, depth: number, children: () => unknown) {
  const { form, localize } = view;
  const title = titleOf(item, localize.locale);
  const id = `${form.id(item)}-label`;
  return html`<div class="group" role="group" aria-labelledby=${title ? id : nothing}>
    ${
      title
        ? html`<div
            class="group-title"
            id=${id}
            role="heading"
            aria-level=${Math.min(3 + depth, 6)}
          >
            ${title}
          </div>`
        : nothing
    }
    ${isTable(item) ? table(view, item, children) : children()} ${actionsOf(view, item)}
  </div>`;
}
