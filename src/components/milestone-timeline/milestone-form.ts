import { html, type TemplateResult } from 'lit';
import type { Milestone } from '../../client/model/milestone.js';
import { type NewMilestone } from '../../client/model/milestone.js';
import { MilestoneShape } from '../../client/shapes.js';
import { ActionController } from '../shared/controllers/action-controller.js';
import { field, formButtons, formError, formTitle } from './form-fields.js';
import { KeptDraft } from '../shared/kept-draft.js';
import { WfMilestoneAddedEvent } from './milestone-timeline.events.js';
import type { FormContext } from './view.js';

interface Typed {
  title: string;
  on: string;
  note: string;
}

const isTyped = (value: unknown): value is Typed =>
  typeof value === 'object' &&
  ['title', 'on', 'note'].every((name) => typeof Reflect.get(value ?? {}, name) === 'string');

/** Adds a milestone of the person's own. What is typed is kept until it has been added. */
export class MilestoneForm {
  readonly #add: ActionController<NewMilestone, Milestone>;
  readonly #draft: KeptDraft<Typed>;
  #tried = false;

  constructor(private readonly context: FormContext) {
    this.#add = new ActionController(context.host, context.connection, {
      shape: MilestoneShape,
      run: ({ milestones }, milestone, options) => milestones?.add(milestone, options),
    });
    const empty = () => ({ title: '', on: context.view().today, note: '' });
    this.#draft = new KeptDraft(context, 'milestone-timeline:milestone', empty, isTyped);
  }

  readonly #send = async (event: Event) => {
    event.preventDefault();
    this.#tried = true;
    const { host, connection, focusField } = this.context;
    const { title, on, note } = this.#draft.value;
    host.requestUpdate();
    if (!title.trim() || !on) return focusField(title.trim() ? 'on' : 'title');
    const timeZone = connection.session?.timeZone ?? 'UTC';
    const written = note.trim() ? { note: note.trim() } : {};
    const added = await this.#add.run({ title: title.trim(), on, timeZone, ...written });
    if (!added) return;
    this.#tried = false;
    this.#draft.clear();
    this.context.onMilestone(added.id, added);
    host.dispatchEvent(new WfMilestoneAddedEvent(added.id));
    this.context.close(this.context.words().added);
  };

  render(): TemplateResult {
    const f = this.context.words();
    const { t } = this.context.view();
    const { title, on, note } = this.#draft.value;
    const onInput = (name: keyof Typed) => (value: string) => this.#draft.set({ [name]: value });
    const missing = (name: 'title' | 'on', value: string) =>
      this.#tried && !value.trim() ? f.missing[name] : undefined;
    return html`<form novalidate @submit=${this.#send}>
      ${formTitle(f.addTitle)}
      <p class="muted small">${f.addLead}</p>
      ${field({
        ...{ name: 'title', label: f.titleLabel, value: title, maxLength: 120 },
        error: missing('title', title),
        onInput: onInput('title'),
      })}
      ${field({
        ...{ name: 'on', label: f.dateLabel, value: on, type: 'date' },
        error: missing('on', on),
        onInput: onInput('on'),
      })}
      ${field({
        ...{ name: 'note', label: f.noteLabel, value: note, type: 'area', maxLength: 1000 },
        onInput: onInput('note'),
      })}
      ${formError(t, this.#add.error)}
      ${formButtons(f.addSend, this.#add.busy, t.cancel, () => this.context.close())}
    </form>`;
  }
}
