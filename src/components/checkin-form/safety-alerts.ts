import type { ReactiveController } from 'lit';
import type { Page } from '../../client/page.js';
import type { SafetyAlert } from '../../client/model/safety.js';
import {
  assessSafety,
  type NewSafetyAlert,
  type SafetyTrigger,
} from '../../client/model/safety.js';
import { checkResponse, pageShape } from '../../client/shape.js';
import { SafetyAlertShape } from '../../client/shapes.js';
import { ActionController } from '../shared/controllers/action-controller.js';
import type {
  ConnectedHost,
  ConnectionController,
} from '../shared/controllers/connection-controller.js';
import { about, QueryController } from '../shared/controllers/query-controller.js';
import type { escalationWords } from '../shared/help/escalation.js';
import type { Form } from './form.js';
import { inZone } from './zoned-time.js';

const DAY = 86_400_000;

type Occasion = Pick<NewSafetyAlert, 'raisedAt' | 'questionnaire'>;
type SafetyHost = ConnectedHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/** Not below a question: the person said it themselves. */
export const NOT_SAFE = '';

/**
 * What was raised while the form was open, and what became of it. A concern is not taken back when
 * an answer changes: somebody may have been told by then.
 */
export class SafetyAlerts implements ReactiveController {
  /** Where help stands: below a question, by its linkId, or {@link NOT_SAFE}. */
  place: string | undefined;

  /** Words for who sees alerts and when, once they have been fetched. */
  hours: typeof escalationWords | undefined;

  readonly #host: SafetyHost;
  readonly #connection: ConnectionController;
  readonly #raise: ActionController<NewSafetyAlert, SafetyAlert>;
  readonly #mine: QueryController<Page<SafetyAlert>>;
  readonly #raised = new Map<string, SafetyTrigger>();
  readonly #told = new Set<string>();
  #sending: NewSafetyAlert | undefined;
  #last: SafetyAlert | undefined;

  constructor(host: SafetyHost, connection: ConnectionController) {
    this.#host = host;
    this.#connection = connection;
    host.addController(this);
    this.#raise = new ActionController(host, connection, {
      shape: SafetyAlertShape,
      run: ({ safety }, alert, options) => safety?.raise(alert, options),
    });
    this.#mine = new QueryController(host, connection, {
      shape: pageShape(SafetyAlertShape),
      load: ({ safety }, signal) => safety?.list({ signal }),
      args: () => (this.#last ? [this.#last.id] : undefined),
      concerns: about('safety'),
    });
  }

  hostConnected(): void {}

  get isRaised(): boolean {
    return this.#raised.size > 0;
  }

  /** The alert as the backend knows it by now. */
  get alert(): SafetyAlert | undefined {
    const fresh = this.#mine.value?.items.find(({ id }) => id === this.#last?.id);
    return fresh ?? this.#last;
  }

  /** Something raised has not been received. */
  get isFailed(): boolean {
    return !this.#raise.busy && this.#raise.error !== undefined;
  }

  get isSending(): boolean {
    return this.#raise.busy || (!this.isFailed && this.#untold().length > 0);
  }

  /** Local and at once, on whatever has been answered so far. */
  assess(form: Form, timeZone: string, restored = false): void {
    if (!form.asksAboutSafety) return;
    const { questionnaire, instrument } = form;
    const triggers = assessSafety(questionnaire, form.response(), instrument.safety);
    this.#add(triggers, form, timeZone, restored);
  }

  /** The person says that they are not safe. Help comes up, and the focus goes to it. */
  notSafe(form: Form, timeZone: string): void {
    this.#add([{ type: 'not-safe-now' }], form, timeZone);
    this.place = NOT_SAFE;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() =>
      this.#host.renderRoot.querySelector<HTMLElement>('.safety .help-title')?.focus(),
    );
  }

  /** Takes note, and tells the backend after help has been drawn. */
  #add(triggers: readonly SafetyTrigger[], form: Form, timeZone: string, restored = false): void {
    const [first, ...others] = triggers.filter((trigger) => !this.#raised.has(nameOf(trigger)));
    if (!first) return;
    for (const trigger of [first, ...others]) this.#raised.set(nameOf(trigger), trigger);
    this.place = nameOf(first);
    const occasion = { raisedAt: inZone(new Date(), timeZone), questionnaire: form.canonical };
    this.#host.requestUpdate();
    void this.#loadHours();
    void this.#host.updateComplete.then(async () => {
      this.#host.renderRoot.querySelector('.safety')?.scrollIntoView({ block: 'nearest' });
      if (restored) await this.#recall(occasion);
      await this.#send(occasion);
    });
  }

  /** Tells the backend what it could not be told before. */
  readonly retry = (): void => void (this.#sending && this.#tell(this.#sending));

  /** Another form, another person: nothing of the last one stays. */
  reset(): void {
    this.#raised.clear();
    this.#told.clear();
    this.#sending = this.#last = this.place = undefined;
    this.#raise.reset();
  }

  /** The numbers to call are there from the start; what is said about us may come a moment later. */
  async #loadHours(): Promise<void> {
    try {
      this.hours = (await import('../shared/help/escalation.js')).escalationWords;
      this.#host.requestUpdate();
    } catch {
      // Without a network nobody was told either, which is said.
    }
  }

  #untold(): SafetyTrigger[] {
    return [...this.#raised].filter(([name]) => !this.#told.has(name)).map(([, t]) => t);
  }

  /** Before the page was reloaded the same answer may have been told already. */
  async #recall({ questionnaire, raisedAt }: Occasion): Promise<void> {
    try {
      const page = await this.#connection.backend?.safety?.list();
      const { items } = checkResponse(pageShape(SafetyAlertShape), page);
      for (const alert of items) {
        const age = Date.parse(raisedAt) - Date.parse(alert.raisedAt);
        if (alert.questionnaire !== questionnaire || age > DAY) continue;
        for (const trigger of alert.triggers) this.#told.add(nameOf(trigger));
        this.#last ??= alert;
      }
    } catch {
      // Told twice is better than not at all.
    }
    this.#host.requestUpdate();
  }

  async #send({ raisedAt, questionnaire }: Occasion): Promise<void> {
    const triggers = this.#untold();
    // One that is on its way sends the rest when it is through.
    if (!triggers.length || this.#raise.busy || !this.#connection.backend?.safety) return;
    const byAnswer = triggers.some(({ type }) => type === 'answer');
    await this.#tell({
      triggers,
      raisedAt,
      ...(byAnswer && questionnaire ? { questionnaire } : {}),
    });
  }

  async #tell(alert: NewSafetyAlert): Promise<void> {
    this.#sending = alert;
    const answer = await this.#raise.run(alert);
    if (!answer || this.#sending !== alert) return;
    this.#last = answer;
    this.#sending = undefined;
    for (const trigger of alert.triggers) this.#told.add(nameOf(trigger));
    this.#host.requestUpdate();
    await this.#send(alert);
  }
}

function nameOf(trigger: SafetyTrigger): string {
  return trigger.type === 'answer' ? trigger.linkId : NOT_SAFE;
}
