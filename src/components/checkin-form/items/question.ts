import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import CircleAlert from 'lucide/dist/esm/icons/circle-alert.mjs';
import type {
  AnswerValue,
  Extension,
  QuestionnaireItem,
} from '../../../client/model/questionnaire.js';
import { boundsOf } from '../../../client/model/questions.js';
import type { AnswerFault } from '../../../client/model/validate-answers.js';
import type { LocalizeController } from '../../shared/controllers/localize-controller.js';
import { fill } from '../../shared/fill.js';
import { icon } from '../../shared/icon.js';
import type { CheckinStrings } from '../checkin-form.strings.js';
import type { Form } from '../form.js';
import { partOf } from '../item-parts.js';
import { worded } from '../rich-text/worded.js';
import { translated } from '../translated.js';

/** What items are drawn with. */
export interface FormView {
  readonly form: Form;
  readonly localize: LocalizeController<CheckinStrings>;
  /** One question at a time: its words are a heading. */
  readonly steps: boolean;
  /** IANA zone of the person. */
  readonly timeZone: () => string;
  put(item: QuestionnaireItem, values: readonly AnswerValue[]): void;
  /** What is asked has changed, or what was answered. */
  changed(): void;
  /** What stands right below a question, for example help in a crisis. */
  below(item: QuestionnaireItem): unknown;
  /** What else any question's looks hang on, with what is below it. */
  readonly hangsOn: readonly unknown[];
}

/** A question as its control sees it. */
export interface Question {
  readonly item: QuestionnaireItem;
  readonly view: FormView;
  readonly t: CheckinStrings;
  /** Id of the control; a single field has it itself. */
  readonly id: string;
  readonly labelId: string;
  readonly values: readonly AnswerValue[];
  readonly invalid: 'true' | typeof nothing;
  readonly required: 'true' | typeof nothing;
  /** Ids of help and error. */
  readonly describedBy: string | typeof nothing;
  /** Words of a FHIR element in the reader's language. */
  words(element: object | undefined, field: string): string;
  put(...values: AnswerValue[]): void;
}

/** How a question is answered. A field has a `<label>` of its own, a set of controls has a name. */
export interface Control {
  readonly field: boolean;
  draw(question: Question): unknown;
}

/** A question: its words, help, control and error. Drawn again only when one of them changed. */
export function question(view: FormView, item: QuestionnaireItem, control: Control): unknown {
  const { form, localize, steps } = view;
  const values = form.answers.of(item.linkId);
  const fault = form.errors.get(item.linkId);
  const remark = form.remark(item);
  return guard(
    [form, item, values, fault, remark, localize.t, localize.locale, steps, control],
    () => draw(view, item, control, values, fault, remark),
  );
}

function draw(
  view: FormView,
  item: QuestionnaireItem,
  control: Control,
  values: readonly AnswerValue[],
  fault: AnswerFault | undefined,
  remark: Extension | undefined,
): TemplateResult {
  const { form, localize, steps } = view;
  const { t, locale } = localize;
  const id = form.id(item);
  const words = (element: object | undefined, field: string) => translated(element, field, locale);
  const helping = partOf(item, 'help', 'flyover', 'prompt');
  const help = helping && worded(helping, 'text', locale, true);
  const described = [
    item.required && `${id}-required`,
    help && `${id}-help`,
    fault && `${id}-error`,
    remark && `${id}-remark`,
  ].filter((part) => !!part);
  const label = titleOf(item, locale) || t.question;
  const asked: Question = {
    item,
    view,
    t,
    id,
    labelId: `${id}-label`,
    values,
    invalid: fault ? 'true' : nothing,
    required: item.required ? 'true' : nothing,
    describedBy: described.length ? described.join(' ') : nothing,
    words,
    put: (...given) => view.put(item, given),
  };
  return html`<div
      class="ask"
      id=${asked.labelId}
      tabindex="-1"
      role=${steps ? 'heading' : nothing}
      aria-level=${steps ? 3 : nothing}
      aria-describedby=${steps ? 'progress' : nothing}
    >
      ${control.field ? html`<label for=${id}>${label}</label>` : label}
    </div>
    ${item.required ? html`<p class="small muted" id="${id}-required">${t.required}</p>` : nothing}
    ${help ? html`<div class="muted small" id="${id}-help">${help}</div>` : nothing}
    ${control.draw(asked)}
    ${
      fault
        ? html`<p class="error-text" id="${id}-error">
            ${icon(CircleAlert)}<span>${faultWords(asked, fault)}</span>
          </p>`
        : nothing
    }
    ${remark ? html`<p class="small" role="status" id="${id}-remark">${words(remark, 'valueString')}</p>` : nothing}`;
}

/** An item's words, after what numbers it. */
export function titleOf(item: QuestionnaireItem, locale: string, whole = false): unknown {
  const prefix = worded(item, 'prefix', locale);
  const text = worded(item, 'text', locale, whole);
  return prefix ? html`<span class="prefix">${prefix}</span> ${text}` : text;
}

function faultWords({ t, view, item, values, words }: Question, fault: AnswerFault): string {
  const { localize } = view;
  const { code, limit = words(fault.words, 'valueString') } = fault;
  const shown = (bound: number | string | undefined) => {
    if (typeof bound === 'number') return localize.number(bound);
    return bound && /^\d{4}-\d\d-\d\d$/.test(bound) ? localize.date(bound) : (bound ?? '');
  };
  const typed = values[0]?.valueString?.trim().length ?? 0;
  const { min, max } = boundsOf(item);
  const both =
    min !== undefined && max !== undefined && (code === 'too-low' || code === 'too-high');
  return fill(both ? t.faults.between : t.faults[code], {
    limit: shown(limit),
    min: shown(min),
    max: shown(max),
    over: shown(typed - Number(limit)),
  });
}
