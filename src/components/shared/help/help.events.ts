/** `wf-help-opened`: the person opened the crisis help. It says nothing about why. */
export class WfHelpOpenedEvent extends Event {
  static readonly type = 'wf-help-opened';
  constructor() {
    super(WfHelpOpenedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'wf-help-opened': WfHelpOpenedEvent;
  }
}
