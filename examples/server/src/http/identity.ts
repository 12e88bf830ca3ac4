import type { Principal } from '../principal.js';

/** What a verified token says. */
export interface Identity {
  readonly principal: Principal;
  /** Tells this token from others of the same person; what a sign-out refuses from then on. */
  readonly tokenId: string;
  /** Milliseconds since the epoch after which the token counts no more, clock skew included. */
  readonly expiresAt: number;
}

/**
 * Verifies a bearer token.
 * @throws {BackendError} `unauthorized`, or `unavailable` when it cannot be verified now
 */
export type Authenticate = (token: string) => Promise<Identity>;
