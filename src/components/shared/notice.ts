import { html, nothing, type TemplateResult } from 'lit';
import CircleAlert from 'lucide/dist/esm/icons/circle-alert.mjs';
import CloudOff from 'lucide/dist/esm/icons/cloud-off.mjs';
import Info from 'lucide/dist/esm/icons/info.mjs';
import type { BackendError } from '../../client/errors.js';
import type { ConnectionController } from './controllers/connection-controller.js';
import type { QueryController } from './controllers/query-controller.js';
import { icon, type IconNode } from './icon.js';
import { WfSignInEvent } from './shared.events.js';
import type { SharedStrings } from './shared.strings.js';

type Kind = 'info' | 'problem' | 'offline';

const ICONS: Record<Kind, IconNode> = {
  info: Info,
  problem: CircleAlert,
  offline: CloudOff,
};

/** A sentence in place, with an action where there is one. Needs the `notice` styles. */
export function notice(kind: Kind, words: unknown, action: unknown = nothing): TemplateResult {
  return html`<div class="notice ${kind}" part="notice">
    ${icon(ICONS[kind])}
    <div>
      <p>${words}</p>
      ${action}
    </div>
  </div>`;
}

/** The words for an error; `details` gives better ones for rules that the element knows. */
export function errorWords(
  t: SharedStrings,
  error: BackendError,
  details: Readonly<Record<string, string>> = {},
): string {
  return (error.detail && details[error.detail]) || t.errors[error.code];
}

/** The way back in; the portal hears of it and takes over. */
function signInButton(t: SharedStrings): TemplateResult {
  return html`<button
    class="button quiet"
    type="button"
    @click=${(event: Event) => event.target?.dispatchEvent(new WfSignInEvent())}
  >
    ${t.signIn}
  </button>`;
}

/** An error with a way out. Announced when it appears. */
export function errorNotice(
  t: SharedStrings,
  error: BackendError,
  retry?: () => void,
  details?: Readonly<Record<string, string>>,
): TemplateResult {
  return html`<div role="alert">
    ${notice(
      error.code === 'offline' ? 'offline' : 'problem',
      errorWords(t, error, details),
      error.code === 'unauthorized'
        ? signInButton(t)
        : retry
          ? html`<button class="button quiet" type="button" @click=${retry}>${t.retry}</button>`
          : nothing,
    )}
  </div>`;
}

/**
 * What an element shows instead of its content: signed out, not available, error with retry. Nothing
 * while loading (the element draws its own skeleton) and when ready.
 */
export function insteadOfContent(
  t: SharedStrings,
  query: Pick<QueryController<unknown>, 'status' | 'error' | 'refresh'>,
  connection: ConnectionController,
): TemplateResult | undefined {
  switch (query.status) {
    case 'signed-out':
      return notice('info', t.signedOut, signInButton(t));
    case 'absent':
      return notice('info', t.absent);
    case 'error': {
      const error = query.error ?? connection.error;
      return error && errorNotice(t, error, query.refresh);
    }
    default:
      return undefined;
  }
}

/** A quiet strip above content that may be old: offline, or the last refresh failed. */
export function staleStrip(
  t: SharedStrings,
  query: Pick<QueryController<unknown>, 'error' | 'refresh'>,
  connection: ConnectionController,
): TemplateResult | typeof nothing {
  if (!connection.online) return notice('offline', t.offline);
  if (query.error)
    return notice(
      'problem',
      t.stale,
      html`<button class="button quiet" type="button" @click=${query.refresh}>${t.retry}</button>`,
    );
  return nothing;
}
