import type { CheckInReceipt } from '../../client/model/check-in.js';
import { type NewCheckIn } from '../../client/model/check-in.js';
import { score, type Score } from '../../client/model/scoring.js';
import { CheckInReceiptShape } from '../../client/shapes.js';
import { ActionController } from '../shared/controllers/action-controller.js';
import type {
  ConnectedHost,
  ConnectionController,
} from '../shared/controllers/connection-controller.js';
import { WfCheckinSubmitEvent, WfCheckinSubmittedEvent } from './checkin-form.events.js';
import type { Form } from './form.js';
import { inZone } from './zoned-time.js';

/** What became of answers that were sent. */
export interface Sent {
  readonly receipt: CheckInReceipt;
  /** When the person answered. */
  readonly authored: string;
  readonly score: Score | undefined;
}

/** Sends a form's answers, once. */
export class Submission {
  sent: Sent | undefined;
  readonly #host: ConnectedHost;
  readonly #action: ActionController<NewCheckIn, CheckInReceipt>;
  /** The same for another try with the same answers, so that it stays one check-in. */
  #authored: string | undefined;

  constructor(host: ConnectedHost, connection: ConnectionController) {
    this.#host = host;
    this.#action = new ActionController(host, connection, {
      shape: CheckInReceiptShape,
      run: ({ checkIns }, checkIn, options) => checkIns?.submit(checkIn, options),
    });
  }

  get busy(): boolean {
    return this.#action.busy;
  }

  get error(): ActionController<NewCheckIn, CheckInReceipt>['error'] {
    return this.#action.error;
  }

  /** The answers are others now. */
  changed(): void {
    this.#authored = undefined;
  }

  reset(): void {
    this.sent = this.#authored = undefined;
    this.#action.reset();
  }

  /** @returns Whether it was sent: not when it failed, nor when the page takes it from here. */
  async send(form: Form, on: string, timeZone: string): Promise<boolean> {
    if (this.busy) return false;
    this.#authored ??= inZone(new Date(), timeZone);
    const response = form.response('completed', this.#authored);
    const { scoring } = form.instrument;
    const total = scoring && score(scoring, form.questionnaire, response);
    if (!this.#host.dispatchEvent(new WfCheckinSubmitEvent(response, on, total))) return false;
    const checkIn = { response, on, timeZone, ...(total ? { score: total } : {}) };
    const receipt = await this.#action.run(checkIn);
    if (!receipt) return false;
    this.sent = { receipt, authored: this.#authored, score: total };
    this.#host.dispatchEvent(new WfCheckinSubmittedEvent(receipt.checkInId, receipt.status));
    return true;
  }
}
