import { fixture, html, waitUntil } from '@open-wc/testing';
import { EmbeddedBackend } from '../../../src/client/backends/embedded/embedded-backend.js';
import type { Backend } from '../../../src/client/backend.js';
import '../../../src/components/milestone-timeline/define.js';
import type { MilestoneTimeline } from '../../../src/components/milestone-timeline/milestone-timeline.js';

/** The seeded clinic, in memory, as one of its people. */
export const clinic = (persona = 'jordan', seed: 'paired' | 'full' | 'empty' = 'paired') =>
  new EmbeddedBackend({ storage: 'memory', persona, seed });

export async function timeline(
  backend: Backend | undefined,
  { personId, withoutRecord = false }: { personId?: string; withoutRecord?: boolean } = {},
): Promise<MilestoneTimeline> {
  const el = await fixture<MilestoneTimeline>(
    html`<milestone-timeline
      .backend=${backend}
      .personId=${personId}
      .withoutRecord=${withoutRecord}
    ></milestone-timeline>`,
  );
  await waitUntil(() => !find(el, '.skeleton'), 'the timeline is ready');
  return el;
}

export const find = <E extends Element = HTMLElement>(el: Element, selector: string) =>
  el.shadowRoot?.querySelector<E>(selector) ?? undefined;

export const findAll = (el: Element, selector: string) => [
  ...(el.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

export const words = (node: Element | undefined) => node?.textContent?.replace(/\s+/g, ' ').trim();

/** A button by its accessible name. */
export function button(el: Element, name: string | RegExp): HTMLButtonElement {
  const found = findAll(el, 'button').find((b) => {
    const label = b.getAttribute('aria-label') ?? words(b) ?? '';
    return typeof name === 'string' ? label === name : name.test(label);
  });
  if (!found) throw new Error(`There is no button "${String(name)}"`);
  return found as HTMLButtonElement;
}

export async function until(what: () => unknown): Promise<void> {
  await waitUntil(() => Boolean(what()), String(what), { timeout: 4000 });
}

/** Opens a form and waits until it is there. */
export async function openForm(el: Element, name: string | RegExp): Promise<HTMLElement> {
  button(el, name).click();
  await until(() => find(el, '.form [data-focus]'));
  return find(el, '.form') as HTMLElement;
}

export function type(el: Element, id: string, value: string): void {
  const input = find<HTMLInputElement>(el, `#${id}`);
  if (!input) throw new Error(`There is no field "${id}"`);
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Everything that can be read, without what is hidden. */
export const text = (el: Element) => words(find(el, '.sheet')) ?? '';

export const focused = (el: Element) => el.shadowRoot?.activeElement ?? undefined;
