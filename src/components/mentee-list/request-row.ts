import { html, nothing, type TemplateResult } from 'lit';
import type { DeclineReason, Pairing, PairingAction } from '../../client/model/pairing.js';
import type { BackendError } from '../../client/errors.js';
import { face } from '../shared/face.js';
import { fill } from '../shared/fill.js';
import { errorNotice } from '../shared/notice.js';
import type { ListView } from './list-view.js';

export interface Answering {
  /** The answer is on its way. */
  readonly busy: boolean;
  /** Why the last try failed. */
  readonly error: BackendError | undefined;
  /** The mentor is choosing why not. */
  readonly declining: boolean;
  readonly onDecline: (declining: boolean) => void;
  readonly onAnswer: (action: PairingAction) => void;
}

/** Somebody who asks: their own words, until when, and two answers. */
export function requestRow(
  { l, timeZone }: ListView,
  { id, participant: { name }, message, expiresAt }: Pairing,
  { busy, error, declining, onDecline, onAnswer }: Answering,
): TemplateResult {
  const { t } = l;
  const when = l.dateTime(expiresAt, {
    ...{ weekday: 'long', hour: 'numeric', minute: '2-digit' },
    timeZone,
  });
  const answer = (label: string, action: PairingAction, kind = '') =>
    html`<button
      class="button ${kind}"
      type="button"
      aria-disabled=${busy ? 'true' : nothing}
      @click=${() => onAnswer(action)}
    >
      ${label}
    </button>`;
  const turn = (label: string, to: boolean) =>
    html`<button class="button plain" type="button" @click=${() => onDecline(to)}>
      ${label}
    </button>`;
  return html`<li part="request" data-id=${id}>
    ${face(name, undefined)}
    <div class="who">
      <h3 tabindex="-1">${name}</h3>
      <p class="muted small">${t.asks}</p>
    </div>
    <div class="more">
      ${message ? html`<blockquote>${message}</blockquote>` : nothing}
      ${
        declining
          ? html`<div role="group" aria-labelledby="why-${id}" class="reasons">
              <p id="why-${id}" class="why" tabindex="-1">${fill(t.why, { name })}</p>
              <div class="buttons">
                ${(Object.keys(t.reasons) as DeclineReason[]).map((reason) =>
                  answer(t.reasons[reason], { type: 'decline', reason }, 'quiet'),
                )}
                ${turn(t.back, false)}
              </div>
            </div>`
          : html`<p class="muted small">${fill(t.until, { when })}</p>
              <div class="buttons">
                ${answer(fill(t.accept, { name }), { type: 'accept' })} ${turn(t.decline, true)}
              </div>`
      }
      ${error ? errorNotice(t, error, undefined, t.refused) : nothing}
    </div>
  </li>`;
}
