import type { Authenticate, Identity } from './identity.js';

const MOST_TOKENS = 10_000;
/** Milliseconds; less than keys are kept before they are fetched again, so no key lives longer. */
const REMEMBERED_MS = 60_000;

/**
 * Remembers what a token said: verifying a signature costs as much as the rest of a request. Whether
 * the token has expired is looked at each time.
 * @param longest Milliseconds; default a minute. `Infinity` where the key is always the same
 */
export function remembered(
  authenticate: Authenticate,
  now: () => number = () => Date.now(),
  longest: number = REMEMBERED_MS,
): Authenticate {
  const known = new Map<string, { identity: Identity; until: number }>();
  return async (token) => {
    const found = known.get(token);
    if (found && now() < found.until) return found.identity;
    known.delete(token);
    const identity = await authenticate(token);
    known.set(token, { identity, until: Math.min(now() + longest, identity.expiresAt) });
    for (const oldest of known.keys()) {
      if (known.size <= MOST_TOKENS) break;
      known.delete(oldest);
    }
    return identity;
  };
}
