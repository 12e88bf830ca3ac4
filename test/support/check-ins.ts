import { fixture, html, waitUntil } from '@open-wc/testing';
import type { Backend } from '../../src/client/backend.js';
import '../../src/components/checkin-form/define.js';
import type { CheckinForm } from '../../src/components/checkin-form/checkin-form.js';
import { fetchLater } from '../../src/components/checkin-form/later.js';
import { aClinic } from './clinic.js';

export * from './clinic.js';

/** A form in the page, settled, with what its first touch fetches. */
export async function aForm(
  properties: Partial<CheckinForm> = {},
  backend: Backend | undefined = aClinic().backend,
): Promise<CheckinForm> {
  const form = document.createElement('checkin-form');
  Object.assign(form, { layout: 'sheet', backend, ...properties });
  await fixture(html`<div style="inline-size: 800px">${form}</div>`);
  await Promise.all([settled(form), fetchLater()]);
  return form;
}

/** When the form has nothing under way that a test waits for. */
export async function settled(form: CheckinForm): Promise<void> {
  await waitUntil(() => !form.renderRoot.querySelector('.skeleton'), 'still a skeleton');
  await form.updateComplete;
}

export const text = (form: CheckinForm) =>
  form.renderRoot.querySelector('.sheet')?.textContent.replace(/\s+/g, ' ').trim() ?? '';

export const says = (form: CheckinForm, words: string) =>
  waitUntil(() => text(form).includes(words), `says "${words}"; says: ${text(form)}`);

/** The first button of the form with these words. */
export function button(form: CheckinForm, words: string): HTMLButtonElement {
  const all = [...form.renderRoot.querySelectorAll<HTMLButtonElement>('.sheet button')];
  const found = all.find((b) => (b.getAttribute('aria-label') ?? b.textContent.trim()) === words);
  if (!found)
    throw new Error(`No "${words}" in: ${all.map((b) => b.textContent.trim()).join(', ')}`);
  return found;
}

/** The question with these words. */
export function ask(form: CheckinForm, words: string): HTMLElement {
  const all = [...form.renderRoot.querySelectorAll<HTMLElement>('.question')];
  const found = all.find((q) => q.querySelector('.ask')?.textContent.includes(words));
  if (!found) throw new Error(`No question "${words}"`);
  return found;
}

/** The option of a question. */
export function option(form: CheckinForm, question: string, words: string): HTMLInputElement {
  const all = [...ask(form, question).querySelectorAll('label.option')];
  const found = all.find((label) => label.textContent.trim() === words);
  if (!found) throw new Error(`No option "${words}" in "${question}"`);
  return found.querySelector('input')!;
}

export function field(form: CheckinForm, question: string): HTMLInputElement {
  const found = ask(form, question).querySelector<HTMLInputElement>('input, select, textarea');
  if (!found) throw new Error(`No field in "${question}"`);
  return found;
}

/** Types over what is there. */
export async function write(form: CheckinForm, question: string, words: string): Promise<void> {
  const input = field(form, question);
  input.focus();
  input.value = words;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await form.updateComplete;
}

export async function click(form: CheckinForm, element: HTMLElement): Promise<void> {
  element.click();
  await form.updateComplete;
}

export const focused = (form: CheckinForm) => form.shadowRoot!.activeElement as HTMLElement | null;

/** The next event of a kind. */
export const next = <K extends keyof HTMLElementEventMap>(form: HTMLElement, type: K) =>
  new Promise<HTMLElementEventMap[K]>((resolve) =>
    form.addEventListener(type, resolve, { once: true }),
  );

/** Runs with an ear on the console; gives what was said there. */
export async function listening(run: () => Promise<unknown>): Promise<string[]> {
  const said: string[] = [];
  const { warn, error } = console;
  console.warn = console.error = (...words) => void said.push(words.join(' '));
  try {
    await run();
  } finally {
    Object.assign(console, { warn, error });
  }
  return said.filter((line) => !line.includes('dev mode'));
}

/** The answer to a question in a response, wherever it is. */
export function answersIn(response: unknown, linkId: string): unknown {
  const find = (items: Node[] | undefined): unknown => {
    for (const item of items ?? []) {
      if (item.linkId === linkId) return item.answer;
      const inside = find(item.item) ?? find(item.answer?.flatMap((a) => a.item ?? []));
      if (inside) return inside;
    }
    return undefined;
  };
  interface Node {
    linkId: string;
    item?: Node[];
    answer?: { item?: Node[] }[];
  }
  return find((response as { item?: Node[] }).item);
}
