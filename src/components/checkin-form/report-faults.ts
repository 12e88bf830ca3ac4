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

/** Forms whose faults were named, and those that were not shown. */
const reported = new WeakSet<Form>();
const refused = new WeakSet<Form>();

/** Names faults to the developer: in the console once a page, and as an event of the element. */
export function reportFaults(host: HTMLElement, form: Form, isClosed: boolean): void {
  if (!reported.has(form)) report(host, form, form.faults);
  reported.add(form);
  if (!isClosed || refused.has(form)) return;
  refused.add(form);
  report(host, form, [noPolicy]);
}

function report(
  host: HTMLElement,
  { canonical }: Form,
  faults: readonly QuestionnaireFault[],
): void {
  for (const { code, path, message } of faults) {
    const what = canonical || 'questionnaire';
    const line = `<${host.localName}> ${what}: ${path} ${message} (${code})`;
    if (!said.has(line)) console.warn(line);
    said.add(line);
    host.dispatchEvent(new WfQuestionnaireFaultEvent(code, path, message));
  }
}
