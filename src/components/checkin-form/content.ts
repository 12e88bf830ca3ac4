import { html, nothing, type TemplateResult } from 'lit';
import type { CheckInRhythm } from '../../client/model/check-in-schedule.js';
import type { LocalizeController } from '../shared/controllers/localize-controller.js';
import { LazyPart } from '../shared/lazy-part.js';
import { insteadOfContent, notice } from '../shared/notice.js';
import type { Answering, AnsweringParts } from './answering.js';
import type { CheckinStrings } from './checkin-form.strings.js';
import type { EscalationQuery } from './escalation-query.js';
import type { Form } from './form.js';
import { formNotices } from './form-notices.js';
import { formView } from './form-view.js';
import type { History } from './history.js';
import type { FormView } from './items/question.js';
import { later } from './later.js';
import type { Moments } from './moments.js';
import { skeleton } from './questions-view.js';
import { receiptView } from './receipt.js';
import { NOT_SAFE } from './safety-alerts.js';
import { offeredHelp, safetyPanel } from './safety-panel.js';
import type { Sent } from './submission.js';

/** What decides what a form shows. */
export interface ContentParts extends AnsweringParts {
  readonly host: AnsweringParts['host'] & { readonly schedule: CheckInRhythm | undefined };
  readonly localize: LocalizeController<CheckinStrings>;
  readonly escalation: EscalationQuery;
  readonly moments: Moments;
  readonly history: History;
  readonly answering: Answering;
}

/** The questions, or what stands in their place: a skeleton, a notice, a rest, a receipt. */
export class Content {
  readonly #parts: ContentParts;
  readonly #scheduled;
  /** Whether the questions have been shown: what is there does not become a skeleton again. */
  #isShown = false;

  constructor(parts: ContentParts) {
    this.#parts = parts;
    this.#scheduled = new LazyPart(parts.host, () => import('./scheduled.js'));
  }

  render(): unknown {
    const { connection, source, localize, escalation, alerts, moments, answering, history, host } =
      this.#parts;
    const { t } = localize;
    const { form } = source;
    if (localize.pending) return skeleton(t.loading);
    let { status, error, refresh }: Pick<EscalationQuery, 'status' | 'error' | 'refresh'> = source;
    const gate = form && escalation.gate(form, moments.isPatient);
    if (gate === 'error') ({ status, error, refresh } = escalation);
    if (connection.session === null) status = 'signed-out';
    else if (connection.session && !connection.backend?.checkIns) status = 'absent';
    const instead = insteadOfContent(t, { status, error, refresh }, connection);
    if (instead || !form || gate === 'wait') return instead ?? skeleton(t.loading);
    if (gate === 'closed' || !form.questionnaire.item?.length) return notice('info', t.unavailable);
    if (answering.sent) return this.#receipt(form, answering.sent);
    if (!form.answers.touched.size && !answering.isAgain(form)) {
      const earlier = history.ofTheDay;
      if (earlier) return this.#receipt(form, { score: earlier.score });
      if (this.#isWaiting()) return skeleton(t.loading);
      const rest = !alerts.isRaised && host.schedule && this.#rest(host.schedule);
      if (rest) return rest;
    }
    this.#isShown = true;
    return this.#form(form);
  }

  /** What was sent or begun earlier is on its way, and nothing has been shown in its place. */
  #isWaiting(): boolean {
    const { source, moments, connection, drafts, history } = this.#parts;
    if (this.#isShown || source.isGiven || !moments.isPatient) return false;
    const { backend, session, error } = connection;
    return !!backend && !error && (!session || !drafts.ready || history.isLoading);
  }

  #rest(rhythm: CheckInRhythm): unknown {
    const { localize, connection, clock, history, answering } = this.#parts;
    const part = this.#scheduled.get();
    // Questions that go away again would be worse than a moment's wait.
    if (!part) return this.#scheduled.failed ? undefined : skeleton(localize.t.loading);
    return part.restView(localize, {
      rhythm,
      programme: connection.session?.programme,
      day: clock.day,
      answered: history.answered,
      anyway: answering.again,
    });
  }

  #receipt(form: Form, { receipt, authored, score }: Partial<Sent>): unknown {
    const { alerts, localize, history, drafts, clock, answering } = this.#parts;
    // What waited may have been sent since.
    const at = receipt?.status === 'queued' && authored && history.receivedAt(authored);
    return html`${receiptView(localize, {
      receipt: receipt && at ? { ...receipt, status: 'received', at } : receipt,
      unkept: drafts.unkept,
      // Help matters more than a number.
      score: alerts.isRaised ? undefined : score,
      days: form.instrument.scoring ? undefined : history.days(receipt !== undefined),
      timeZone: clock.zone,
      again: answering.again,
    })}
    ${alerts.isRaised ? this.#help() : nothing}`;
  }

  #help(): TemplateResult {
    const { connection, localize, alerts, escalation, clock } = this.#parts;
    const { backend, session } = connection;
    return safetyPanel(localize, {
      alerts,
      policy: escalation.policy,
      region: session?.region,
      canTell: !!backend?.safety,
      timeZone: clock.zone,
    });
  }

  #form(form: Form): TemplateResult {
    const { alerts, answering, drafts, connection, navigation, localize, clock, escalation } =
      this.#parts;
    const { steps, at, step } = navigation.locate(form);
    const view: FormView = {
      form,
      localize,
      steps: step !== undefined,
      timeZone: () => clock.zone,
      put: answering.put,
      changed: answering.changed,
      below: ({ linkId }) =>
        linkId === alerts.place
          ? this.#help()
          : alerts.isRaised
            ? nothing
            : offeredHelp(localize, form.answers.of(linkId), connection.session?.region),
      hangsOn: [
        // Where anything may change it, it is drawn anew each time.
        form.isExpressed || alerts.isRaised ? {} : undefined,
        later(),
        connection.session?.region,
        localize.pageLocale,
      ],
    };
    const notices = formNotices(view, {
      drafts,
      connection,
      policy: escalation.policy,
      day: () => clock.day,
      startOver: answering.again,
      step,
      at,
    });
    return formView(view, {
      steps,
      at,
      sending: answering,
      notices,
      help: alerts.place === NOT_SAFE ? this.#help() : nothing,
      onSubmit: (event) => {
        event.preventDefault();
        void answering.goOn(form);
      },
      onBack: () => navigation.go(steps[at - 1]),
      onRetry: () => void answering.send(form),
      onNotSafe: () => alerts.notSafe(form, clock.zone),
    });
  }
}
