import { html, nothing } from 'lit';
import type { EscalationPolicy } from '../../client/model/safety.js';
import type { ConnectionController } from '../shared/controllers/connection-controller.js';
import { fill } from '../shared/fill.js';
import { notice } from '../shared/notice.js';
import type { DraftKeeper } from './draft-keeper.js';
import type { FormView } from './items/question.js';
import type { Step } from './steps.js';
import { recipient } from './safety-panel.js';

/** What to know before answering: what was kept, what will not be, who is told of what. */
export function formNotices(
  view: FormView,
  { drafts, connection, day, policy, startOver, step, at }: FormNoticesOptions,
): unknown {
  const { form, localize } = view;
  const { t } = localize;
  const from = drafts.restoredFrom;
  const isFirst = at < 1;
  const isSensitive = isFirst || (step !== undefined && form.safetyItems.has(step.item.linkId));
  return html`${connection.online ? nothing : notice('offline', t.offlineHere)}
  ${
    from && isFirst
      ? notice(
          'info',
          from === day()
            ? t.restored
            : fill(t.restoredFrom, { date: localize.date(from, { dateStyle: 'long' }) }),
          html`<button class="button quiet" type="button" @click=${startOver}>
            ${t.startOver}
          </button>`,
        )
      : nothing
  }
  ${drafts.unkept && isFirst ? html`<p class="small muted">${t.notKeptHere}</p>` : nothing}
  ${
    form.asksAboutSafety && isSensitive
      ? html`<p class="small muted">${fill(t.toldAtOnce, { who: recipient(localize, policy) })}</p>`
      : nothing
  }`;
}

export interface FormNoticesOptions {
  readonly drafts: Pick<DraftKeeper, 'restoredFrom' | 'unkept'>;
  readonly connection: Pick<ConnectionController, 'online'>;
  /** The day that the form is about. */
  readonly day: () => string;
  readonly policy: EscalationPolicy | null | undefined;
  readonly startOver: () => void;
  /** The step that is shown; undefined on a sheet. */
  readonly step: Step | undefined;
  readonly at: number;
}
