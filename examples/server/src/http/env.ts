import type { Identity } from './identity.js';

/** What is known of a request on its way through the app. */
export interface Env {
  Variables: {
    requestId: string;
    /** Known behind `authentication`. */
    identity: Identity;
    /** `checkIns.submit`; for the log. */
    operation?: string;
  };
}
