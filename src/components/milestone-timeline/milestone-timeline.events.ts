import type { RecordChange } from '../../client/model/recovery-record.js';

const OUTWARD = { bubbles: true, composed: true } as const;

/** `wf-milestone-added`: the person added a milestone of their own. */
export class WfMilestoneAddedEvent extends Event {
  static readonly type = 'wf-milestone-added';
  constructor(readonly milestoneId: string) {
    super(WfMilestoneAddedEvent.type, OUTWARD);
  }
}

/** `wf-celebrated`: the person celebrated another's milestone, or took that back. */
export class WfCelebratedEvent extends Event {
  static readonly type = 'wf-celebrated';
  constructor(
    readonly milestoneId: string,
    /** True when the celebration was taken back. */
    readonly takenBack: boolean,
  ) {
    super(WfCelebratedEvent.type, OUTWARD);
  }
}

/** `wf-record-changed`: the person changed their recovery record. It carries no dates. */
export class WfRecordChangedEvent extends Event {
  static readonly type = 'wf-record-changed';
  constructor(readonly change: RecordChange['type']) {
    super(WfRecordChangedEvent.type, OUTWARD);
  }
}

/** `wf-contact-mentor`: the person asked to reach their mentor. The portal takes it from here. */
export class WfContactMentorEvent extends Event {
  static readonly type = 'wf-contact-mentor';
  constructor() {
    super(WfContactMentorEvent.type, OUTWARD);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'wf-milestone-added': WfMilestoneAddedEvent;
    'wf-celebrated': WfCelebratedEvent;
    'wf-record-changed': WfRecordChangedEvent;
    'wf-contact-mentor': WfContactMentorEvent;
  }
}
