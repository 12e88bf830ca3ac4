import { html, nothing, type TemplateResult } from 'lit';
import CalendarClock from 'lucide/dist/esm/icons/calendar-clock.mjs';
import Languages from 'lucide/dist/esm/icons/languages.mjs';
import type { MatchReason } from '../../client/model/matching.js';
import type { Mentor } from '../../client/model/mentor.js';
import { face } from '../shared/face.js';
import { authored } from '../shared/authored.js';
import type { LocalizeController } from '../shared/controllers/localize-controller.js';
import { fill } from '../shared/fill.js';
import { firstName } from '../shared/first-name.js';
import { icon } from '../shared/icon.js';
import { whenWords } from './free-time.js';
import type { MentorCardStrings } from './mentor-card.strings.js';
import { languageName, sharedGround } from './shared-ground.js';

export interface ProfileView {
  readonly localize: LocalizeController<MentorCardStrings>;
  readonly mentor: Mentor;
  readonly reasons: readonly MatchReason[];
  /** The reader's zone; every time is told in it. */
  readonly timeZone: string;
  readonly now: Date;
  readonly compact: boolean;
  /** The story and the weekly hours, when they are open. */
  readonly more: unknown;
  readonly onMore: (open: boolean) => void;
}

/** Who the mentor is, in their own voice, and what participant and mentor share. */
export function profile(view: ProfileView): TemplateResult {
  const { mentor, localize, compact } = view;
  const { t } = localize;
  const shared = sharedGround(localize, view.reasons).slice(0, compact ? 1 : 3);
  const { pronouns } = mentor;
  const facts = [
    pronouns && (t.pronouns[pronouns.toLowerCase()] ?? pronouns),
    ...(compact ? [] : mentor.credentials.map((words) => authored(words, localize))),
  ].filter(Boolean);
  const [before, after] = t.quote.split('{words}');
  return html`
    ${face(mentor.name, mentor.photo)}
    <header>
      <h2 part="name">${mentor.name}</h2>
      <p class="muted small">${facts.map((fact, i) => [i ? ' · ' : '', fact])}</p>
    </header>
    <div class="about">
      <p class="voice">${before}${authored(mentor.headline, localize)}${after}</p>
      ${
        shared.length
          ? html`<ul class="shared">
              ${shared.map((words) => html`<li>${words}</li>`)}
            </ul>`
          : nothing
      }
      ${compact ? nothing : details(view)}
    </div>
  `;
}

function details({ localize, mentor, timeZone, now, more, onMore }: ProfileView) {
  const { t, locale } = localize;
  const next = mentor.nextOpening && new Date(mentor.nextOpening);
  const languages = localize.list(mentor.languages.map((l) => languageName(locale, l)));
  return html`<ul class="facts">
      ${
        next && next > now
          ? html`<li>
              ${icon(CalendarClock)}
              ${fill(t.nextFree, { when: whenWords(localize, next, timeZone, now) })}
            </li>`
          : nothing
      }
      ${languages ? html`<li>${icon(Languages)} ${fill(t.speaks, { languages })}</li>` : nothing}
    </ul>
    <details
      class="more"
      @toggle=${(event: Event) => onMore((event.target as HTMLDetailsElement).open)}
    >
      <summary>${fill(t.more, { name: firstName(mentor.name) })}</summary>
      ${more}
    </details>`;
}

/** What the profile will fill, while it is on its way. */
export function skeleton(loading: string, compact: boolean): TemplateResult {
  return html`<div class="person" aria-busy="true">
    <span class="face bone"></span>
    <header>
      <div class="bone line name"></div>
      <div class="bone line short"></div>
    </header>
    <div class="about">
      <div class="bone line"></div>
      <div class="bone line short"></div>
      ${compact ? nothing : html`<div class="bone block"></div>`}
    </div>
    <div class="panel"><div class="bone button-bone"></div></div>
    <span class="visually-hidden">${loading}</span>
  </div>`;
}
