import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { CheckInReceipt, NewCheckIn } from '../../client/model/check-in.js';
import { localDateAt } from '../../client/model/date-time.js';
import { CheckInReceiptShape } from '../../client/shapes.js';
import { ActionController } from '../shared/controllers/action-controller.js';
import type {
  ConnectedHost,
  ConnectionController,
} from '../shared/controllers/connection-controller.js';
import { LocalizeController } from '../shared/controllers/localize-controller.js';
import { errorNotice } from '../shared/notice.js';
import {
  howWasItEnglish,
  type HowWasItAnswer,
  type HowWasItStrings,
} from './how-was-it.strings.js';
import type { Reader } from './times.js';

/** Canonical of the question, as it stands in the check-ins. */
const QUESTIONNAIRE = 'https://wayfellow.dev/fhir/Questionnaire/after-session|1.0.0';
const ANSWERS: readonly HowWasItAnswer[] = ['good', 'okay', 'hard'];

/** One question after a session, for those who like to answer. Loaded once somebody has left. */
export class HowWasIt {
  readonly #connection: ConnectionController;
  readonly #localize: LocalizeController<HowWasItStrings>;
  readonly #send: ActionController<NewCheckIn, CheckInReceipt>;
  #answer: { readonly visit: string; readonly given: HowWasItAnswer } | undefined;

  constructor(host: ConnectedHost & LitElement, connection: ConnectionController) {
    this.#connection = connection;
    this.#localize = new LocalizeController(host, howWasItEnglish, {
      es: () => import('./how-was-it.strings.es.js'),
    });
    this.#send = new ActionController(host, connection, {
      shape: CheckInReceiptShape,
      run: ({ checkIns }, checkIn, options) => checkIns?.submit(checkIn, options),
    });
  }

  /** @param visit When it began: what was said of one visit is not shown after the next. */
  render(reader: Reader, meetingId: string, visit: string): unknown {
    const { t, pending } = this.#localize;
    if (pending || !this.#connection.backend?.checkIns) return nothing;
    const given = this.#answer?.visit === visit ? this.#answer.given : undefined;
    const choose = (answer: HowWasItAnswer) => {
      if (!given) this.#send.reset();
      this.#answer = { visit, given: answer };
      void this.#send.run(this.#checkIn(reader, meetingId, answer));
    };
    const { value, error } = this.#send;
    return html`<section class="how" aria-labelledby="how">
      <h3 id="how">${t.title}</h3>
      ${given && value ? nothing : this.#question(given, choose)}
      <div role="status">
        ${given && value ? this.#thanks(given, value) : this.#send.busy ? t.sending : nothing}
      </div>
      ${given && error ? errorNotice(reader.localize.t, error, () => choose(given)) : nothing}
    </section>`;
  }

  #question(
    given: HowWasItAnswer | undefined,
    choose: (answer: HowWasItAnswer) => void,
  ): TemplateResult {
    const { t } = this.#localize;
    return html`<p class="muted small">${t.about}</p>
      <div class="answers" role="group" aria-labelledby="how">
        ${ANSWERS.map(
          (answer) =>
            html`<button
              class="button quiet"
              type="button"
              aria-pressed=${given === answer}
              aria-disabled=${this.#send.busy}
              @click=${() => this.#send.busy || choose(answer)}
            >
              ${t.answers[answer]}
            </button>`,
        )}
      </div>`;
  }

  #thanks(given: HowWasItAnswer, { status }: CheckInReceipt): TemplateResult {
    const { t } = this.#localize;
    return html`<p>${status === 'queued' ? t.queued : t.thanks}</p>
      ${given === 'hard' ? html`<p>${t.hard}</p>` : nothing}`;
  }

  /** The words stand in it, so that it can be read where the questionnaire is not at hand. */
  #checkIn({ now, timeZone }: Reader, meetingId: string, answer: HowWasItAnswer): NewCheckIn {
    const { t } = this.#localize;
    const valueCoding = { code: answer, display: t.answers[answer] };
    return {
      on: localDateAt(now, timeZone),
      timeZone,
      response: {
        resourceType: 'QuestionnaireResponse',
        questionnaire: QUESTIONNAIRE,
        status: 'completed',
        item: [
          { linkId: 'how-was-it', text: t.title, answer: [{ valueCoding }] },
          { linkId: 'session', answer: [{ valueString: meetingId }] },
        ],
      },
    };
  }
}
