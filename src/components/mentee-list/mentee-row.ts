import { html, nothing, type TemplateResult } from 'lit';
import CalendarX from 'lucide/dist/esm/icons/calendar-x.mjs';
import Mail from 'lucide/dist/esm/icons/mail.mjs';
import Phone from 'lucide/dist/esm/icons/phone.mjs';
import Sunrise from 'lucide/dist/esm/icons/sunrise.mjs';
import { inLanguage } from '../../client/model/localized-text.js';
import type { Pairing } from '../../client/model/pairing.js';
import { face } from '../shared/face.js';
import { fill } from '../shared/fill.js';
import { icon, type IconNode } from '../shared/icon.js';
import { WfMessageEvent } from '../shared/pairing.events.js';
import type { ListView } from './list-view.js';
import { WfPathEvent } from './mentee-list.events.js';
import { moodLine } from './mood-line.js';
import type { Mentee, Sign } from './signs.js';

const ICONS: Record<Sign['type'], IconNode> = {
  call: Phone,
  quiet: CalendarX,
  wrote: Mail,
  milestone: Sunrise,
};

/** Somebody whom the mentor walks with: who, why now, and one thing to do. */
export function menteeRow(
  view: ListView,
  pairing: Pairing,
  /** Undefined while it is on its way; null when it could not be read. */
  mentee: Mentee | null | undefined,
): TemplateResult {
  const { t } = view.l;
  const { id, participant, mentor, status } = pairing;
  const { name } = participant;
  const [first] = mentee?.signs ?? [];
  const say = (words: string) => fill(words, { name });
  const write = () => new WfMessageEvent(mentor.id, id);
  const path = () => new WfPathEvent(participant.id);
  const celebrates = first?.type === 'milestone';
  const main = celebrates
    ? intent(say(t.celebrate), path)
    : intent(say(first?.type === 'wrote' ? t.read : t.write), write, first ? '' : 'quiet');
  return html`<li part="mentee" data-id=${id}>
    ${face(name, undefined)}
    <div class="who">
      <h3 tabindex="-1">${name}</h3>
      <p class="muted small">${status === 'paused' ? t.paused : t.active}</p>
    </div>
    ${mentee ? moodLine(view, mentee) : nothing}
    <div class="more">
      ${
        mentee === undefined
          ? html`<div class="bone line"></div>`
          : mentee === null
            ? html`<p class="muted">${t.unknown}</p>`
            : signs(view, mentee)
      }
      <div class="buttons">
        ${main} ${celebrates ? intent(say(t.write), write, 'plain') : intent(t.path, path, 'plain')}
      </div>
    </div>
  </li>`;
}

function signs(view: ListView, { signs: found }: Mentee): TemplateResult {
  if (!found.length) return html`<p class="muted">${view.l.t.calm}</p>`;
  return html`<ul class="signs">
    ${found.map(
      (sign) =>
        html`<li class=${sign.type}>
          ${icon(ICONS[sign.type])}<span>${words(view, sign)}</span>
        </li>`,
    )}
  </ul>`;
}

function words({ l }: ListView, sign: Sign): string {
  const { t } = l;
  const day = (on: string) => l.date(on, { weekday: 'long', month: 'long', day: 'numeric' });
  switch (sign.type) {
    case 'call':
      return fill(t.signs.call, { day: day(sign.on) });
    case 'quiet':
      return l.plural(sign.days, t.signs.quiet);
    case 'wrote':
      return l.plural(sign.count, t.signs.wrote);
    case 'milestone':
      return fill(t.signs.milestone, {
        title: inLanguage(sign.milestone.title, l.pageLocale),
        day: day(sign.milestone.on),
      });
  }
}

/** Something that the portal does. */
function intent(label: string, event: () => Event, kind = ''): TemplateResult {
  return html`<button
    class="button ${kind}"
    type="button"
    @click=${({ currentTarget }: MouseEvent) => currentTarget?.dispatchEvent(event())}
  >
    ${label}
  </button>`;
}
