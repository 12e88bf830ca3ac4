/**
 * `wf-path`: the mentor wants to see how far somebody has come. The portal shows where, for example
 * in a `<milestone-timeline>` with that `person-id`.
 */
export class WfPathEvent extends Event {
  static readonly type = 'wf-path';
  constructor(
    /** Whose path. */
    readonly personId: string,
  ) {
    super(WfPathEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'wf-path': WfPathEvent;
  }
}
