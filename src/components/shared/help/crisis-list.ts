import { html, nothing, render, type TemplateResult } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';
import ExternalLink from 'lucide/dist/esm/icons/external-link.mjs';
import MessageSquare from 'lucide/dist/esm/icons/message-square.mjs';
import Phone from 'lucide/dist/esm/icons/phone.mjs';
import type { CrisisContact, CrisisLine } from '../../../client/model/crisis-line.js';
import { crisisRegion, crisisRegions } from '../../../client/model/crisis-lines.js';
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
}

export type CrisisListArgs = [
  locale: string,
  region: string | undefined,
  options?: CrisisListOptions,
];

/**
 * Help in a crisis, in place: needs no network, no backend, no session. When the region is not known
 * it asks. The heading has the class `help-title` and takes focus from code. Needs the `help` and
 * `controls` styles.
 */
export function crisisList(...args: CrisisListArgs): TemplateResult {
  return html`<section class="crisis" part="crisis" ${drawn(...args)}></section>`;
}

/** Draws the list itself, so that picking a country redraws it in whatever element it is. */
class DrawnDirective extends Directive {
  override render(..._: CrisisListArgs): unknown {
    return nothing;
  }

  override update(part: ElementPart, args: CrisisListArgs): unknown {
    const draw = () => render(list(draw, ...args), part.element as HTMLElement);
    draw();
    return nothing;
  }
}
const drawn = directive(DrawnDirective);

function list(
  redraw: () => void,
  locale: string,
  given: string | undefined,
  { heading, note, below }: CrisisListOptions = {},
): TemplateResult {
  const { t, lang } = helpStrings(locale);
  const code = picked.get(given ?? '') ?? given;
  const region = crisisRegion(code);
  const [first, ...more] = region?.lines ?? [];
  const pick = (event: Event) => {
    picked.set(given ?? '', (event.target as HTMLSelectElement).value);
    redraw();
  };
  const country = where(t, lang, code ? (region?.region ?? ANOTHER) : '', pick);
  return html`<div class="help-list" lang=${lang}>
    <div>
      <h2 class="help-title" tabindex="-1">${heading ?? t.title}</h2>
      <p class="muted">${t.intro}</p>
    </div>
    ${note} ${code ? nothing : country} ${first ? crisisLine(t, lang, first, true) : nothing}
    ${below}
    ${
      code && !region
        ? html`<div class="contacts main">
            ${contact('https://findahelpline.com', ExternalLink, t.find)}
          </div>`
        : nothing
    }
    <div class="help-line danger">
      <div>
        <h3>${t.danger}</h3>
        <p>${region ? inLanguage(region.overdose, lang) : t.emergency}</p>
      </div>
      ${
        region
          ? html`<div class="contacts">
              ${contact(`tel:${region.emergency}`, Phone, fill(t.call, { to: region.emergency }))}
            </div>`
          : nothing
      }
    </div>
    ${more.map((line) => crisisLine(t, lang, line))} ${code ? country : nothing}
  </div>`;
}

function crisisLine(t: HelpStrings, lang: string, line: CrisisLine, main = false) {
  // Contacts in the reader's language, then those in every language, then the others.
  const rank = (c: CrisisContact) => (c.language === lang ? 0 : c.language ? 2 : 1);
  const contacts = [...line.contacts].sort((a, b) => rank(a) - rank(b));
  return html`<div class="help-line">
    <div>
      <h3>${inLanguage(line.name, lang)}</h3>
      <p class="muted small">${inLanguage(line.about, lang)}</p>
    </div>
    <div class="contacts ${main ? 'main' : ''}">
      ${contacts.map((c) => lineContact(t, lang, c))}
    </div>
  </div>`;
}

function lineContact(t: HelpStrings, lang: string, c: CrisisContact) {
  const number = c.to.replace(/[^\d+]/g, '');
  const words = {
    call: c.press ? t.press : t.call,
    text: c.body ? t.textBody : t.text,
    chat: t.chat,
    tty: t.tty,
  }[c.kind];
  const [href, sign] = {
    call: [`tel:${number}`, Phone] as const,
    tty: [`tel:${number}`, Phone] as const,
    // iOS and Android disagree on the separator; `?&` suits both.
    text: [`sms:${number}${c.body ? `?&body=${c.body}` : ''}`, MessageSquare] as const,
    chat: [c.to, ExternalLink] as const,
  }[c.kind];
  const language =
    c.language && c.language !== lang
      ? new Intl.DisplayNames(lang, { type: 'language' }).of(c.language)
      : undefined;
  return contact(href, sign, fill(words, { ...c }), language);
}

function contact(href: string, sign: Parameters<typeof icon>[0], words: string, language = '') {
  return html`<a
    class="contact"
    href=${href}
    target=${href.startsWith('https:') ? '_blank' : nothing}
    rel="noopener noreferrer"
    >${icon(sign)}<span>${words}${language ? html` <small>${language}</small>` : nothing}</span></a
  >`;
}

/** Asks for the country. Nothing is guessed, and the answer stays on this page. */
function where(t: HelpStrings, lang: string, current: string, pick: (event: Event) => void) {
  const names = new Intl.DisplayNames(lang, { type: 'region' });
  return html`<label class="help-where">
    <strong>${t.where}</strong>
    <select class="input" @change=${pick}>
      ${current ? nothing : html`<option value="" selected>${t.choose}</option>`}
      ${crisisRegions.map(
        ({ region }) =>
          html`<option value=${region} ?selected=${region === current}>
            ${names.of(region)}
          </option>`,
      )}
      <option value=${ANOTHER} ?selected=${current === ANOTHER}>${t.another}</option>
    </select>
    <span class="muted small">${t.why}</span>
  </label>`;
}
