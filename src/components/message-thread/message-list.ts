import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import Bookmark from 'lucide/dist/esm/icons/bookmark.mjs';
import HeartHandshake from 'lucide/dist/esm/icons/heart-handshake.mjs';
import Lightbulb from 'lucide/dist/esm/icons/lightbulb.mjs';
import { addDays, localDateAt } from '../../client/model/date-time.js';
import type { Message } from '../../client/model/message.js';
import { firstName } from '../shared/first-name.js';
import { icon } from '../shared/icon.js';
import type { ThreadView } from './thread-view.js';

interface Day {
  readonly on: string;
  readonly messages: readonly Message[];
}

/** Messages by the reader's day, oldest first, as one reads a conversation. */
export function messageList(view: ThreadView, newestFirst: readonly Message[]): TemplateResult {
  return html`<ol class="days">
    ${repeat(
      daysOf(newestFirst, view.timeZone),
      ({ on }) => on,
      ({ on, messages }) =>
        html`<li>
          <h3 class="day"><time datetime=${on}>${dayWords(view, on)}</time></h3>
          <ol class="messages">
            ${repeat(
              messages,
              ({ id }) => id,
              (message) => guard([message, view.l.locale], () => letter(view, message)),
            )}
          </ol>
        </li>`,
    )}
  </ol>`;
}

function daysOf(newestFirst: readonly Message[], timeZone: string): Day[] {
  const days = new Map<string, Message[]>();
  for (const message of newestFirst.toReversed()) {
    const on = localDateAt(new Date(message.sentAt), timeZone);
    const day = days.get(on);
    if (day) day.push(message);
    else days.set(on, [message]);
  }
  return [...days].map(([on, messages]) => ({ on, messages }));
}

function dayWords({ t, l, today }: ThreadView, on: string): string {
  if (on === today) return t.today;
  if (on === addDays(today, -1)) return t.yesterday;
  const year = on.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const);
  return l.date(on, { weekday: 'long', month: 'long', day: 'numeric', ...year });
}

function letter(view: ThreadView, message: Message): TemplateResult {
  const { t, l, me, timeZone } = view;
  const { kind, from, sentAt, text } = message;
  const own = from.id === me;
  const time = l.dateTime(sentAt, { timeZone, hour: 'numeric', minute: '2-digit' });
  return html`<li class="message ${kind} ${own ? 'own' : ''}" data-id=${message.id} tabindex="-1">
    <p class="meta">
      <b>${own ? t.you : firstName(from.name)}</b> <time datetime=${sentAt}>${time}</time>
    </p>
    <div class="bubble" part="message">
      ${
        kind === 'message'
          ? nothing
          : html`<p class="kind">
              ${icon(kind === 'note' ? Lightbulb : HeartHandshake)} ${t[kind]}
            </p>`
      }
      <p class="text">${text}</p>
    </div>
    ${own ? nothing : keepButton(view, message)}
  </li>`;
}

function keepButton({ t, keep }: ThreadView, message: Message): TemplateResult {
  return html`<button
    class="button plain keep"
    type="button"
    aria-label=${t.keep}
    title=${t.keep}
    aria-pressed=${message.kept}
    @click=${() => keep(message)}
  >
    ${icon(Bookmark)}
  </button>`;
}
