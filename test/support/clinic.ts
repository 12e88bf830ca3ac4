import type { BackendServices } from '../../src/client/backend.js';
import type { NewCheckIn } from '../../src/client/model/check-in.js';
import type { Questionnaire, QuestionnaireItem } from '../../src/client/model/questionnaire.js';
import type {
  EscalationPolicy,
  NewSafetyAlert,
  SafetyAlert,
} from '../../src/client/model/safety.js';
import { aSession, fakeBackend } from './fake-backend.js';

/** Somebody looks at every hour of every day. */
export const aPolicy = (): EscalationPolicy => ({
  recipient: { en: 'your care team', es: 'tu equipo de atención' },
  hours: [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, from: 0, to: 1440 })),
  timeZone: 'America/Chicago',
});

/** A questionnaire of these items. */
export const asking = (...item: QuestionnaireItem[]): Questionnaire => ({
  resourceType: 'Questionnaire',
  url: 'https://clinic.example/q',
  version: '1',
  status: 'active',
  title: 'Our questions',
  item,
});

export const HL7 = 'http://hl7.org/fhir/StructureDefinition/';
export const itemControl = (code: string) => ({
  url: `${HL7}questionnaire-itemControl`,
  valueCodeableConcept: { coding: [{ code }] },
});

/** Options of a choice, by what they are called. */
export const choices = (...displays: string[]) =>
  displays.map((display) => ({
    valueCoding: { system: 's', code: display.toLowerCase(), display },
  }));

/** What the check-in form talks to. */
type Services = { [S in 'checkIns' | 'drafts' | 'safety']: NonNullable<BackendServices[S]> };

/** A clinic that remembers what it was told. */
export function aClinic(over: Partial<BackendServices> & { durable?: Promise<boolean> } = {}) {
  const sent: { checkIn: NewCheckIn; key: string | undefined }[] = [];
  const raised: { alert: NewSafetyAlert; key: string | undefined }[] = [];
  const alerts: SafetyAlert[] = [];
  const drafts = new Map<string, unknown>();
  const at = () => new Date().toISOString();
  const services: Services = {
    checkIns: {
      submit: (checkIn, options) => {
        sent.push({ checkIn, key: options?.idempotencyKey });
        return Promise.resolve({ status: 'received', checkInId: `c${sent.length}`, at: at() });
      },
      list: () => Promise.resolve({ items: [] }),
    },
    drafts: {
      get: (key) =>
        Promise.resolve(drafts.has(key) ? { key, value: drafts.get(key), savedAt: at() } : null),
      put: (key, value) => {
        drafts.set(key, structuredClone(value));
        return Promise.resolve();
      },
      remove: (key) => {
        drafts.delete(key);
        return Promise.resolve();
      },
    },
    safety: {
      policy: () => Promise.resolve(aPolicy()),
      raise: (alert, options) => {
        raised.push({ alert, key: options?.idempotencyKey });
        const kept = { ...alert, id: `a${raised.length}`, personId: 'jordan', receivedAt: at() };
        alerts.push(kept);
        return Promise.resolve(kept);
      },
      list: () => Promise.resolve({ items: alerts }),
      acknowledge: () => Promise.reject(new Error('not here')),
    },
  };
  const backend = fakeBackend({ ...services, ...over }, aSession());
  return { backend, services, sent, raised, alerts, drafts };
}
