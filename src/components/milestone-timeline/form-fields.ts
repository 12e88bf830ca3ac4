import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import CircleAlert from 'lucide/dist/esm/icons/circle-alert.mjs';
import type { BackendError } from '../../client/errors.js';
import { icon } from '../shared/icon.js';
import { errorNotice } from '../shared/notice.js';
import type { SharedStrings } from '../shared/shared.strings.js';

/** The title of a form, which the focus goes to when the form opens. */
export const formTitle = (words: string): TemplateResult =>
  html`<h3 tabindex="-1" data-focus>${words}</h3>`;

export interface FieldOptions {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly type?: 'text' | 'date' | 'area';
  readonly max?: string | undefined;
  readonly maxLength?: number;
  /** What is wrong with it. */
  readonly error?: string | undefined;
  onInput(value: string): void;
}

/** A labelled field with its error below. */
export function field(options: FieldOptions): TemplateResult {
  const { name, label, value, type = 'text', error } = options;
  const onInput = (event: Event) =>
    options.onInput((event.target as HTMLInputElement | HTMLTextAreaElement).value);
  const describedBy = error ? `${name}-error` : nothing;
  return html`<div class="field">
    <label for=${name}>${label}</label>
    ${
      type === 'area'
        ? html`<textarea
            class="input"
            id=${name}
            rows="3"
            maxlength=${options.maxLength ?? nothing}
            .value=${live(value)}
            @input=${onInput}
          ></textarea>`
        : html`<input
            class="input"
            id=${name}
            type=${type}
            autocomplete="off"
            max=${options.max ?? nothing}
            maxlength=${options.maxLength ?? nothing}
            aria-invalid=${error ? 'true' : nothing}
            aria-describedby=${describedBy}
            .value=${live(value)}
            @input=${onInput}
          />`
    }
    ${errorText(name, error)}
  </div>`;
}

export const errorText = (name: string, error: string | undefined) =>
  error
    ? html`<p class="error-text" id="${name}-error" role="alert">${icon(CircleAlert)}${error}</p>`
    : nothing;

/** What went wrong outside any field. Nothing typed is lost, and sending again is trying again. */
export const formError = (
  t: SharedStrings,
  error: BackendError | undefined,
  shown?: unknown,
  rules?: Readonly<Record<string, string>>,
) => (error && !shown ? errorNotice(t, error, undefined, rules) : nothing);

/** Send and leave. Busy keeps its place and its focus. */
export const formButtons = (
  send: string,
  busy: boolean,
  cancel: string,
  onCancel: () => void,
  more: unknown = nothing,
): TemplateResult =>
  html`<div class="buttons">
    <button class="button" type="submit" aria-disabled=${busy}>${send}</button>
    <button class="button plain" type="button" @click=${onCancel}>${cancel}</button>
    ${more}
  </div>`;
