import { html, nothing, type TemplateResult } from 'lit';
import type { Piece, Reflection } from '../../client/model/reflection.js';
import type { HistoryView } from './history-view.js';

/** The line of the daily check-in; its question needs no saying. */
const LINE = 'reflection';

export interface FoundReflection {
  readonly reflection: Reflection;
  /** Its words; what was looked for is marked. */
  readonly pieces: readonly Piece[];
}

/** One thing that the person wrote: when, their words as they wrote them, and who sees them. */
export const reflectionEntry = (
  { l, seenBy }: HistoryView,
  { reflection: { on, linkId, question }, pieces }: FoundReflection,
): TemplateResult =>
  html`<li class="entry">
    <time datetime=${on}>${l.date(on, { weekday: 'long', month: 'long', day: 'numeric' })}</time>
    ${question && linkId !== LINE ? html`<p class="muted small">${question}</p>` : nothing}
    <p class="said" dir="auto">${pieces.map(piece)}</p>
    ${seenBy('words')}
  </li>`;

const piece = ({ text, hit }: Piece) => (hit ? html`<mark>${text}</mark>` : text);
