import { fixture, html, waitUntil } from '@open-wc/testing';
import type { Backend } from '../../../src/client/backend.js';
import '../../../src/components/message-thread/define.js';
import type { MessageThread } from '../../../src/components/message-thread/message-thread.js';

/** The element, settled. */
export async function thread(
  backend: Backend | undefined,
  { width = 700, dir = 'ltr', lang = 'en', pairingId = '' } = {},
): Promise<MessageThread> {
  const page = await fixture<HTMLElement>(html`
    <div dir=${dir} lang=${lang}>
      <message-thread .backend=${backend} .pairingId=${pairingId || undefined}></message-thread>
    </div>
  `);
  page.style.inlineSize = `${width}px`;
  const el = page.querySelector('message-thread')!;
  await waitUntil(() => !find(el, '.skeleton'), 'the thread is ready');
  return el;
}

export const find = <E extends Element = HTMLElement>(el: Element, selector: string) =>
  el.shadowRoot?.querySelector<E>(selector) ?? undefined;

export const findAll = (el: Element, selector: string) => [
  ...(el.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

export const words = (node: Element | undefined) =>
  node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** What was written, oldest first, as it is read. */
export const texts = (el: Element) => findAll(el, '.text').map(words);

/** What a screen reader is told. */
export const announced = (el: Element) => words(find(el, '.sheet > [role=status]'));

export function button(el: Element, name: string): HTMLButtonElement {
  const all = findAll(el, 'button') as HTMLButtonElement[];
  const found = all.find((b) => (b.ariaLabel ?? words(b)) === name);
  if (!found) throw new Error(`No button "${name}" in: ${all.map(words).join(', ')}`);
  return found;
}

export const field = (el: Element) => find<HTMLTextAreaElement>(el, 'textarea')!;

export function type(el: Element, value: string): void {
  field(el).value = value;
  field(el).dispatchEvent(new Event('input', { bubbles: true }));
}

export async function until(what: () => unknown): Promise<void> {
  await waitUntil(() => Boolean(what()), String(what), { timeout: 4000 });
}
