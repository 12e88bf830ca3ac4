import type { ReactiveController } from 'lit';
import type { NewSafetyAlert, SafetyAlert, SafetyTrigger } from '../../client/model/safety.js';
import type { Page } from '../../client/page.js';
import { checkResponse, pageShape } from '../../client/shape.js';
import { SafetyAlertShape } from '../../client/shapes.js';
import { ActionController } from '../shared/controllers/action-controller.js';
import type { ConnectionController } from '../shared/controllers/connection-controller.js';
import { about, QueryController } from '../shared/controllers/query-controller.js';
import type { SafetyHost } from './safety-alerts.js';
import { inZone } from './zoned-time.js';

const DAY = 86_400_000;

type Occasion = Pick<NewSafetyAlert, 'raisedAt' | 'questionnaire'>;

/** Tells the backend what was raised, once each, and knows what became of it. */
export class Telling implements ReactiveController {
  readonly #host: SafetyHost;
  readonly #connection: ConnectionController;
  readonly #raise: ActionController<NewSafetyAlert, SafetyAlert>;
  readonly #mine: QueryController<Page<SafetyAlert>>;
  readonly #raised: ReadonlyMap<string, SafetyTrigger>;
  readonly #told = new Set<string>();
  /** What is on its way, and where it was raised. */
  #sending: { readonly alert: NewSafetyAlert; readonly places: readonly string[] } | undefined;
  #isUnderWay = false;
  #last: SafetyAlert | undefined;

  /** @param raised What is to be told, by where it was raised. */
  constructor(
    host: SafetyHost,
    connection: ConnectionController,
    raised: ReadonlyMap<string, SafetyTrigger>,
  ) {
    this.#host = host;
    this.#connection = connection;
    this.#raised = raised;
    this.#raise = new ActionController(host, connection, {
      shape: SafetyAlertShape,
      run: ({ safety }, alert, options) => safety?.raise(alert, options),
    });
    this.#mine = new QueryController(host, connection, {
      shape: pageShape(SafetyAlertShape),
      load: ({ safety }, signal) => safety?.list({ signal }),
      args: () => (this.#last || this.isKept ? [this.#last?.id ?? ''] : undefined),
      concerns: about('safety'),
    });
    host.addController(this);
  }

  /** What was kept may have been sent without the person since. */
  hostUpdate(): void {
    if (!this.#sending || !this.isKept) return;
    const { alert: sent, places } = this.#sending;
    const arrived = this.#mine.value?.items.find(
      (alert) => Date.parse(alert.raisedAt) === Date.parse(sent.raisedAt),
    );
    if (!arrived) return;
    this.#raise.reset();
    this.#done(arrived, places);
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

  /** It has not been received, and is sent without the person as soon as that can be. */
  get isKept(): boolean {
    return this.#raise.error?.detail === 'queued';
  }

  get isSending(): boolean {
    return this.#raise.busy || (!this.isFailed && this.#untold().length > 0);
  }

  /** @param restored The answers are a draft's. */
  async tell(canonical: string, at: Date, timeZone: string, restored: boolean): Promise<void> {
    const occasion = { raisedAt: inZone(at, timeZone), questionnaire: canonical };
    if (restored) await this.#recall(occasion);
    await this.#send(occasion);
  }

  /** Tells what could not be told before. */
  retry(): void {
    if (this.#sending) void this.#tell(this.#sending.alert, this.#sending.places);
  }

  reset(): void {
    this.#told.clear();
    this.#sending = this.#last = undefined;
    this.#raise.reset();
  }

  #untold(): (readonly [place: string, trigger: SafetyTrigger])[] {
    return [...this.#raised].filter(([place]) => !this.#told.has(place));
  }

  /** Before the page was reloaded the same answer may have been told already. */
  async #recall({ questionnaire, raisedAt }: Occasion): Promise<void> {
    try {
      const page = await this.#connection.backend?.safety?.list();
      const { items } = checkResponse(pageShape(SafetyAlertShape), page);
      for (const alert of items) {
        const age = Date.parse(raisedAt) - Date.parse(alert.raisedAt);
        if (alert.questionnaire !== questionnaire || age > DAY) continue;
        // An alert does not say in which copy: each trigger stands for one that is not told yet.
        for (const told of alert.triggers) {
          const same = this.#untold().find(([, trigger]) => nameOf(trigger) === nameOf(told));
          if (same) this.#told.add(same[0]);
        }
        this.#last ??= alert;
      }
    } catch {
      // Told twice is better than not at all.
    }
    this.#host.requestUpdate();
  }

  async #send({ raisedAt, questionnaire }: Occasion): Promise<void> {
    const untold = this.#untold();
    // One that is on its way sends the rest when it is through.
    if (!untold.length || this.#isUnderWay || !this.#connection.backend?.safety) return;
    const triggers = untold.map(([, trigger]) => trigger);
    const byAnswer = triggers.some(({ type }) => type === 'answer');
    const alert = { triggers, raisedAt, ...(byAnswer && questionnaire ? { questionnaire } : {}) };
    const places = untold.map(([place]) => place);
    await this.#tell(alert, places);
  }

  #done(alert: SafetyAlert, places: readonly string[]): void {
    this.#last = alert;
    this.#sending = undefined;
    for (const place of places) this.#told.add(place);
  }

  async #tell(alert: NewSafetyAlert, places: readonly string[]): Promise<void> {
    const sending = (this.#sending = { alert, places });
    this.#isUnderWay = true;
    const answer = await this.#raise.run(alert);
    this.#isUnderWay = false;
    if (!answer || this.#sending !== sending) return;
    this.#done(answer, places);
    this.#host.requestUpdate();
    await this.#send(alert);
  }
}

/** What was raised, whichever copy it was in. */
function nameOf(trigger: SafetyTrigger): string {
  return trigger.type === 'answer' ? trigger.linkId : '';
}
