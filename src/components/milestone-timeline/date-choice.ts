import { html, nothing, type TemplateResult } from 'lit';
import type { Chapter, RecordChange } from '../../client/model/recovery-record.js';
import { fill } from '../shared/fill.js';
import { field } from './form-fields.js';
import type { FormContext } from './view.js';

export type DatedName = Exclude<RecordChange['type'], 'label'>;

/** A day, and for a correction the chapter that began on it. */
export class DateChoice {
  /** What was chosen and not sent yet, by form. */
  #on: { [N in DatedName]?: string } = {};
  #chapterId: string | undefined;

  constructor(private readonly context: FormContext) {}

  forget(): void {
    this.#on = {};
    this.#chapterId = undefined;
  }

  /** What is asked of the backend, or the words for what is wrong. */
  change(type: DatedName): RecordChange | string {
    const { missing, rules } = this.context.words();
    const on = this.#value(type);
    if (!on) return missing.on;
    if (on > this.context.view().today) return rules['date-in-future'];
    const timeZone = this.context.connection.session?.timeZone ?? 'UTC';
    if (type !== 'correct-start') return { type, on, timeZone };
    const chapterId = this.#chapter?.id;
    return chapterId ? { type, chapterId, on, timeZone } : rules['no-such-chapter'];
  }

  render(type: DatedName, error: string | undefined): TemplateResult {
    const f = this.context.words();
    return html`${type === 'correct-start' ? this.#chapterField() : nothing}
    ${field({
      name: 'on',
      type: 'date',
      max: this.context.view().today,
      value: this.#value(type),
      label: type === 'return-to-use' ? f.dateLabel : f.fixDateLabel,
      error,
      onInput: (value) => {
        this.#on[type] = value;
      },
    })}`;
  }

  get #chapters(): readonly Chapter[] {
    return this.context.view().record?.chapters ?? [];
  }

  get #chapter(): Chapter | undefined {
    return this.#chapters.find(({ id }) => id === this.#chapterId) ?? this.#chapters.at(-1);
  }

  #value(type: DatedName): string {
    const { today } = this.context.view();
    return this.#on[type] ?? (type === 'correct-start' ? this.#chapter?.startedOn : today) ?? today;
  }

  #chapterField(): TemplateResult | typeof nothing {
    const { l } = this.context.view();
    const f = this.context.words();
    if (this.#chapters.length < 2) return nothing;
    const choose = (event: Event) => {
      this.#chapterId = (event.target as HTMLSelectElement).value;
      delete this.#on['correct-start'];
      this.context.host.requestUpdate();
    };
    return html`<div class="field">
      <label for="chapter">${f.chapterLabel}</label>
      <select class="input" id="chapter" @change=${choose}>
        ${this.#chapters.map(
          ({ id, startedOn, endedOn }, i) =>
            html`<option value=${id} .selected=${id === this.#chapter?.id}>
              ${fill(endedOn ? f.chapter : f.chapterNow, {
                n: l.number(i + 1),
                from: l.date(startedOn),
                to: endedOn && l.date(endedOn),
              })}
            </option>`,
        )}
      </select>
    </div>`;
  }
}
