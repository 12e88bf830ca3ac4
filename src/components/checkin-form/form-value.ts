import type { LitElement, ReactiveController } from 'lit';
import type { QuestionnaireResponse } from '../../client/model/questionnaire-response.js';

interface FormValueHost extends LitElement {
  readonly name: string | undefined;
  readonly response: QuestionnaireResponse | undefined;
}

/**
 * Lets a form of the page hold the answers, as the JSON of a QuestionnaireResponse under the name of
 * the element. Without a name it holds nothing.
 */
export class FormValue implements ReactiveController {
  readonly #host: FormValueHost;
  readonly #internals: ElementInternals;
  #value: string | null = null;

  constructor(host: FormValueHost) {
    this.#host = host;
    this.#internals = host.attachInternals();
    host.addController(this);
  }

  hostUpdated(): void {
    const value = (this.#host.name && JSON.stringify(this.#host.response)) ?? null;
    if (value === this.#value) return;
    this.#value = value;
    // No state: a browser would keep it in its session history, where others could find it.
    this.#internals.setFormValue(value, null);
  }
}
