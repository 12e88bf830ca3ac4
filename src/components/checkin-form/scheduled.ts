import { html, nothing, type TemplateResult } from 'lit';
import { periodOf, type CheckInRhythm } from '../../client/model/check-in-schedule.js';
import { addDays } from '../../client/model/date-time.js';
import type { Programme } from '../../client/model/session.js';
import { fill } from '../shared/fill.js';
import type { FormView } from './items/question.js';

/** What is said instead of questions that are not due. */
export interface RestOptions {
  readonly rhythm: CheckInRhythm;
  readonly programme: Programme | undefined;
  readonly day: string;
  /** Local dates of the answers of the last two weeks. */
  readonly answered: readonly string[];
  /** The person answers all the same. */
  readonly anyway: () => void;
}

/** That nothing is due, and when it will be; undefined when it is due, or nobody can say. */
export function restView(
  localize: FormView['localize'],
  { rhythm, programme, day, answered, anyway }: RestOptions,
): TemplateResult | undefined {
  if (!programme) return undefined;
  const { t } = localize;
  const period = periodOf(rhythm, programme, day);
  if (period && !answered.some((on) => period.from <= on && on <= period.to)) return undefined;
  const after = period ? addDays(period.to, 1) : programme.startedOn;
  const next = after > day && periodOf(rhythm, programme, after) ? after : undefined;
  return html`<div class="receipt" part="receipt">
    <div>
      <h2 tabindex="-1">${t.nothingDue}</h2>
      ${
        next
          ? html`<p class="muted">
              ${fill(t.nextOn, { date: localize.date(next, { weekday: 'long', month: 'long', day: 'numeric' }) })}
            </p>`
          : nothing
      }
    </div>
    <button class="button quiet" type="button" @click=${anyway}>${t.anyway}</button>
  </div>`;
}
