import type { LitElement } from 'lit';
import { BackendError } from '../../client/errors.js';
import type { AnswerValue, QuestionnaireItem } from '../../client/model/questionnaire.js';
import type { QuestionnaireResponse } from '../../client/model/questionnaire-response.js';
import type {
  ConnectedHost,
  ConnectionController,
} from '../shared/controllers/connection-controller.js';
import type { DraftKeeper } from './draft-keeper.js';
import type { Form } from './form.js';
import { fetchLater, later } from './later.js';
import type { Navigation } from './navigation.js';
import type { QuestionnaireSource } from './questionnaire-source.js';
import type { SafetyAlerts } from './safety-alerts.js';
import type { Sent, Submission } from './submission.js';
import type { PersonClock } from './zoned-time.js';

/** What an answer touches. */
export interface AnsweringParts {
  readonly host: ConnectedHost & LitElement;
  readonly connection: ConnectionController;
  readonly clock: PersonClock;
  readonly source: QuestionnaireSource;
  readonly alerts: SafetyAlerts;
  readonly drafts: DraftKeeper;
  readonly navigation: Navigation;
}

/** What a person does with a form: answer, go on, send, begin anew. */
export class Answering {
  readonly #parts: AnsweringParts;
  #submission: Submission | undefined;
  /** Why what it takes to send could not be fetched. */
  #failure: BackendError | undefined;
  #isWaiting = false;
  /** What the person checks in with once more on the same day. */
  #again: string | undefined;
  #given: QuestionnaireResponse | undefined;

  constructor(parts: AnsweringParts) {
    this.#parts = parts;
  }

  /** The answers are on their way. */
  get busy(): boolean {
    return this.#submission?.busy === true;
  }

  /** Why they could not be sent. */
  get error(): BackendError | undefined {
    return this.#failure ?? this.#submission?.error;
  }

  get sent(): Sent | undefined {
    return this.#submission?.sent;
  }

  /** Fetches what it takes to check and to send, without a word when that fails. */
  readonly begin = (): void => void fetchLater().catch(() => {});

  readonly put = (item: QuestionnaireItem, values: readonly AnswerValue[]): void => {
    const { clock, source, alerts } = this.#parts;
    const { form } = source;
    if (!form || this.busy) return;
    form.put(item, values);
    alerts.assess(form, clock.zone);
    this.changed();
  };

  readonly changed = (): void => {
    this.#submission?.changed();
    this.#parts.drafts.changed();
    this.#parts.host.requestUpdate();
  };

  /** To the next step, or off it goes. */
  async goOn(form: Form): Promise<void> {
    const { host, navigation } = this.#parts;
    if (!later()) {
      // A second tap while it is on its way must not leave out a question.
      if (this.#isWaiting) return;
      this.#isWaiting = true;
      // Where it cannot be fetched, the answers are checked before they are sent.
      await fetchLater().catch(() => {});
      this.#isWaiting = false;
    }
    const { steps, at, step } = navigation.locate(form);
    if (step && !form.check(step.item)) navigation.goToQuestion(form, step.item);
    else if (at + 1 < steps.length) navigation.go(steps[at + 1]);
    else void this.send(form);
    host.requestUpdate();
  }

  async send(form: Form): Promise<void> {
    const { host, connection, clock, source, drafts, navigation } = this.#parts;
    const parts = await this.#fetch();
    if (!parts) return;
    if (!form.checkAll()) {
      const [linkId = ''] = form.errors.keys();
      return navigation.goToQuestion(form, { linkId });
    }
    this.#submission ??= new parts.Submission(host, connection);
    const sent = await this.#submission.send(form, clock.day, clock.zone);
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

  /** Another form is open: nothing of the last one stays. */
  opened(): void {
    this.#failure = undefined;
    this.#submission?.reset();
    this.fill();
  }

  /** Takes over the answers of an earlier response, now or once the questions are known. */
  fill(given = this.#given): void {
    const { source, alerts, clock } = this.#parts;
    const { form } = source;
    this.#given = form ? undefined : given;
    if (!form || !given) return;
    form.fill(given);
    // Whoever answered it elsewhere needs help as much as somebody who answers it here.
    alerts.assess(form, clock.zone, true);
  }

  async #fetch(): Promise<Awaited<ReturnType<typeof fetchLater>> | undefined> {
    this.#failure = undefined;
    try {
      return later() ?? (await fetchLater());
    } catch (cause) {
      this.#failure = new BackendError(navigator.onLine ? 'unavailable' : 'offline', { cause });
      this.#parts.host.requestUpdate();
      return undefined;
    }
  }
}
