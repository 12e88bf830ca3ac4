import type { GrantScope } from '../../client/model/consent.js';

/**
 * `wf-sharing-change`: the person shared something, or took it back, and the backend has it. It
 * names what kind of thing and with whom, never the thing itself.
 */
export class WfSharingChangeEvent extends Event {
  static readonly type = 'wf-sharing-change';
  constructor(
    readonly scope: GrantScope,
    readonly granteeId: string,
    readonly shared: boolean,
  ) {
    super(WfSharingChangeEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'wf-sharing-change': WfSharingChangeEvent;
  }
}
