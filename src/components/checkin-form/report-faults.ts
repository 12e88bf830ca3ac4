import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { WfQuestionnaireFaultEvent } from './checkin-form.events.js';
import type { Form } from './form.js';
import type { QuestionnaireFault } from './read-questionnaire.js';

/** What this page has been told already. */
const said = new Set<string>();

/** An item about self-harm, and nobody who would be told: such a form is not shown. */
const noPolicy: QuestionnaireFault = {
  code: 'no-policy',
  path: 'item',
  message:
    'asks about self-harm, but nobody is named who receives alerts: configure the escalation policy of the backend or hand in `policy`',
};

/** Names faults to the developer: in the console once a page, and as an event of the element. */
export class FaultReporter implements ReactiveController {
  readonly #host: HTMLElement;
  readonly #read: () => { form: Form | undefined; isClosed: boolean };
  #reported: Form | undefined;
  #refused: Form | undefined;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    read: () => { form: Form | undefined; isClosed: boolean },
  ) {
    this.#host = host;
    this.#read = read;
    host.addController(this);
  }

  hostUpdated(): void {
    const { form, isClosed } = this.#read();
    if (!form) return;
    if (form !== this.#reported) this.#report(form, form.faults);
    this.#reported = form;
    if (!isClosed || form === this.#refused) return;
    this.#refused = form;
    this.#report(form, [noPolicy]);
  }

  #report({ canonical }: Form, faults: readonly QuestionnaireFault[]): void {
    for (const { code, path, message } of faults) {
      const what = canonical || 'questionnaire';
      const line = `<${this.#host.localName}> ${what}: ${path} ${message} (${code})`;
      if (!said.has(line)) console.warn(line);
      said.add(line);
      this.#host.dispatchEvent(new WfQuestionnaireFaultEvent(code, path, message));
    }
  }
}
