import type { Backend } from '../../../src/client/backend.js';
import { BackendError } from '../../../src/client/errors.js';
import type { CheckInReceipt } from '../../../src/client/model/check-in.js';
import type { Session } from '../../../src/client/model/session.js';
import { withOutbox } from '../../../src/client/outbox/with-outbox.js';

/** A backend of two calls, over the network. */
async function ask(path: string, init?: RequestInit): Promise<unknown> {
  const response = await fetch(path, init).catch((cause: unknown) => {
    throw new BackendError('offline', { cause });
  });
  if (!response.ok) throw new BackendError('unavailable');
  return response.json();
}

const backend: Backend = {
  session: {
    current: () => ask('/session') as Promise<Session>,
    signOut: () => Promise.resolve(),
  },
  checkIns: {
    submit: (checkIn, options) =>
      ask('/check-ins', {
        method: 'POST',
        headers: { 'idempotency-key': options?.idempotencyKey ?? '' },
        body: JSON.stringify(checkIn),
      }) as Promise<CheckInReceipt>,
    list: () => Promise.resolve({ items: [] }),
  },
  watch: () => () => undefined,
};

const wrapped = withOutbox(backend);

/** What the test asks the page to do. */
Object.assign(globalThis, {
  outbox: wrapped.outbox,
  ready: () => wrapped.session.current().then((session) => session?.person.id),
  submit: (authored: string, text: string) =>
    wrapped.checkIns?.submit({
      on: authored.slice(0, 10),
      timeZone: 'America/Chicago',
      response: {
        resourceType: 'QuestionnaireResponse',
        questionnaire: 'https://wayfellow.dev/fhir/Questionnaire/daily-check-in|1.0.0',
        status: 'completed',
        authored,
        item: [{ linkId: 'reflection', answer: [{ valueString: text }] }],
      },
    }),
});
