/** `wf-session-change`: the session became known or changed; read it from the provider. */
export class WfSessionChangeEvent extends Event {
  static readonly type = 'wf-session-change';
  constructor() {
    super(WfSessionChangeEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'wf-session-change': WfSessionChangeEvent;
  }
}
