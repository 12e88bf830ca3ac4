import { html, nothing, type TemplateResult } from 'lit';
import type { RecordChange, RecoveryRecord } from '../../client/model/recovery-record.js';
import { RecoveryRecordShape } from '../../client/shapes.js';
import { ActionController } from '../shared/controllers/action-controller.js';
import { DateChoice } from './date-choice.js';
import { formButtons, formError, formTitle } from './form-fields.js';
import { LabelChoice } from './label-choice.js';
import { WfRecordChangedEvent } from './milestone-timeline.events.js';
import { recordReceipt } from './record-receipt.js';
import type { FormContext, OpenForm } from './view.js';

type Name = RecordChange['type'];

/** Begins a record, mends a date, chooses the words, and takes the news of a return to use. */
export class RecordForm {
  readonly #change: ActionController<RecordChange, RecoveryRecord>;
  readonly #dates: DateChoice;
  readonly #label: LabelChoice;
  /** Each opening begins anew, whichever way the one before was closed. */
  #opening: OpenForm | undefined;
  /** What is wrong before anything was sent. */
  #fault: string | undefined;
  #receipt: RecoveryRecord | undefined;

  constructor(private readonly context: FormContext) {
    this.#dates = new DateChoice(context);
    this.#label = new LabelChoice(context);
    this.#change = new ActionController(context.host, context.connection, {
      shape: RecoveryRecordShape,
      run: ({ milestones }, change, options) =>
        milestones?.changeRecord(change, { ...options, ...this.#seenBy(change) }),
    });
  }

  render(name: Name, opening: OpenForm): TemplateResult {
    if (opening !== this.#opening) this.#begin(opening);
    if (this.#receipt) return recordReceipt(this.context, this.#receipt, this.#leave);
    const f = this.context.words();
    const [title, lead, send] = {
      start: [f.startTitle, f.startLead, f.startSend] as const,
      'return-to-use': [f.returnTitle, f.returnLead, f.returnSend] as const,
      'correct-start': [f.fixTitle, f.fixLead, f.fixSend] as const,
      label: [f.labelTitle, '', f.labelSend] as const,
    }[name];
    const { t } = this.context.view();
    const rule = this.#ruleOfField;
    const error = this.#fault ?? rule;
    return html`<form novalidate @submit=${(event: Event) => void this.#send(event, name)}>
      ${formTitle(title)} ${lead ? html`<p>${lead}</p>` : nothing}
      ${name === 'label' ? this.#label.render(error) : this.#dates.render(name, error)}
      ${name === 'return-to-use' ? html`<p class="muted small">${f.private}</p>` : nothing}
      ${formError(t, this.#change.error, rule, f.rules)}
      ${formButtons(send, this.#change.busy, t.cancel, this.#leave)}
      ${name === 'return-to-use' ? html`<p class="muted small">${f.wrongDate}</p>` : nothing}
    </form>`;
  }

  /** Whoever mends what they see must see it as it is. News of one's own is taken in any case. */
  #seenBy({ type }: RecordChange): { seen?: RecoveryRecord } {
    const { record } = this.context.view();
    return record && (type === 'correct-start' || type === 'label') ? { seen: record } : {};
  }

  #begin(opening: OpenForm | undefined): void {
    this.#opening = opening;
    this.#fault = this.#receipt = this.#change.error = undefined;
  }

  /** Words for the rule that a backend named, where it is about the date that stands there. */
  get #ruleOfField(): string | undefined {
    const { rules } = this.context.words();
    const detail = this.#change.error?.detail;
    const isOfForm = this.#opening?.name === 'label' || detail === 'changed-meanwhile';
    return isOfForm ? undefined : rules[detail as keyof typeof rules];
  }

  readonly #leave = () => {
    this.#forget();
    this.context.close();
  };

  #forget(): void {
    this.#begin(undefined);
    this.#dates.forget();
    this.#label.forget();
  }

  async #send(event: Event, name: Name): Promise<void> {
    event.preventDefault();
    const { host, focusField } = this.context;
    const field = name === 'label' ? 'custom' : 'on';
    const change = name === 'label' ? this.#label.change() : this.#dates.change(name);
    this.#fault = typeof change === 'string' ? change : undefined;
    host.requestUpdate();
    if (typeof change === 'string') return focusField(field);
    const record = await this.#change.run(change);
    if (record) this.#done(name, record);
    else if (this.#ruleOfField) focusField(field);
  }

  #done(name: Name, record: RecoveryRecord): void {
    const { host, close, focusForm, onRecord, words } = this.context;
    const opening = this.#opening;
    this.#forget();
    onRecord(record);
    host.dispatchEvent(new WfRecordChangedEvent(name));
    if (name === 'return-to-use') {
      this.#opening = opening;
      this.#receipt = record;
      return focusForm();
    }
    const { started, fixed, labelled } = words();
    close({ start: started, 'correct-start': fixed, label: labelled }[name]);
  }
}
