import type { QuestionnaireResponse } from '../../client/model/questionnaire-response.js';
import type { Score } from '../../client/model/scoring.js';
import type { QuestionnaireFault } from './read-questionnaire.js';

/**
 * `wf-checkin-submit`: the person sends their answers. Cancelable: `preventDefault()` and the portal
 * takes over; answers and draft then stay until it calls `reset()`.
 */
export class WfCheckinSubmitEvent extends Event {
  static readonly type = 'wf-checkin-submit';
  constructor(
    /** FHIR R4, complete and valid. */
    readonly response: QuestionnaireResponse,
    /** The person's calendar day that it is about, `YYYY-MM-DD`. */
    readonly on: string,
    /** The total, when the instrument has one and every counted question was answered. */
    readonly score: Score | undefined,
  ) {
    super(WfCheckinSubmitEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

/** `wf-checkin-submitted`: the backend has the check-in, or keeps it to send it later. */
export class WfCheckinSubmittedEvent extends Event {
  static readonly type = 'wf-checkin-submitted';
  constructor(
    readonly checkInId: string,
    /** `queued`: kept on this device, sent as soon as it can be. */
    readonly status: 'received' | 'queued',
  ) {
    super(WfCheckinSubmittedEvent.type, { bubbles: true, composed: true });
  }
}

/** `wf-questionnaire-fault`: for developers. Something in the questionnaire cannot be shown as it is. */
export class WfQuestionnaireFaultEvent extends Event {
  static readonly type = 'wf-questionnaire-fault';
  constructor(
    readonly code: QuestionnaireFault['code'],
    /** Where, for example `item[2].item[0].answerOption`. */
    readonly path: string,
    /** What is wrong, in English. It holds no answer. */
    readonly message: string,
  ) {
    super(WfQuestionnaireFaultEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'wf-checkin-submit': WfCheckinSubmitEvent;
    'wf-checkin-submitted': WfCheckinSubmittedEvent;
    'wf-questionnaire-fault': WfQuestionnaireFaultEvent;
  }
}
