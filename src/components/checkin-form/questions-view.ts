import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { keyed } from 'lit/directives/keyed.js';
import { allItems, type QuestionnaireItem } from '../../client/model/questionnaire.js';
import { isAnswer, isHidden, isQuestion } from '../../client/model/questions.js';
import { fill } from '../shared/fill.js';
import { notice } from '../shared/notice.js';
import { display, drawItem, drawQuestion, unsupported } from './items/item.js';
import { actionsOf, partsOf } from './items/controls.js';
import { titleOf, type FormView } from './items/question.js';
import type { Step } from './steps.js';

/** The whole questionnaire as one sheet, in as many forms of the browser's as it is drawn in. */
export function sheet(view: FormView): readonly unknown[] {
  const { form } = view;
  return partsOf(form.questionnaire.item ?? []).map((items) =>
    keyed(
      form,
      items.map((item) => guard(dependencies(view, item), () => drawItem(view, item))),
    ),
  );
}

/** What the looks of an item hang on, so that a key costs what hangs on it and no more. */
function dependencies({ form, localize, hangsOn }: FormView, within: QuestionnaireItem): unknown[] {
  const { answers, errors, questionnaire } = form;
  const whole = [questionnaire, localize.t, localize.locale, errors, ...hangsOn];
  for (const { item } of allItems([within]))
    whole.push(answers.enabled.has(item.linkId), answers.of(item.linkId));
  return whole;
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
        const title = titleOf(group, localize.locale);
        return title ? html`<p class="context muted">${title}</p>` : nothing;
      })}
      ${step.before.map(words)} ${drawQuestion(view, step.item)}
      ${step.ends.map((group) => actionsOf(view, group))} ${step.after.map(words)}
    </div>`,
  );
}

/** How far it is, with its end in sight. */
export function progress(view: FormView, at: number, of: number): TemplateResult {
  return bar(view, view.localize.t.step, at + 1, of);
}

/** How many questions of a sheet have an answer; not said of one or two. */
export function answered(view: FormView): TemplateResult | typeof nothing {
  const { answers, questionnaire } = view.form;
  const asked = [...allItems(questionnaire.item)].filter(
    ({ item }) =>
      answers.enabled.has(item.linkId) && isQuestion(item) && !isHidden(item) && !item.readOnly,
  );
  const done = asked.filter(({ item }) => answers.of(item.linkId).some(isAnswer));
  return asked.length > 2
    ? bar(view, view.localize.t.answered, done.length, asked.length)
    : nothing;
}

function bar({ localize }: FormView, words: string, n: number, of: number): TemplateResult {
  return html`<div class="progress">
    <span class="small muted" id="progress">
      ${fill(words, { n: localize.number(n), of: localize.number(of) })}
    </span>
    <div class="bar" aria-hidden="true" .style=${`--_done:${n / of}`}></div>
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
