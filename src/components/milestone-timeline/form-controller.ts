import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { Forms } from './forms.js';
import { LazyPart, type AbsentPart } from '../shared/lazy-part.js';
import type { FormName, OpenForm, PartContext } from './view.js';

/** Which form is open, what was said last, and where the focus goes. */
export class FormController implements ReactiveController {
  open: OpenForm | undefined;
  /** For the status region. */
  said = '';
  /** Counts what was said: the same words again are news to a screen reader only in a new node. */
  turn = 0;

  readonly #part: LazyPart<Forms>;
  #opener: HTMLElement | undefined;
  #focus: string | undefined;

  constructor(
    private readonly host: LitElement,
    context: Omit<PartContext, 'close' | 'focusForm'>,
  ) {
    host.addController(this);
    const own = { close: this.close, focusForm: () => this.focusOn('.form [data-focus]') };
    this.#part = new LazyPart(
      host,
      async () => new (await import('./forms.js')).Forms({ ...context, ...own }),
    );
  }

  hostUpdated(): void {
    const target = this.#focus && this.host.renderRoot.querySelector<HTMLElement>(this.#focus);
    if (!target) return;
    this.#focus = undefined;
    target.focus();
  }

  /** Opens a form, or closes it when it is the open one. */
  readonly toggle = (form: OpenForm) => (event: Event) => {
    const { open } = this;
    if (open?.name === form.name && open.milestone?.id === form.milestone?.id) return this.close();
    this.#opener = event.currentTarget as HTMLElement;
    this.open = form;
    this.focusOn('.form [data-focus]');
  };

  /** Closes the form and puts the focus back where it came from. */
  readonly close = (said = ''): void => {
    const { open } = this;
    this.open = undefined;
    this.say(said);
    void this.host.updateComplete.then(() => {
      // Its opener may be gone with the milestone, or with the first record.
      const next = open?.name === 'start' ? '.head .link' : '.add';
      const fallback = this.host.renderRoot.querySelector<HTMLElement>(next);
      (this.#opener?.isConnected ? this.#opener : fallback)?.focus();
    });
  };

  /** Closes everything; with `typed`, also forgets what was typed. */
  forget(typed: boolean): void {
    this.open = undefined;
    if (typed) this.#part.retry();
  }

  say(words: string): void {
    this.said = words;
    this.turn++;
    this.host.requestUpdate();
  }

  /** Focuses what the selector finds, once it is drawn. */
  focusOn(selector: string): void {
    this.#focus = selector;
    this.host.requestUpdate();
  }

  /** The open form, where it is one of those. */
  render(
    names: readonly FormName[],
    waiting: (part: AbsentPart) => unknown,
  ): TemplateResult | typeof nothing {
    const { open } = this;
    if (!open || !names.includes(open.name)) return nothing;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') this.close();
    };
    return html`<div class="form" @keydown=${onKey}>
      ${this.#part.get()?.render(open) ?? waiting(this.#part)}
    </div>`;
  }
}
