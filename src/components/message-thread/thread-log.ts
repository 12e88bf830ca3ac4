import { html, nothing, type TemplateResult } from 'lit';
import ArrowDown from 'lucide/dist/esm/icons/arrow-down.mjs';
import type { Message } from '../../client/model/message.js';
import type { PagesController } from '../shared/controllers/pages-controller.js';
import { fill } from '../shared/fill.js';
import { icon } from '../shared/icon.js';
import { errorNotice } from '../shared/notice.js';
import { messageList } from './message-list.js';
import type { ThreadView } from './thread-view.js';

export interface LogOptions {
  /** Only what the reader kept. */
  readonly keptOnly: boolean;
  /** Something has come that is below what is in view. */
  readonly newsBelow: boolean;
  onNews(): void;
  onEarlier(): void;
}

type Messages = PagesController<Message>;

/** What was written, which scrolls; with ways to what is above and below it. */
export function threadLog(
  view: ThreadView,
  messages: Messages,
  options: LogOptions,
): TemplateResult {
  const { t, name } = view;
  const { keptOnly, newsBelow, onNews } = options;
  const { items = [] } = messages;
  return html`<div class="frame">
    <div class="log" part="log" role="region" tabindex="0" aria-label=${fill(t.log, { name })}>
      ${earlier(t, messages, options)}
      ${
        items.length
          ? messageList(view, items)
          : html`<p class="empty muted">${keptOnly ? t.keptEmpty : t.empty}</p>`
      }
    </div>
    ${
      newsBelow
        ? html`<button class="button news" type="button" @click=${onNews}>
            ${icon(ArrowDown)} ${t.toNews}
          </button>`
        : nothing
    }
  </div>`;
}

function earlier(
  t: ThreadView['t'],
  { earlierError, more, busy }: Messages,
  { onEarlier }: LogOptions,
): unknown {
  if (earlierError) return errorNotice(t, earlierError, onEarlier);
  return more
    ? html`<button
        class="button quiet earlier"
        type="button"
        aria-disabled=${busy}
        @click=${onEarlier}
      >
        ${busy ? t.loading : t.earlier}
      </button>`
    : nothing;
}
