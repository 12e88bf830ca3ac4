import { html, nothing, render, type TemplateResult } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';
import LifeBuoy from 'lucide/dist/esm/icons/life-buoy.mjs';
import { icon } from '../icon.js';
import { WfHelpOpenedEvent } from './help.events.js';
import { helpStrings } from './help.strings.js';
import { helpView, type CrisisListArgs, type CrisisListOptions } from './help-view.js';

/**
 * The quiet control that every element ends with, in every state: one tap opens help in a crisis.
 * The first line and the emergency number of each country come with it and need no network; the
 * further lines are fetched on request. Inside a modal dialog render it once more, for what is
 * outside cannot be reached then. Needs the `help` and `controls` styles.
 * @param locale BCP 47 tag of the reader.
 * @param region ISO 3166-1 alpha-2 country; undefined: the person is asked.
 */
export function helpNow(...args: CrisisListArgs): TemplateResult {
  const { t, lang } = helpStrings(args[0]);
  return html`<div class="help" lang=${lang}>
    <button class="button plain help-open" type="button" part="help-button">
      ${icon(LifeBuoy)}
      <span><span class="muted">${t.struggling}</span> <strong>${t.title}</strong></span>
    </button>
    <dialog class="help-sheet" closedby="any" aria-label=${t.title} ${sheet(...args)}></dialog>
  </div>`;
}

/** Lines beyond the first, once any sheet of the page has fetched them. */
let further: CrisisListOptions['further'];

/** Fills the sheet when it opens, so that a page with many elements draws none of them before. */
class SheetDirective extends Directive {
  #draw: ((failed?: boolean) => void) | undefined;

  override render(..._: CrisisListArgs): unknown {
    return nothing;
  }

  override update({ element }: ElementPart, [locale, region, options]: CrisisListArgs): unknown {
    const sheet = element as HTMLDialogElement;
    if (!this.#draw) this.#begin(sheet, sheet.previousElementSibling as HTMLElement);
    const { t } = helpStrings(locale);
    const draw = (this.#draw = (failed = false) => {
      const more = html`<div>
        <button class="button quiet" type="button" @click=${() => this.#fetch(sheet)}>
          ${t.more}
        </button>
        <p class="small" role="status">${failed ? t.noMore : nothing}</p>
      </div>`;
      render(
        html`<button class="button plain help-close" type="button" @click=${() => sheet.close()}>
            ${t.close}
          </button>
          ${helpView([locale, region, { further, ...options }], draw, more)}`,
        sheet,
      );
    });
    if (sheet.open) draw();
    return nothing;
  }

  #begin(sheet: HTMLDialogElement, button: HTMLElement): void {
    button.addEventListener('click', () => {
      this.#draw?.();
      sheet.showModal();
      // The next stop is the first number; the way out is the stop before.
      sheet.querySelector<HTMLElement>('.help-title')?.focus();
      sheet.dispatchEvent(new WfHelpOpenedEvent());
    });
  }

  async #fetch(sheet: HTMLElement): Promise<void> {
    try {
      further = (await import('../../../client/model/further-lines.js')).furtherLines;
      this.#draw?.();
      sheet.querySelector<HTMLElement>('.danger + * h3')?.focus();
    } catch {
      this.#draw?.(true);
      sheet.querySelector('[role=status]')?.scrollIntoView({ block: 'nearest' });
    }
  }
}
const sheet = directive(SheetDirective);
