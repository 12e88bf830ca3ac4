import { WfQuestionnaireFaultEvent } from './checkin-form.events.js';
import type { Form } from './form.js';
import type { QuestionnaireFault } from './read-questionnaire.js';
import { isDay } from './zoned-time.js';

/** What this page has been told already. */
const said = new Set<string>();

/** An item about self-harm, and nobody who would be told: such a form is not shown. */
const noPolicy: QuestionnaireFault = {
  code: 'no-policy',
  path: 'item',
  message:
    'asks about self-harm, but nobody is named who receives alerts: configure the escalation policy of the backend or hand in `policy`',
};

/**
 * Names faults of the element's own properties.
 * @param names Of the questionnaires that come with the package.
 */
export function reportProperties(
  host: HTMLElement & FormProperties,
  names: readonly string[],
): void {
  const { questionnaire, on } = host;
  const faults: QuestionnaireFault[] = [];
  const isName = typeof questionnaire === 'string' && !/^[a-z][a-z\d+.-]*:/i.test(questionnaire);
  if (isName && !names.includes(questionnaire))
    faults.push({
      code: 'unknown-name',
      path: 'questionnaire',
      message: `${JSON.stringify(questionnaire)} is none of ${names.join(', ')}, and no canonical address`,
    });
  if (on && !isDay(on))
    faults.push({
      code: 'invalid',
      path: 'on',
      message: `${JSON.stringify(on)} is not a day such as 2026-11-24: today is asked about`,
    });
  report(host, '', faults);
}

interface FormProperties {
  readonly questionnaire: unknown;
  readonly on: string | undefined;
}

/** Forms whose faults were named, and those that were not shown. */
const reported = new WeakSet<Form>();
const refused = new WeakSet<Form>();

/** Names faults to the developer: in the console once a page, and as an event of the element. */
export function reportFaults(host: HTMLElement, form: Form, isClosed: boolean): void {
  if (!reported.has(form)) report(host, form.canonical, form.faults);
  reported.add(form);
  if (!isClosed || refused.has(form)) return;
  refused.add(form);
  report(host, form.canonical, [noPolicy]);
}

function report(host: HTMLElement, canonical: string, faults: readonly QuestionnaireFault[]): void {
  for (const { code, path, message } of faults) {
    const line = `<${host.localName}> ${canonical && `${canonical}: `}${path} ${message} (${code})`;
    if (!said.has(line)) console.warn(line);
    said.add(line);
    host.dispatchEvent(new WfQuestionnaireFaultEvent(code, path, message));
  }
}
