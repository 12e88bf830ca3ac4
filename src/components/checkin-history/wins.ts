import { html, nothing, type TemplateResult } from 'lit';
import HeartHandshake from 'lucide/dist/esm/icons/heart-handshake.mjs';
import Leaf from 'lucide/dist/esm/icons/leaf.mjs';
import PencilLine from 'lucide/dist/esm/icons/pencil-line.mjs';
import Phone from 'lucide/dist/esm/icons/phone.mjs';
import { winsOf, type Win } from '../../client/model/win.js';
import { fill } from '../shared/fill.js';
import { icon, type IconNode } from '../shared/icon.js';
import type { HistoryView } from './history-view.js';

const ICONS: Readonly<Record<Win['kind'], IconNode>> = {
  'checked-in': Leaf,
  connected: HeartHandshake,
  asked: Phone,
  wrote: PencilLine,
};

/** What went well, said plainly; nothing at all rather than a zero. */
export function wins({
  t,
  l,
  checkIns,
  today,
  span,
}: HistoryView): TemplateResult | typeof nothing {
  const found = winsOf(checkIns, today, span);
  if (!found.length) return nothing;
  return html`<section class="wins" part="wins" aria-labelledby="wins-title">
    <h3 id="wins-title" class="visually-hidden">${t.wins}</h3>
    <ul>
      ${found.map(
        ({ kind, days, of }) =>
          html`<li class=${kind}>
            ${icon(ICONS[kind])}
            <span>${fill(l.plural(days, t.win[kind]), { of: l.number(of) })}</span>
          </li>`,
      )}
    </ul>
  </section>`;
}
