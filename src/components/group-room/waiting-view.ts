import { html, type TemplateResult } from 'lit';
import { fill } from '../shared/fill.js';
import type { AtTheDoorStrings } from './at-the-door.strings.js';

export interface WaitingOptions {
  /** Who lets people in. */
  readonly host: string;
  /** What the person is called on the host's list. */
  readonly name: string;
  readonly help: unknown;
  stop(): void;
}

/** The waiting room: what is so, what happens next, a way out, and help that waits for nobody. */
export function waitingView(t: AtTheDoorStrings, options: WaitingOptions): TemplateResult {
  const { host, name, help, stop } = options;
  return html`<section class="waiting" part="waiting" aria-labelledby="waiting">
    <h3 id="waiting" tabindex="-1">${t.waiting.title}</h3>
    <p>${fill(t.waiting.listed, { host, name })}</p>
    <p>${t.waiting.next}</p>
    <p class="muted">${t.waiting.unseen}</p>
    <button class="button quiet" type="button" @click=${stop}>${t.waiting.stop}</button>
    ${help}
  </section>`;
}
