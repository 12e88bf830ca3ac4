import type { LitElement } from 'lit';
import type { QuestionnaireItem } from '../../client/model/questionnaire.js';
import type { Form } from './form.js';
import { stepsOf, type Step } from './steps.js';

/** Where a person is in a form, and where the focus goes. */
export class Navigation {
  readonly #host: LitElement;
  readonly #isOneByOne: () => boolean;
  #linkId: string | undefined;
  #index = 0;

  constructor(host: LitElement, isOneByOne: () => boolean) {
    this.#host = host;
    this.#isOneByOne = isOneByOne;
  }

  /** The steps, which come and go with the answers, and which one is shown. None: a sheet. */
  locate(form: Form): { steps: readonly Step[]; at: number; step: Step | undefined } {
    const steps = this.#isOneByOne() ? stepsOf(form) : [];
    const found = steps.findIndex(({ item }) => item.linkId === this.#linkId);
    // What was here is gone: stay where it was.
    this.#index = found < 0 ? Math.max(0, Math.min(this.#index, steps.length - 1)) : found;
    const step = steps[this.#index];
    // Questions may come up before it: it is the question that stays, not its number.
    if (step) this.#linkId = step.item.linkId;
    return { steps, at: this.#index, step };
  }

  /** Back to the beginning. */
  reset(): void {
    this.#linkId = undefined;
    this.#index = 0;
  }

  /** To a step; its words get the focus. */
  go(to: Step | undefined): void {
    if (!to) return;
    this.#linkId = to.item.linkId;
    this.#host.requestUpdate();
    this.focus('.ask');
  }

  /** To the control of a question, which may be on another step. */
  goToQuestion(form: Form, { linkId }: Pick<QuestionnaireItem, 'linkId'>): void {
    this.#linkId = linkId;
    this.#host.requestUpdate();
    this.focus(`[data-question="${form.id({ linkId })}"] :is(input, select, textarea)`);
  }

  /** Once what is to have the focus has been drawn. */
  focus(selector: string): void {
    void this.#host.updateComplete.then(() =>
      this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus(),
    );
  }
}
