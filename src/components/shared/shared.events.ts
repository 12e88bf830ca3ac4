import type { BackendErrorCode } from '../../client/errors.js';

/**
 * `wf-error`: a call to the backend failed. For the portal's own logging; it names the code and the
 * rule or field, never anything that a person said.
 */
export class WfErrorEvent extends Event {
  static readonly type = 'wf-error';
  constructor(
    readonly code: BackendErrorCode,
    /** Rule or field in kebab-case or as a path, when known. */
    readonly detail?: string,
  ) {
    super(WfErrorEvent.type, { bubbles: true, composed: true });
  }
}

/** `wf-sign-in`: the person asked to sign in. The portal takes it from here. */
export class WfSignInEvent extends Event {
  static readonly type = 'wf-sign-in';
  constructor() {
    super(WfSignInEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'wf-error': WfErrorEvent;
    'wf-sign-in': WfSignInEvent;
  }
}
