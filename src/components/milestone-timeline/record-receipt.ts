import { html, nothing, type TemplateResult } from 'lit';
import { chipsEarned } from '../../client/model/chip.js';
import { recoveryTime, type RecoveryRecord } from '../../client/model/recovery-record.js';
import { formTitle } from './form-fields.js';
import { WfContactMentorEvent } from './milestone-timeline.events.js';
import type { FormContext } from './view.js';

/** The answer to a return to use: thanks, what stays, who is there. */
export function recordReceipt(
  context: FormContext,
  record: RecoveryRecord,
  onClose: () => void,
): TemplateResult {
  const { t, l, today } = context.view();
  const f = context.words();
  const { lifetime, longest } = recoveryTime(record, today);
  const chips = chipsEarned(record, today).length;
  const stays = [
    lifetime && l.plural(lifetime, f.staysLifetime),
    longest && l.plural(longest, f.staysLongest),
    chips && l.plural(chips, f.staysChips),
  ].filter(Boolean);
  return html`<div class="receipt">
    ${formTitle(f.thanks)}
    <p>${f.thanksLead}</p>
    ${
      stays.length
        ? html`<p class="label">${f.stays}</p>
            <ul class="stays">
              ${stays.map((words) => html`<li>${words}</li>`)}
            </ul>`
        : nothing
    }
    <div class="buttons">
      ${
        context.connection.backend?.pairings
          ? html`<button
              class="button"
              type="button"
              @click=${() => context.host.dispatchEvent(new WfContactMentorEvent())}
            >
              ${f.mentor}
            </button>`
          : nothing
      }
      <button class="button plain" type="button" @click=${onClose}>${t.close}</button>
    </div>
  </div>`;
}
