/**
 * `wf-pairing-request`: the participant sends a request to a mentor. Cancel it to take over; what
 * was typed stays in the card.
 */
export class WfPairingRequestEvent extends Event {
  static readonly type = 'wf-pairing-request';
  constructor(readonly mentorId: string) {
    super(WfPairingRequestEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

/** `wf-book`: the person wants to book a time with their mentor. The portal shows where. */
export class WfBookEvent extends Event {
  static readonly type = 'wf-book';
  constructor(
    readonly mentorId: string,
    readonly pairingId: string,
  ) {
    super(WfBookEvent.type, { bubbles: true, composed: true });
  }
}

/** `wf-rematch`: the person wants to find another mentor. It needs no reason. */
export class WfRematchEvent extends Event {
  static readonly type = 'wf-rematch';
  constructor(readonly mentorId: string) {
    super(WfRematchEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'wf-pairing-request': WfPairingRequestEvent;
    'wf-book': WfBookEvent;
    'wf-rematch': WfRematchEvent;
  }
}
