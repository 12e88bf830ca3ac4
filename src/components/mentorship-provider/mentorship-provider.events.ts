import type { CheckInFollowUp } from '../../client/model/check-in-plan.js';
import type { DueCheckIn } from '../../client/model/check-in-schedule.js';

/** `wf-session-change`: the session became known or changed; read it from the provider. */
export class WfSessionChangeEvent extends Event {
  static readonly type = 'wf-session-change';
  constructor() {
    super(WfSessionChangeEvent.type, { bubbles: true, composed: true });
  }
}

/**
 * `wf-checkin-due`: what can be answered now and has not been is another than before; empty: nothing
 * any more. For the portal's own reminders. It says which questionnaire, nothing of what was answered.
 */
export class WfCheckinDueEvent extends Event {
  static readonly type = 'wf-checkin-due';
  constructor(
    /** What closes first at the front. */
    readonly due: readonly DueCheckIn[],
  ) {
    super(WfCheckinDueEvent.type, { bubbles: true, composed: true });
  }
}

/**
 * `wf-checkin-missed`: the days of the last week without the daily check-in are others than before.
 * Days of an outage are not among them. For kind words, never for a count that scolds.
 */
export class WfCheckinMissedEvent extends Event {
  static readonly type = 'wf-checkin-missed';
  constructor(
    readonly missed: readonly {
      /** Canonical address. */
      readonly questionnaire: string;
      /** Local dates of the person, oldest first. */
      readonly days: readonly string[];
    }[],
  ) {
    super(WfCheckinMissedEvent.type, { bubbles: true, composed: true });
  }
}

/**
 * `wf-follow-ups`: who has gone quiet and is to hear from the signed-in mentor or clinician is another
 * than before; empty: nobody any more. A day of an outage counts for nobody. For a kind word, never
 * for a list of who failed.
 */
export class WfFollowUpsEvent extends Event {
  static readonly type = 'wf-follow-ups';
  constructor(
    /** Longest silence first. */
    readonly followUps: readonly CheckInFollowUp[],
  ) {
    super(WfFollowUpsEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'wf-checkin-due': WfCheckinDueEvent;
    'wf-checkin-missed': WfCheckinMissedEvent;
    'wf-follow-ups': WfFollowUpsEvent;
    'wf-session-change': WfSessionChangeEvent;
  }
}
