import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import {
  recoveryTime,
  type RecordChange,
  type RecoveryLabel,
} from '../../client/model/recovery-record.js';
import { field } from './form-fields.js';
import type { FormContext } from './view.js';
import { daysOf } from './words.js';

const LABELS = ['in-recovery', 'sober', 'substance-free', 'well', 'custom'] as const;

/** How the person names their time. */
export class LabelChoice {
  #label: RecoveryLabel | undefined;
  #custom: string | undefined;

  constructor(private readonly context: FormContext) {}

  forget(): void {
    this.#label = this.#custom = undefined;
  }

  /** What is asked of the backend, or the words for what is wrong. */
  change(): RecordChange | string {
    const label = this.#labelNow;
    const customLabel = this.#customNow.trim();
    if (label !== 'custom') return { type: 'label', label };
    return customLabel ? { type: 'label', label, customLabel } : this.context.words().missing.words;
  }

  render(error: string | undefined): TemplateResult {
    const { l, record, today } = this.context.view();
    const f = this.context.words();
    const days = Math.max(1, record ? recoveryTime(record, today).current : 1);
    const option = (label: RecoveryLabel) =>
      html`<label class="choice">
        <input
          type="radio"
          name="label"
          .checked=${live(this.#labelNow === label)}
          @change=${() => this.#choose(label)}
        />
        ${label === 'custom' ? f.labelCustom : `${l.number(days)} ${daysOf(l, days, { label })}`}
      </label>`;
    return html`<fieldset class="choices">
        <legend class="visually-hidden">${f.labelTitle}</legend>
        ${LABELS.map(option)}
      </fieldset>
      ${
        this.#labelNow === 'custom'
          ? field({
              name: 'custom',
              label: f.labelCustomName,
              maxLength: 40,
              value: this.#customNow,
              error,
              onInput: (value) => {
                this.#custom = value;
              },
            })
          : nothing
      }`;
  }

  get #labelNow(): RecoveryLabel {
    return this.#label ?? this.context.view().record?.label ?? 'in-recovery';
  }

  get #customNow(): string {
    return this.#custom ?? this.context.view().record?.customLabel ?? '';
  }

  #choose(label: RecoveryLabel): void {
    this.#label = label;
    this.context.host.requestUpdate();
  }
}
