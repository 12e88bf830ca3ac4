import { html, nothing, type TemplateResult } from 'lit';
import { errorNotice } from '../shared/notice.js';
import type { Answering } from './answering.js';
import type { FormView } from './items/question.js';
import { answered, problems, progress, sheet, stepView } from './questions-view.js';
import type { Step } from './steps.js';
import { translated } from './translated.js';

export interface FormOptions {
  /** What to know before answering. */
  readonly notices: unknown;
  /** Help that the person asked for by saying that they are not safe. */
  readonly help: unknown;
  /** Empty: the whole form as one sheet. */
  readonly steps: readonly Step[];
  readonly at: number;
  /** Whether the answers are on their way, and why they could not be sent. */
  readonly sending: Pick<Answering, 'busy' | 'error'>;
  readonly onSubmit: (event: Event) => void;
  readonly onBack: () => void;
  readonly onRetry: () => void;
  readonly onNotSafe: () => void;
}

/** Title, questions, and what to do next. */
export function formView(view: FormView, options: FormOptions): TemplateResult {
  const { form, localize } = view;
  const { steps, at, sending } = options;
  const { t, locale } = localize;
  const { busy, error } = sending;
  const step = steps[at];
  const isLast = at + 1 >= steps.length;
  const isEmpty = step && !form.answers.of(step.item.linkId).length;
  const skips = !isLast && isEmpty && !step.item.required;
  const back = html`<button class="button quiet" type="button" @click=${options.onBack}>
    ${t.back}
  </button>`;
  const parts = step ? [stepView(view, step)] : sheet(view);
  const actions = html`${error ? errorNotice(t, error, options.onRetry) : nothing}
    <div class="actions">
      ${at > 0 ? back : nothing}
      <button
        class=${skips ? 'button quiet go' : 'button go'}
        type="submit"
        aria-disabled=${busy ? 'true' : nothing}
      >
        ${busy ? t.sending : isLast ? t.send : skips ? t.skip : t.next}
      </button>
    </div>`;
  return html`<div class="form" role="form" aria-labelledby="title" @submit=${options.onSubmit}>
      <header>
        <h2 id="title" tabindex="-1">
          ${translated(form.questionnaire, 'title', locale) || t.checkIn}
        </h2>
        ${step ? progress(view, at, steps.length) : answered(view)}
      </header>
      ${options.notices} ${step ? nothing : problems(view)}
      ${parts.map(
        (part, i) =>
          html`<form novalidate>
            <div class=${step ? 'items' : 'items whole'} ?inert=${busy}>${part}</div>
            ${i + 1 < parts.length ? nothing : actions}
          </form>`,
      )}
    </div>
    ${options.help}
    <button class="button plain unsafe" type="button" @click=${options.onNotSafe}>
      ${t.notSafe}
    </button>`;
}
