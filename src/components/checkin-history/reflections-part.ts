import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { addDays } from '../../client/model/date-time.js';
import { findIn, reflectionsIn } from '../../client/model/reflection.js';
import { fill } from '../shared/fill.js';
import { errorNotice } from '../shared/notice.js';
import { EarlierCheckIns } from './earlier-check-ins.js';
import { LOADED_DAYS, type LaterContext } from './history-view.js';
import type { LaterStrings } from './later.strings.js';
import { reflectionEntry } from './reflection-entry.js';

const FIRST = 5;
const MORE = 20;
/** A search follows a pause in typing, so that nobody is read half-words to. */
const PAUSE_MS = 200;

/** What the person wrote, newest first, and a search over what is loaded. */
export class ReflectionsPart {
  readonly #earlier: EarlierCheckIns;
  #typed = '';
  #query = '';
  #most = FIRST;
  #said = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly context: LaterContext) {
    this.#earlier = new EarlierCheckIns(context.host, context.connection);
  }

  render(s: LaterStrings): TemplateResult {
    const { checkIns, l, t } = this.context.view();
    const written = reflectionsIn([...checkIns, ...this.#earlier.items]);
    const found = written.flatMap((reflection) => {
      const pieces = findIn(reflection.words, this.#query);
      return pieces ? [{ reflection, pieces }] : [];
    });
    const shown = found.slice(0, this.#most);
    return html`${written.length ? this.#search(s) : html`<p class="muted">${s.noWords}</p>`}
      <p class="visually-hidden" role="status">
        ${this.#query ? l.plural(found.length, s.found) : this.#said}
      </p>
      ${this.#query ? this.#looked(s, found.length) : nothing}
      ${
        shown.length
          ? html`<ol class="entries">
              ${repeat(
                shown,
                ({ reflection: r }, i) => `${r.checkInId} ${r.linkId} ${i}`,
                (entry) => reflectionEntry(this.context.view(), entry),
              )}
            </ol>`
          : nothing
      }
      <div class="buttons no-print">
        ${
          found.length > shown.length
            ? html`<button class="button quiet" type="button" @click=${this.#onMore}>
                ${l.plural(Math.min(MORE, found.length - shown.length), s.showMore)}
              </button>`
            : this.#further(s, written.length)
        }
      </div>
      ${this.#earlier.error ? errorNotice(t, this.#earlier.error, this.#onEarlier(s)) : nothing}`;
  }

  /** Another person is signed in: nothing that was typed or loaded is left. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#typed = this.#query = this.#said = '';
    this.#most = FIRST;
    this.#earlier.forget();
  }

  /** The first day whose words are loaded. */
  get #since(): string {
    const { today } = this.context.view();
    return this.#earlier.items.at(-1)?.on ?? addDays(today, 1 - LOADED_DAYS);
  }

  #search(s: LaterStrings): TemplateResult {
    return html`<div class="search no-print" role="search">
      <label for="search">${s.search}</label>
      <input
        class="input"
        id="search"
        type="search"
        autocomplete="off"
        aria-describedby="search-note"
        .value=${live(this.#typed)}
        @input=${this.#onInput}
      />
      <p class="muted small" id="search-note">${s.searchNote}</p>
    </div>`;
  }

  /** How many, and how far back it was looked: what is not loaded has not been searched. */
  #looked(s: LaterStrings, found: number): TemplateResult {
    const { l } = this.context.view();
    const date = l.date(this.#since);
    return html`<p class="muted small looked">
      <b>${l.plural(found, s.found)}.</b> ${fill(s.searched, { date })}
      ${this.#earlier.done ? s.allLoaded : fill(s.mayBeMore, { date })}
    </p>`;
  }

  #further(s: LaterStrings, written: number): TemplateResult {
    const { busy, done } = this.#earlier;
    if (done) return written ? html`<p class="muted small">${s.allLoaded}</p>` : html``;
    return html`<button
      class="button quiet"
      type="button"
      aria-disabled=${busy ? 'true' : nothing}
      @click=${this.#onEarlier(s)}
    >
      ${busy ? this.context.view().t.loading : s.further}
    </button>`;
  }

  readonly #onInput = (event: Event): void => {
    this.#typed = (event.target as HTMLInputElement).value;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#query = this.#typed.trim();
      this.#most = FIRST;
      this.context.host.requestUpdate();
    }, PAUSE_MS);
  };

  readonly #onMore = (): void => {
    const at = this.#most;
    this.#most += MORE;
    this.context.host.requestUpdate();
    void this.#focusEntry(at);
  };

  #onEarlier(s: LaterStrings): () => void {
    return () => void this.#readEarlier(s);
  }

  async #readEarlier(s: LaterStrings): Promise<void> {
    const { view, host } = this.context;
    const before = reflectionsIn(this.#earlier.items).length;
    if (!(await this.#earlier.more(addDays(view().today, 1 - LOADED_DAYS)))) return;
    const added = reflectionsIn(this.#earlier.items).length - before;
    this.#said = added ? view().l.plural(added, s.loaded) : s.nothingEarlier;
    // A search goes on where it was; who reads on sees what came.
    if (!this.#query) this.#most += added;
    host.requestUpdate();
  }

  /** The button that was pressed may be gone: reading goes on at the first new entry. */
  async #focusEntry(index: number): Promise<void> {
    await this.context.host.updateComplete;
    const entry = this.context.host.renderRoot.querySelectorAll<HTMLElement>('.entry')[index];
    entry?.setAttribute('tabindex', '-1');
    entry?.focus();
  }
}
