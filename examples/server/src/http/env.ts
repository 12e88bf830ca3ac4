import type { Identity } from './identity.js';

/** The connection, when there is one. */
export type Bindings = { readonly outgoing?: { destroy(): unknown } };

/** What is known of a request on its way through the app. */
export interface Env {
  Bindings: Bindings;
  Variables: {
    requestId: string;
    /** Known behind `authentication`. */
    identity: Identity;
    /** `checkIns.submit`; for the log. */
    operation?: string;
  };
}
