import { nothing } from 'lit';
import { Directive, directive, type DirectiveResult, type ElementPart } from 'lit/directive.js';

/** Milliseconds without a key after which somebody who writes may be spoken to. */
const PAUSE = 1000;

/** Puts words into a live region once they have rested, so that no key is talked over. */
class AfterPauseDirective extends Directive {
  #words = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  override render(_words: string): unknown {
    return nothing;
  }

  override update({ element }: ElementPart, [words]: [string]): unknown {
    if (words === this.#words) return nothing;
    this.#words = words;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (element.textContent = words), PAUSE);
    return nothing;
  }
}

/** What an element says once the person rests. */
export const afterPause: (words: string) => DirectiveResult = directive(AfterPauseDirective);
