import { html, nothing, type TemplateResult } from 'lit';
import ExternalLink from 'lucide/dist/esm/icons/external-link.mjs';
import MessageSquare from 'lucide/dist/esm/icons/message-square.mjs';
import Phone from 'lucide/dist/esm/icons/phone.mjs';
import type { CrisisContact, CrisisLine } from '../../../client/model/crisis-line.js';
import { firstLines } from '../../../client/model/first-lines.js';
import type { furtherLines } from '../../../client/model/further-lines.js';
import { inLanguage } from '../../../client/model/localized-text.js';
import { fill } from '../fill.js';
import { icon } from '../icon.js';
import { helpStrings, type HelpStrings } from './help.strings.js';

const ANOTHER = '-';

/** What the person picked, by the region that we thought they were in. Gone with the page. */
const picked = new Map<string, string>();

export interface CrisisListOptions {
  /** Words of the heading; "Get help now" when absent. */
  readonly heading?: string | undefined;
  /** Goes below the heading, for example who sees an alert and when. */
  readonly note?: unknown;
  /** Goes below the first line, so that its number comes before what is said about it. */
  readonly below?: unknown;
  /** Names of the lines, and those beyond each country's first, where they have been fetched. */
  readonly further?: typeof furtherLines | undefined;
}

export type CrisisListArgs = [
  locale: string,
  region: string | undefined,
  options?: CrisisListOptions,
];

/**
 * Help in a crisis: the first line and the emergency number of the country, or the question which
 * country it is; and the further lines, when they are given.
 * @param redraw Called when the person has picked a country.
 * @param more Stands for the further lines while they are not given.
 */
export function helpView(
  [locale, given = '', { heading, note, below, further } = {}]: CrisisListArgs,
  redraw: () => void,
  more: unknown = nothing,
): TemplateResult {
  const { t, lang } = helpStrings(locale);
  const code = (picked.get(given) ?? given).toUpperCase();
  const help = firstLines[code];
  const [first, ...others] = further?.[code] ?? [];
  const pick = (event: Event) => {
    picked.set(given, (event.target as HTMLSelectElement).value);
    redraw();
  };
  // Stays where it was asked, before and after the answer, so that it keeps the focus.
  const country = where(t, lang, code && (help ? code : ANOTHER), pick);
  return html`<div class="help-list" lang=${lang}>
    <div>
      <h2 class="help-title" tabindex="-1">${heading ?? t.title}</h2>
      <p class="muted">${t.intro}</p>
    </div>
    ${note} ${given ? nothing : country}
    ${
      help
        ? crisisLine(t, lang, { ...first, contacts: help.contacts }, 'main')
        : code
          ? html`<div class="contacts main">
              ${contact(t, lang, { kind: 'chat', to: 'https://findahelpline.com' }, t.find)}
            </div>`
          : nothing
    }
    ${below}
    <div class="help-line danger">
      <h3>${t.danger}</h3>
      <p>${help ? inLanguage(help.overdose, lang) : t.emergency}</p>
      ${help ? contact(t, lang, { kind: 'call', to: help.emergency }) : nothing}
    </div>
    ${first ? others.map((line) => crisisLine(t, lang, line)) : help?.more ? more : nothing}
    ${given ? country : nothing}
  </div>`;
}

type Line = Partial<CrisisLine> & Pick<CrisisLine, 'contacts'>;

function crisisLine(t: HelpStrings, lang: string, { name, about, contacts }: Line, kind = '') {
  const own = (c: CrisisContact) => Number(c.language === lang);
  return html`<div class="help-line">
    ${
      name && about
        ? html`<div>
            <h3 tabindex="-1">${inLanguage(name, lang)}</h3>
            <p class="muted small">${inLanguage(about, lang)}</p>
          </div>`
        : nothing
    }
    <div class="contacts ${kind}">
      ${[...contacts].sort((a, b) => own(b) - own(a)).map((c) => contact(t, lang, c))}
    </div>
  </div>`;
}

function contact(
  t: HelpStrings,
  lang: string,
  { kind, to, body, press, language = lang }: CrisisContact,
  words = press ? t.press : body ? t.textBody : t[kind],
) {
  const chat = kind === 'chat';
  const text = kind === 'text';
  // iOS and Android disagree on the separator; `?&` suits both.
  const number = to.replace(/[^\d+]/g, '') + (body ? `?&body=${body}` : '');
  const small = chat
    ? t.newTab
    : language !== lang && new Intl.DisplayNames(lang, { type: 'language' }).of(language);
  return html`<a
    class="button quiet contact"
    href=${chat ? to : (text ? 'sms:' : 'tel:') + number}
    target=${chat ? '_blank' : nothing}
    rel="noopener noreferrer"
    >${icon(chat ? ExternalLink : text ? MessageSquare : Phone)}<span
      >${fill(words, { to, body, press })} ${small ? html`<small>${small}</small>` : nothing}</span
    ></a
  >`;
}

/** Asks for the country. Nothing is guessed, and the answer stays on this page. */
function where(t: HelpStrings, lang: string, current: string, pick: (event: Event) => void) {
  const names = new Intl.DisplayNames(lang, { type: 'region' });
  const option = (code: string, words: string | undefined) =>
    html`<option value=${code} ?selected=${code === current}>${words}</option>`;
  return html`<label class="help-where">
    <strong>${t.where}</strong>
    <select class="input" @change=${pick}>
      ${current ? nothing : option('', '…')}
      ${Object.keys(firstLines).map((code) => option(code, names.of(code)))}
      ${option(ANOTHER, t.another)}
    </select>
    <span class="muted small">${t.why}</span>
  </label>`;
}
