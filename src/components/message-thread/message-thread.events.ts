import type { MessageKind } from '../../client/model/message.js';

/** `wf-message-sent`: the backend has a message of the person's. It carries no words. */
export class WfMessageSentEvent extends Event {
  static readonly type = 'wf-message-sent';
  constructor(
    readonly pairingId: string,
    readonly messageId: string,
    readonly kind: MessageKind,
  ) {
    super(WfMessageSentEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'wf-message-sent': WfMessageSentEvent;
  }
}
