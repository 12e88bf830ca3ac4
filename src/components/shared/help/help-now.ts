import { html, nothing, render, type TemplateResult } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';
import LifeBuoy from 'lucide/dist/esm/icons/life-buoy.mjs';
import { icon } from '../icon.js';
import { crisisList, type CrisisListArgs } from './crisis-list.js';
import { WfHelpOpenedEvent } from './help.events.js';
import { helpStrings } from './help.strings.js';

export { crisisList } from './crisis-list.js';

/**
 * The quiet control that every element ends with, in every state: one tap opens the crisis help.
 * Inside a modal dialog render it once more, for what is outside cannot be reached then. Needs the
 * `help` and `controls` styles.
 * @param locale BCP 47 tag of the reader.
 * @param region ISO 3166-1 alpha-2 country; undefined: the person is asked.
 */
export function helpNow(...args: CrisisListArgs): TemplateResult {
  const { t, lang } = helpStrings(args[0]);
  return html`<div class="help" lang=${lang}>
    <button class="help-open" type="button" part="help-button">
      ${icon(LifeBuoy)}
      <span><span class="muted">${t.struggling}</span> <strong>${t.title}</strong></span>
    </button>
    <div
      class="help-sheet"
      popover
      role="dialog"
      aria-label=${t.title}
      tabindex="-1"
      ${sheet(...args)}
    ></div>
  </div>`;
}

/** Fills the sheet when it opens, so that a page with many elements draws none of them before. */
class SheetDirective extends Directive {
  #draw: (() => void) | undefined;

  override render(..._: CrisisListArgs): unknown {
    return nothing;
  }

  override update(part: ElementPart, args: CrisisListArgs): unknown {
    const element = part.element as HTMLElement;
    if (!this.#draw) this.#begin(element, element.previousElementSibling as HTMLButtonElement);
    const { t } = helpStrings(args[0]);
    this.#draw = () =>
      render(
        html`<button
            class="button plain help-close"
            type="button"
            @click=${() => element.hidePopover()}
          >
            ${t.close}
          </button>
          ${crisisList(...args)}`,
        element,
      );
    if (element.matches(':popover-open')) this.#draw();
    return nothing;
  }

  #begin(sheet: HTMLElement, button: HTMLButtonElement): void {
    // The button finds its sheet without an id, for an element may render this twice.
    button.popoverTargetElement = sheet;
    sheet.autofocus = true;
    sheet.addEventListener('beforetoggle', ({ newState }) => {
      if (newState === 'open') {
        this.#draw?.();
        sheet.dispatchEvent(new WfHelpOpenedEvent());
        // Chromium does not give the focus back by itself within a shadow tree.
      } else if (sheet.matches(':focus-within')) button.focus({ preventScroll: true });
    });
  }
}
const sheet = directive(SheetDirective);
