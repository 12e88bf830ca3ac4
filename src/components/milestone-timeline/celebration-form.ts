import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { NewCelebration, Reaction } from '../../client/model/celebration.js';
import type { Milestone } from '../../client/model/milestone.js';
import { MilestoneShape } from '../../client/shapes.js';
import { fill } from '../shared/fill.js';
import { ActionController } from '../shared/controllers/action-controller.js';
import { icon } from '../shared/icon.js';
import { errorNotice } from '../shared/notice.js';
import { REACTIONS } from './celebrations.js';
import { errorText, field, formButtons, formTitle } from './form-fields.js';
import { KeptDraft } from '../shared/kept-draft.js';
import { WfCelebratedEvent } from './milestone-timeline.events.js';
import type { FormContext } from './view.js';
import { titleOf } from './words.js';

interface Typed {
  reaction: string;
  words: string;
}
interface Cheer {
  id: string;
  celebration: NewCelebration | null;
}

const isTyped = (value: unknown): value is Typed =>
  typeof value === 'object' &&
  ['reaction', 'words'].every((name) => typeof Reflect.get(value ?? {}, name) === 'string');

const isReaction = (value: string): value is Reaction => value in REACTIONS;

/** Celebrates another's milestone, changes that, or takes it back. */
export class CelebrationForm {
  readonly #celebrate: ActionController<Cheer, Milestone>;
  readonly #drafts = new Map<string, KeptDraft<Typed>>();
  #tried = '';

  constructor(private readonly context: FormContext) {
    this.#celebrate = new ActionController(context.host, context.connection, {
      shape: MilestoneShape,
      run: ({ milestones }, { id, celebration }, options) =>
        milestones?.celebrate(id, celebration, options),
    });
  }

  #draftOf({ id, celebrations }: Milestone): KeptDraft<Typed> {
    let draft = this.#drafts.get(id);
    if (!draft) {
      const { me } = this.context.view();
      const sent = celebrations.find(({ from }) => from.id === me);
      const empty = () => ({ reaction: sent?.reaction ?? '', words: sent?.words ?? '' });
      draft = new KeptDraft(this.context, `milestone-timeline:celebration:${id}`, empty, isTyped);
      this.#drafts.set(id, draft);
    }
    return draft;
  }

  async #send(id: string, celebration: NewCelebration | null): Promise<void> {
    const milestone = await this.#celebrate.run({ id, celebration });
    if (!milestone) return;
    this.#tried = '';
    this.#drafts.get(id)?.clear();
    this.#drafts.delete(id);
    const { host, onMilestone, close, words } = this.context;
    onMilestone(id, milestone);
    host.dispatchEvent(new WfCelebratedEvent(id, !celebration));
    close(celebration ? words().celebrated : words().takenBack);
  }

  render(milestone: Milestone): TemplateResult {
    const { t, l, me, record } = this.context.view();
    const f = this.context.words();
    const draft = this.#draftOf(milestone);
    const { reaction } = draft.value;
    const { error, busy } = this.#celebrate;
    const send = (event: Event) => {
      event.preventDefault();
      const { reaction, words } = draft.value;
      const written = words.trim() ? { words: words.trim() } : {};
      if (isReaction(reaction)) return void this.#send(milestone.id, { reaction, ...written });
      this.#tried = milestone.id;
      this.context.host.requestUpdate();
      return this.context.focusField('reaction-heart');
    };
    const missing = !reaction && this.#tried === milestone.id ? f.missing.reaction : undefined;
    const sent = milestone.celebrations.some(({ from }) => from.id === me);
    return html`<form novalidate @submit=${send}>
      ${formTitle(fill(f.celebrateTitle, { title: titleOf(l, milestone, record) }))}
      <fieldset class="reactions" aria-describedby=${missing ? 'reaction-error' : ''}>
        <legend class="visually-hidden">${f.reactionLabel}</legend>
        ${Object.entries(REACTIONS).map(
          ([name, node]) =>
            html`<label class="reaction">
              <input
                type="radio"
                name="reaction"
                id="reaction-${name}"
                .checked=${live(reaction === name)}
                @change=${() => draft.set({ reaction: name })}
              />
              ${icon(node)}<span>${t.reactions[name as Reaction]}</span>
            </label>`,
        )}
      </fieldset>
      ${errorText('reaction', missing)}
      ${field({
        ...{
          name: 'words',
          label: f.wordsLabel,
          value: draft.value.words,
          type: 'area',
          maxLength: 280,
        },
        onInput: (typed) => draft.set({ words: typed }),
      })}
      ${error ? errorNotice(t, error, undefined, f.rules) : ''}
      ${formButtons(
        f.celebrateSend,
        busy,
        t.cancel,
        () => this.context.close(),
        sent
          ? html`<button
              class="button plain"
              type="button"
              @click=${() => void this.#send(milestone.id, null)}
            >
              ${f.takeBack}
            </button>`
          : '',
      )}
    </form>`;
  }
}
