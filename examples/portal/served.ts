import type { Demo } from './demo-bar.js';

/**
 * The demonstration in front of a server. The page comes with its backend's address and that of its
 * tokens, as any portal's does, so there is nothing to do but to sign in as somebody else.
 */
export function servedDemo(): Demo {
  let signedIn: string | undefined;
  return {
    hasNetworks: false,
    apply({ as }) {
      // Signing in loads the page, which then says itself whom it is for.
      if (signedIn !== undefined && as !== signedIn) location.reload();
      signedIn = as;
    },
    async startOver() {
      await fetch('/start-over', { method: 'POST' });
      location.reload();
    },
  };
}
