import type { PairingStatus } from '../../client/model/pairing.js';

/** `wf-pairing-change`: what the person did to a pairing is done. */
export class WfPairingChangeEvent extends Event {
  static readonly type = 'wf-pairing-change';
  constructor(
    readonly pairingId: string,
    readonly mentorId: string,
    readonly status: PairingStatus,
  ) {
    super(WfPairingChangeEvent.type, { bubbles: true, composed: true });
  }
}

/** `wf-message`: the person wants to write to the other one of a pairing. The portal shows where. */
export class WfMessageEvent extends Event {
  static readonly type = 'wf-message';
  constructor(
    readonly mentorId: string,
    readonly pairingId: string,
  ) {
    super(WfMessageEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'wf-pairing-change': WfPairingChangeEvent;
    'wf-message': WfMessageEvent;
  }
}
