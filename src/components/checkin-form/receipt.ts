import { html, nothing, type TemplateResult } from 'lit';
import CircleCheck from 'lucide/dist/esm/icons/circle-check.mjs';
import type { CheckInReceipt } from '../../client/model/check-in.js';
import { inLanguage } from '../../client/model/localized-text.js';
import type { Score } from '../../client/model/scoring.js';
import type { LocalizeController } from '../shared/controllers/localize-controller.js';
import { fill } from '../shared/fill.js';
import { icon } from '../shared/icon.js';
import type { CheckinStrings } from './checkin-form.strings.js';

export interface ReceiptOptions {
  /** Of the check-in that was just sent; undefined: one was sent earlier today. */
  readonly receipt: CheckInReceipt | undefined;
  /** Nothing outlives this page. */
  readonly unkept: boolean;
  readonly score: Score | undefined;
  readonly days: { readonly answered: number; readonly of: number } | undefined;
  readonly timeZone: string;
  readonly again: () => void;
}

/** Thanks, what became of it, and one thing learned. */
export function receiptView(
  localize: LocalizeController<CheckinStrings>,
  { receipt, unkept, score, days, timeZone, again }: ReceiptOptions,
): TemplateResult {
  const { t, locale } = localize;
  return html`<div class="receipt" part="receipt">
    <div class="seal">${icon(CircleCheck)}</div>
    <div>
      <h2 tabindex="-1" aria-describedby=${receipt ? 'got-it' : nothing}>
        ${receipt ? t.thanks : t.doneToday}
      </h2>
      ${
        receipt
          ? html`<p class="muted" id="got-it" role="status">
              ${
                receipt.status === 'queued'
                  ? unkept
                    ? t.queuedHere
                    : t.queued
                  : fill(t.gotIt, {
                      time: localize.dateTime(receipt.at, { timeStyle: 'short', timeZone }),
                    })
              }
            </p>`
          : nothing
      }
    </div>
    ${
      score
        ? html`<p class="learned">
              ${fill(t.score, {
                total: localize.number(score.total),
                max: localize.number(score.max),
                band: inLanguage(score.band.label, locale).toLocaleLowerCase(locale),
              })}
            </p>
            <p class="muted small">${t.scoreMeans}</p>`
        : days?.answered
          ? html`<div class="days" aria-hidden="true">
                ${Array.from({ length: days.of }, (_, i) => html`<i ?data-on=${i < days.answered}></i>`)}
              </div>
              <p class="learned">
                ${fill(t.days, { n: localize.number(days.answered), of: localize.number(days.of) })}
              </p>`
          : nothing
    }
    <button class="button quiet" type="button" @click=${again}>${t.again}</button>
  </div>`;
}
