import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { QuestionnaireItem } from '../../client/model/questionnaire.js';
import { fill } from '../shared/fill.js';
import { notice } from '../shared/notice.js';
import { display, drawItem, drawQuestion, unsupported } from './items/item.js';
import type { FormView } from './items/question.js';
import type { Step } from './steps.js';
import { translated } from './translated.js';

/** The whole questionnaire as one sheet. */
export function sheet(view: FormView): unknown {
  const { form } = view;
  return keyed(
    form,
    form.questionnaire.item?.map((item) => drawItem(view, item)),
  );
}

/** One question, with what it belongs to above it. */
export function stepView(view: FormView, step: Step): unknown {
  const { localize } = view;
  const words = (item: QuestionnaireItem) =>
    item.type === 'display' ? display(view, item) : unsupported(view);
  return keyed(
    step.item,
    html`<div class="step">
      ${step.groups.map((group) => {
        const title = translated(group, 'text', localize.locale);
        return title ? html`<p class="context muted">${title}</p>` : nothing;
      })}
      ${step.before.map(words)} ${drawQuestion(view, step.item)} ${step.after.map(words)}
    </div>`,
  );
}

/** How far it is, with its end in sight. */
export function progress({ localize }: FormView, at: number, of: number): TemplateResult {
  const { t } = localize;
  const words = fill(t.step, { n: localize.number(at + 1), of: localize.number(of) });
  return html`<div class="progress">
    <span class="small muted" id="progress">${words}</span>
    <div class="bar" aria-hidden="true" .style=${`--_done:${(at + 1) / of}`}></div>
  </div>`;
}

/** How many answers need another look; the first of them has the focus. */
export function problems({ form, localize }: FormView): TemplateResult {
  const { size } = form.errors;
  return html`<div role="alert">
    ${size ? notice('problem', localize.plural(size, localize.t.problems)) : nothing}
  </div>`;
}

/** Stands where the form will be. */
export function skeleton(words: string): TemplateResult {
  return html`<div class="skeleton" role="status">
    <span class="visually-hidden">${words}</span>
    <div class="bone title"></div>
    <div class="bone line"></div>
    <div class="bone control"></div>
    <div class="bone line"></div>
    <div class="bone control"></div>
    <div class="bone action"></div>
  </div>`;
}
