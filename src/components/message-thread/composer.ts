import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Message, MessageKind, NewMessage } from '../../client/model/message.js';
import type { Pairing } from '../../client/model/pairing.js';
import { MessageShape } from '../../client/shapes.js';
import { ActionController } from '../shared/controllers/action-controller.js';
import type {
  ConnectedHost,
  ConnectionController,
} from '../shared/controllers/connection-controller.js';
import { fill } from '../shared/fill.js';
import { KeptDraft } from '../shared/kept-draft.js';
import { errorNotice } from '../shared/notice.js';
import type { care } from './care.js';
import { WfMessageSentEvent } from './message-thread.events.js';
import type { ThreadView } from './thread-view.js';

/** The longest text that the model takes, in UTF-16 units as `maxlength` counts them. */
const MOST = 4000;
/** From so few left on, they are told. */
const FEW = 400;
const KINDS: readonly MessageKind[] = ['message', 'encouragement', 'note'];

export interface ComposerContext {
  readonly host: ConnectedHost & LitElement;
  readonly connection: ConnectionController;
  readonly view: () => ThreadView;
  /** The locale of crisis help, and the country for it. */
  readonly help: () => readonly [locale: string, region: string | undefined];
  /** What was sent is there. */
  readonly onSent: (message: Message) => void;
}

type Typed = Pick<NewMessage, 'kind' | 'text'>;
const nothingTyped = (): Typed => ({ kind: 'message', text: '' });
const isTyped = (value: unknown): value is Typed => {
  const { kind, text } = (value ?? {}) as Partial<Typed>;
  return typeof text === 'string' && KINDS.includes(kind as MessageKind);
};

/** Where somebody writes. Words stay until the backend has them, over errors and reloads. */
export class Composer {
  readonly #draft: KeptDraft<Typed>;
  readonly #send: ActionController<NewMessage, Message>;
  #missing = false;
  #care: typeof care | undefined;

  constructor(
    private readonly context: ComposerContext,
    private readonly pairing: Pairing,
  ) {
    const { host, connection } = context;
    this.#draft = new KeptDraft(context, `message-thread:${pairing.id}`, nothingTyped, isTyped);
    this.#send = new ActionController(host, connection, {
      shape: MessageShape,
      run: ({ messages }, message, options) => messages?.send(pairing.id, message, options),
    });
  }

  render(): TemplateResult {
    const { t, l, name } = this.context.view();
    const { text } = this.#draft.value;
    const left = MOST - text.length;
    const about = ['slow', ...(left <= FEW ? ['left'] : []), ...(this.#missing ? ['missing'] : [])];
    return html`<form class="composer" part="composer" novalidate @submit=${this.#onSubmit}>
      ${this.#kinds()}
      <div class="field">
        <label for="words">${fill(t.label, { name })}</label>
        <textarea
          class="input"
          id="words"
          rows="3"
          maxlength=${MOST}
          aria-describedby=${about.join(' ')}
          aria-invalid=${this.#missing ? 'true' : nothing}
          .value=${live(text)}
          @focus=${this.#prepare}
          @input=${this.#onInput}
          @keydown=${this.#onKey}
        ></textarea>
        ${this.#missing ? html`<p class="error-text" id="missing">${t.needsWords}</p>` : nothing}
        ${left <= FEW ? html`<p class="muted small" id="left">${l.plural(left, t.left)}</p>` : nothing}
      </div>
      ${this.#help(t.soundsHard, text)}
      ${this.#send.error ? errorNotice(t, this.#send.error, undefined, t.rules) : nothing}
      <div class="buttons">
        <button class="button" type="submit" part="send" aria-disabled=${this.#send.busy}>
          ${t.send}
        </button>
        <p class="muted small" id="slow">${fill(t.slow, { name })}</p>
      </div>
    </form>`;
  }

  #help(heading: string, text: string): unknown {
    const { help, host } = this.context;
    if (!this.#care || !this.#isOwn) return nothing;
    return this.#care(heading, text, help(), () => host.requestUpdate());
  }

  /** Mentors also send encouragements, and notes that a mentee can keep. */
  #kinds(): TemplateResult | typeof nothing {
    if (this.#isOwn) return nothing;
    const { t, name } = this.context.view();
    const { kind } = this.#draft.value;
    return html`<fieldset class="track">
        <legend class="visually-hidden">${t.kind}</legend>
        ${KINDS.map(
          (one) =>
            html`<label
              ><input
                type="radio"
                name="kind"
                .checked=${one === kind}
                @change=${() => this.#draft.set({ kind: one })}
              /><span>${t.kinds[one]}</span></label
            >`,
        )}
      </fieldset>
      ${kind === 'note' ? html`<p class="muted small">${fill(t.noteHint, { name })}</p>` : nothing}`;
  }

  /** Whether the person who writes is the one whom the mentorship is for. */
  get #isOwn(): boolean {
    return this.context.connection.session?.person.id === this.pairing.participant.id;
  }

  /** Hearing hard words needs a file, which is fetched before there are any. */
  readonly #prepare = async () => {
    if (this.#care || !this.#isOwn) return;
    this.#care = (await import('./care.js').catch(() => undefined))?.care;
    this.context.host.requestUpdate();
  };

  readonly #onInput = (event: Event) => {
    this.#missing = false;
    this.#draft.set({ text: (event.target as HTMLTextAreaElement).value });
  };

  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    event.preventDefault();
    (event.target as HTMLTextAreaElement).form?.requestSubmit();
  };

  readonly #onSubmit = async (event: Event) => {
    event.preventDefault();
    const { kind, text } = this.#draft.value;
    const { host } = this.context;
    this.#missing = !text.trim();
    if (this.#missing) {
      host.requestUpdate();
      host.renderRoot.querySelector<HTMLElement>('#words')?.focus();
      return;
    }
    const sent = await this.#send.run({ kind, text });
    if (!sent) return;
    // What was typed while it was on its way is the next message.
    const typed = this.#draft.value.text;
    if (typed === text) this.#draft.clear();
    else if (typed.startsWith(text))
      this.#draft.set({ text: typed.slice(text.length).trimStart() });
    this.context.onSent(sent);
    host.dispatchEvent(new WfMessageSentEvent(this.pairing.id, sent.id, sent.kind));
  };
}
