import { html, nothing, type TemplateResult } from 'lit';
import { inLanguage } from '../../client/model/localized-text.js';
import type { AnswerValue } from '../../client/model/questionnaire.js';
import type { EscalationPolicy } from '../../client/model/safety.js';
import { fill } from '../shared/fill.js';
import { crisisList } from '../shared/help/crisis-list.js';
import { notice } from '../shared/notice.js';
import type { CheckinStrings } from './checkin-form.strings.js';
import type { FormView } from './items/question.js';
import { later } from './later.js';
import type { SafetyAlerts } from './safety-alerts.js';

type Localize = FormView['localize'];

export interface SafetyPanelOptions {
  readonly alerts: SafetyAlerts;
  /** Who sees alerts; null or undefined: nobody has been named. */
  readonly policy: EscalationPolicy | null | undefined;
  readonly region: string | undefined;
  /** Whether there is anybody to tell. */
  readonly canTell: boolean;
  readonly timeZone: string;
}

/** Who an alert goes to, in the reader's language. */
export function recipient(localize: Localize, policy: SafetyPanelOptions['policy']): string {
  return policy ? inLanguage(policy.recipient, localize.locale) : localize.t.careTeam;
}

/** Help in place, at once and without a network; after the first number, who has been told what. */
export function safetyPanel(localize: Localize, options: SafetyPanelOptions): TemplateResult {
  const { t, locale } = localize;
  const { alerts, policy, canTell } = options;
  const say = (words: string, at = '', name = '') =>
    fill(words, {
      who: recipient(localize, policy),
      name,
      time: at && localize.dateTime(at, { timeStyle: 'short', timeZone: options.timeZone }),
    });
  const isTold = canTell && !alerts.isFailed;
  const retry = html`<button class="button quiet" type="button" @click=${alerts.retry}>
    ${t.retry}
  </button>`;
  return html`<div class="safety" part="safety">
    <p class="visually-hidden" role="alert">${t.here}</p>
    ${crisisList(localize.pageLocale, options.region, {
      heading: t.here,
      note: html`<div role="alert">
        ${
          isTold
            ? nothing
            : canTell
              ? notice('problem', say(alerts.isKept ? t.notToldYet : t.notTold), retry)
              : notice('problem', t.noOneToTell)
        }
      </div>`,
      below: html`<p class="visually-hidden" role="status">
          ${isTold ? news(alerts, t, say) : nothing}
        </p>
        <div class="told small">
          ${isTold ? facts(alerts, t, say) : nothing}
          ${isTold && policy ? html`<p>${hours(locale, policy)}</p>` : nothing}
        </div>`,
    })}
    <p class="muted small">${t.goOn}</p>
  </div>`;
}

/**
 * Help offered for what somebody wrote. Words are an aid only: nobody is told, and nothing is kept
 * from the person for them.
 */
export function offeredHelp(
  { t, pageLocale }: Localize,
  values: readonly AnswerValue[],
  region: string | undefined,
): unknown {
  if (!later()?.soundHard(values)) return nothing;
  return html`<div class="safety" part="safety">
    <p class="visually-hidden" role="status">${t.soundsHard}</p>
    ${crisisList(pageLocale, region, { heading: t.soundsHard })}
    <p class="muted small">${t.nobodyTold}</p>
  </div>`;
}

/** Who looks, and when. A faulty policy must never take the numbers with it. */
function hours(locale: string, policy: EscalationPolicy): string {
  try {
    return later()?.escalationWords(locale, policy, new Date()) ?? '';
  } catch {
    return '';
  }
}

type Say = (words: string, at?: string, name?: string) => string;

/** The newest of the facts alone, for those who hear them. */
function news({ telling }: SafetyAlerts, t: CheckinStrings, say: Say): string {
  const alert = telling?.alert;
  if (!alert || telling?.isSending) return '';
  const { receivedAt, acknowledgedAt, acknowledgedBy } = alert;
  return acknowledgedAt
    ? say(t.seen, acknowledgedAt, acknowledgedBy?.name)
    : say(t.receivedBy, receivedAt);
}

/** Sent, received and seen are three facts; none is claimed before it is known. */
function facts({ telling }: SafetyAlerts, t: CheckinStrings, say: Say): TemplateResult {
  const alert = telling?.alert;
  if (!alert || telling?.isSending) return html`<p>${say(t.telling)}</p>`;
  const { raisedAt, receivedAt, acknowledgedAt, acknowledgedBy } = alert;
  return html`<ul>
    <li>${say(t.sent, raisedAt)}</li>
    <li>${say(t.received, receivedAt)}</li>
    ${
      acknowledgedAt
        ? html`<li>${say(t.seen, acknowledgedAt, acknowledgedBy?.name)}</li>`
        : html`<li class="waits">${t.notSeen}</li>`
    }
  </ul>`;
}
