import type { LitElement } from 'lit';
import type { AnswerValue, QuestionnaireItem } from '../../client/model/questionnaire.js';
import type { DraftKeeper } from './draft-keeper.js';
import type { Form } from './form.js';
import type { Navigation } from './navigation.js';
import type { QuestionnaireSource } from './questionnaire-source.js';
import type { SafetyAlerts } from './safety-alerts.js';
import type { Submission } from './submission.js';
import type { PersonClock } from './zoned-time.js';

/** What an answer touches. */
export interface AnsweringParts {
  readonly host: LitElement;
  readonly clock: PersonClock;
  readonly source: QuestionnaireSource;
  readonly alerts: SafetyAlerts;
  readonly drafts: DraftKeeper;
  readonly submission: Submission;
  readonly navigation: Navigation;
}

/** What a person does with a form: answer, go on, send, begin anew. */
export class Answering {
  readonly #parts: AnsweringParts;
  /** What the person checks in with once more on the same day. */
  #again: string | undefined;

  constructor(parts: AnsweringParts) {
    this.#parts = parts;
  }

  readonly put = (item: QuestionnaireItem, values: readonly AnswerValue[]): void => {
    const { host, clock, source, alerts, drafts, submission } = this.#parts;
    const { form } = source;
    if (!form || submission.busy) return;
    form.put(item, values);
    submission.changed();
    alerts.assess(form, clock.zone);
    drafts.changed();
    host.requestUpdate();
  };

  /** To the next step, or off it goes. */
  goOn(form: Form): void {
    const { host, navigation } = this.#parts;
    const { steps, at, step } = navigation.locate(form);
    if (step && !form.check(step.item)) navigation.goToQuestion(form, step.item);
    else if (at + 1 < steps.length) navigation.go(steps[at + 1]);
    else void this.send(form);
    host.requestUpdate();
  }

  async send(form: Form): Promise<void> {
    const { host, clock, source, drafts, submission, navigation } = this.#parts;
    if (!form.checkAll()) {
      const [linkId = ''] = form.errors.keys();
      return navigation.goToQuestion(form, { linkId });
    }
    const sent = await submission.send(form, clock.day, clock.zone);
    if (!sent || form !== source.form) return;
    this.#again = undefined;
    drafts.forget();
    host.requestUpdate();
    navigation.focus('h2');
  }

  /** Whether this form is filled in although one was sent today. */
  isAgain(form: Form): boolean {
    return this.#again === form.canonical;
  }

  /** Begins anew, also on a day on which one was sent. */
  readonly again = (): void => {
    this.#again = this.#parts.source.form?.canonical;
    this.reset();
    this.#parts.navigation.focus('h2');
  };

  /** Forgets the answers and their draft. */
  reset(): void {
    this.#parts.drafts.forget();
    this.#parts.source.renew();
  }
}
