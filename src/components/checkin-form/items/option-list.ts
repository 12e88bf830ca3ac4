import { noChange } from 'lit';
import { Directive, directive, type DirectiveResult } from 'lit/directive.js';

/** Radio buttons or check boxes with their words. */
export interface OptionList {
  readonly name: string;
  readonly type: 'radio' | 'checkbox';
  readonly words: readonly string[];
  readonly isOn: (index: number) => boolean;
  readonly isDisabled: boolean;
}

/**
 * Builds the options by DOM calls, once, and then only checks and unchecks them: there may be
 * hundreds, and a template for each takes several times as long.
 */
class OptionListDirective extends Directive {
  #drawn = '';
  #inputs: HTMLInputElement[] = [];

  render({ name, type, words, isOn, isDisabled }: OptionList): unknown {
    const key = [type, name, ...words].join('\n');
    const isDrawn = key === this.#drawn;
    this.#drawn = key;
    const labels = isDrawn ? undefined : words.map((text) => label(type, name, text));
    if (labels) this.#inputs = labels.map((option) => option.firstChild as HTMLInputElement);
    this.#inputs.forEach((input, i) => {
      if (!isDrawn) input.value = String(i);
      input.checked = isOn(i);
      input.disabled = isDisabled;
    });
    return labels ?? noChange;
  }
}

/** The options, to be placed in an element that listens for `change`. */
export const optionList: (list: OptionList) => DirectiveResult = directive(OptionListDirective);

function label(type: string, name: string, words: string): HTMLLabelElement {
  const option = document.createElement('label');
  const input = document.createElement('input');
  const text = document.createElement('span');
  option.className = 'option';
  input.type = type;
  input.name = name;
  text.textContent = words;
  option.append(input, text);
  return option;
}
