import { fixture, html, waitUntil } from '@open-wc/testing';
import type { Backend, BackendServices, CheckInService } from '../../../src/client/backend.js';
import type { CheckIn } from '../../../src/client/model/check-in.js';
import type { Grant } from '../../../src/client/model/consent.js';
import '../../../src/components/checkin-history/define.js';
import type { CheckinHistory } from '../../../src/components/checkin-history/checkin-history.js';
import { aSession, fakeBackend } from '../../support/fake-backend.js';
import { aCheckIn, day } from '../../support/milestones.js';

export { aCheckIn, day };

/** A check-in with a line of reflection, so many days from now. */
export function aReflection(on: number, words: string, more: Partial<CheckIn> = {}): CheckIn {
  const checkIn = aCheckIn(on, { mood: 5 });
  checkIn.response.item?.push({ linkId: 'reflection', answer: [{ valueString: words }] });
  return { ...checkIn, ...more };
}

/** A scored questionnaire, so many days from now. */
export function aScore(on: number, total: number, band = 'Mild symptoms'): CheckIn {
  const { id, ...rest } = aCheckIn(on, {});
  const score = { total, max: 27, loinc: '44261-6', band: { code: 'b', label: { en: band } } };
  return { ...rest, id: `phq-${id}`, score };
}

export function aGrant(scope: Grant['scope'], more: Partial<Grant> = {}): Grant {
  return {
    id: `g-${scope}-${more.granteeId ?? 'maya'}`,
    grantorId: 'jordan',
    granteeId: 'maya',
    scope,
    purpose: 'peer-support',
    grantedAt: '2020-01-01T00:00:00Z',
    expiresAt: '2999-01-01T00:00:00Z',
    ...more,
  };
}

type List = NonNullable<Parameters<CheckInService['list']>[0]>;

/** Check-ins by range and cursor, as a backend pages them. `asked` are the calls. */
export function checkInService(
  all: readonly CheckIn[],
  pageSize = 200,
): CheckInService & { asked: List[] } {
  const asked: List[] = [];
  return {
    asked,
    submit: () => Promise.reject(new Error('not used')),
    list(options = {}) {
      asked.push(options);
      const { from = '', to = '9', cursor = '0' } = options;
      const found = all.filter(({ on }) => on >= from && on <= to);
      const end = Number(cursor) + pageSize;
      const items = found.slice(Number(cursor), end);
      return Promise.resolve({ items, ...(end < found.length ? { next: `${end}` } : {}) });
    },
  };
}

/** Grants, and Maya among the pairings. */
export function sharing(grants: readonly Grant[]): BackendServices {
  const unused = () => Promise.reject(new Error('not used'));
  const at = new Date().toISOString();
  const pairing = {
    id: 'p1',
    participant: { id: 'jordan', name: 'Jordan', role: 'participant' },
    mentor: { id: 'maya', name: 'Maya Ortiz', role: 'mentor' },
    status: 'active',
    phase: 'programme',
    ...{ requestedAt: at, expiresAt: at, changedAt: at },
    continuingConsent: [],
  } as const;
  return {
    consents: {
      list: () => Promise.resolve({ items: [...grants] }),
      grant: unused,
      revoke: unused,
    },
    pairings: {
      list: () => Promise.resolve({ items: [{ ...pairing, continuingConsent: [] }] }),
      ...{ get: unused, request: unused, apply: unused },
    },
  };
}

export const withCheckIns = (
  all: readonly CheckIn[],
  services: BackendServices = sharing([]),
  session: Parameters<typeof fakeBackend>[1] = aSession(),
) => fakeBackend({ checkIns: checkInService(all), ...services }, session);

/** The element, settled, at a width. */
export async function history(
  backend: Backend | undefined,
  { width = 800, days = 30, dir = 'ltr', lang = 'en' } = {},
): Promise<CheckinHistory> {
  const page = await fixture(html`
    <div dir=${dir} lang=${lang}>
      <checkin-history .backend=${backend} .days=${days}></checkin-history>
    </div>
  `);
  (page as HTMLElement).style.inlineSize = `${width}px`;
  const el = page.querySelector('checkin-history')!;
  await waitUntil(() => !find(el, '.skeleton'), 'the history is ready');
  return el;
}

/** With what is fetched late. */
export async function whole(...given: Parameters<typeof history>): Promise<CheckinHistory> {
  const el = await history(...given);
  find(el, '.copy')?.scrollIntoView();
  await until(() => find(el, '.copies'));
  return el;
}

export const find = <E extends Element = HTMLElement>(el: Element, selector: string) =>
  el.shadowRoot?.querySelector<E>(selector) ?? undefined;

export const findAll = (el: Element, selector: string) => [
  ...(el.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

export const words = (node: Element | undefined) =>
  node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** Everything that can be read. */
export const text = (el: Element) => words(find(el, '.sheet'));

export function button(el: Element, name: string): HTMLButtonElement {
  const all = findAll(el, 'button');
  const found = all.find((b) => words(b) === name);
  if (!found) throw new Error(`No button "${name}" in: ${all.map(words).join(', ')}`);
  return found as HTMLButtonElement;
}

export async function until(what: () => unknown): Promise<void> {
  await waitUntil(() => Boolean(what()), String(what), { timeout: 4000 });
}

/** Types into the search. */
export function type(el: Element, value: string): void {
  const input = find<HTMLInputElement>(el, '#search');
  if (!input) throw new Error('There is no search');
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}
