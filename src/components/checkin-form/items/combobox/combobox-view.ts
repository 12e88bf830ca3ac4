import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import Check from 'lucide/dist/esm/icons/check.mjs';
import ChevronDown from 'lucide/dist/esm/icons/chevron-down.mjs';
import X from 'lucide/dist/esm/icons/x.mjs';
import { fill } from '../../../shared/fill.js';
import { icon } from '../../../shared/icon.js';
import { afterPause } from '../after-pause.js';
import type { Question } from '../question.js';
import type { ComboboxStrings } from './combobox.strings.js';
import type { ProposedList } from './proposed-list.js';

/** What is seen of a combobox at a moment. */
export interface ComboboxView {
  readonly q: Question;
  readonly words: ComboboxStrings;
  readonly typed: string;
  readonly list: Readonly<ProposedList>;
  readonly nameOf: (index: number) => string;
  readonly isChosen: (index: number) => boolean;
  /** Of a question that takes several answers: what each is called; else undefined. */
  readonly chips: readonly string[] | undefined;
  /** What was not kept, if anything. */
  readonly note: string;
  /** Said to who does not see it. */
  readonly news: string;
}

export interface ComboboxHandlers {
  readonly onInput: (event: Event) => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onOpener: () => void;
  readonly onField: () => void;
  readonly onLeave: (event: FocusEvent) => void;
  readonly onPick: (index: number) => void;
  readonly onRemove: (at: number) => void;
  readonly onScroll: (event: Event) => void;
}

/** The id of a choice in the list. */
export const optionId = (id: string, index: number) => `${id}-o${index}`;

/** The field, its list, and what was chosen so far. */
export function comboboxView(view: ComboboxView, on: ComboboxHandlers): TemplateResult {
  const { q, words, note } = view;
  const { isOpen, active } = view.list;
  const { id, item } = q;
  const described = [q.describedBy, note ? `${id}-note` : nothing].filter((i) => i !== nothing);
  return html`<div class="combobox" @focusout=${on.onLeave}>
    ${chips(view, on)}
    <div class="entry">
      <input
        class="input"
        type="text"
        id=${id}
        role="combobox"
        aria-labelledby=${q.labelId}
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        aria-autocomplete="list"
        aria-expanded=${isOpen ? 'true' : 'false'}
        aria-controls="${id}-list"
        aria-activedescendant=${isOpen && active >= 0 ? optionId(id, active) : nothing}
        aria-describedby=${described.length ? described.join(' ') : nothing}
        aria-invalid=${q.invalid}
        aria-required=${q.required}
        ?readonly=${item.readOnly}
        .value=${live(view.typed)}
        @input=${on.onInput}
        @keydown=${on.onKey}
        @click=${on.onField}
      />
      ${
        item.readOnly
          ? nothing
          : html`<button
              class="button plain opener"
              type="button"
              tabindex="-1"
              aria-label=${words.open}
              aria-expanded=${isOpen ? 'true' : 'false'}
              aria-controls="${id}-list"
              @mousedown=${keepFocus}
              @click=${on.onOpener}
            >
              ${icon(ChevronDown)}
            </button>`
      }
      ${popup(view, on)}
    </div>
    <p class="small muted" id="${id}-note">${note}</p>
    <p class="visually-hidden" role="status" ${afterPause(view.news || note)}></p>
  </div>`;
}

/** The focus stays in the field, also where a list is tapped. */
const keepFocus = (event: Event) => event.preventDefault();

function popup(view: ComboboxView, on: ComboboxHandlers): TemplateResult {
  const { q, words } = view;
  const { isOpen, isUp, room, found, drawn } = view.list;
  const { id, labelId, item } = q;
  const noMatch = item.type === 'open-choice' ? words.noMatchOwn : words.noMatch;
  const onClick = ({ target }: Event) => {
    const option = (target as Element).closest<HTMLElement>('[role=option]');
    if (option) on.onPick(Number(option.dataset['index']));
  };
  const place = isUp ? 'popup up' : 'popup';
  // The focus never comes here: the keys are the field's.
  // eslint-disable-next-line lit-a11y/click-events-have-key-events
  return html`<ul
      class=${place}
      id="${id}-list"
      role="listbox"
      aria-labelledby=${labelId}
      aria-multiselectable=${item.repeats ? 'true' : nothing}
      .style=${`--_room:${room}px`}
      ?hidden=${!isOpen || !found.length}
      @mousedown=${keepFocus}
      @click=${onClick}
      @scroll=${on.onScroll}
    >
      ${isOpen ? found.slice(0, drawn).map((index, n) => option(view, index, n)) : nothing}
    </ul>
    ${isOpen && !found.length ? html`<p class="${place} small muted">${noMatch}</p>` : nothing}`;
}

function option(view: ComboboxView, index: number, n: number): TemplateResult {
  const { q, list } = view;
  const { active, found } = list;
  const isActive = index === active;
  const isChosen = view.isChosen(index);
  // Where several can be chosen, `selected` tells them; else it is what Enter takes.
  const isSelected = q.item.repeats ? isChosen : isActive;
  return html`<li
    class="match ${isActive ? 'active' : ''} ${isChosen ? 'chosen-one' : ''}"
    id=${optionId(q.id, index)}
    role="option"
    data-index=${index}
    aria-selected=${isSelected ? 'true' : 'false'}
    aria-setsize=${found.length}
    aria-posinset=${n + 1}
  >
    <span>${view.nameOf(index)}</span>${isChosen ? icon(Check) : nothing}
  </li>`;
}

function chips({ q, chips }: ComboboxView, on: ComboboxHandlers): unknown {
  if (!chips?.length) return nothing;
  return html`<ul class="chips" aria-labelledby=${q.labelId}>
    ${chips.map(
      (name, at) =>
        html`<li class="chip">
          <span>${name}</span>${
            q.item.readOnly
              ? nothing
              : html`<button
                  class="button plain"
                  type="button"
                  aria-label=${fill(q.t.remove, { name })}
                  @click=${() => on.onRemove(at)}
                >
                  ${icon(X)}
                </button>`
          }
        </li>`,
    )}
  </ul>`;
}
