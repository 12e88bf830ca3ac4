import type { BackendServices, ConsentService } from '../../src/client/backend.js';
import { revoke, type Grant, type GrantScope } from '../../src/client/model/consent.js';
import type { PairingStatus } from '../../src/client/model/pairing.js';
import { conversation } from './messages.js';

const DAY = 86_400_000;

/** A grant of Jordan's to Maya, made so many days ago and for so many days. */
export function aGrantTo(
  scope: GrantScope,
  { ago = 10, days = 90, ...more }: Partial<Grant> & { ago?: number; days?: number } = {},
): Grant {
  const at = Date.now() - ago * DAY;
  return {
    id: `${scope}-${ago}`,
    grantorId: 'jordan',
    granteeId: 'maya',
    scope,
    purpose: 'peer-support',
    grantedAt: new Date(at).toISOString(),
    expiresAt: new Date(at + days * DAY).toISOString(),
    ...more,
  };
}

/** Consents that are kept, and Maya as the mentor in a pairing of that status. */
export function consenting(
  grants: readonly Grant[] = [],
  more: Partial<ConsentService> = {},
  statuses: readonly PairingStatus[] = ['active'],
): BackendServices & { consents: ConsentService; grants: Grant[] } {
  const kept = [...grants];
  return {
    pairings: conversation([], {}, statuses).pairings,
    grants: kept,
    consents: {
      list: () => Promise.resolve({ items: [...kept] }),
      grant: (made) => {
        const grant = aGrantTo(made.scope, { ...made, id: `new-${kept.length}`, ago: 0 });
        kept.unshift(grant);
        return Promise.resolve(grant);
      },
      revoke: (id) => {
        const at = kept.findIndex((g) => g.id === id);
        kept[at] = revoke(kept[at]!, 'jordan', new Date());
        return Promise.resolve(kept[at]);
      },
      ...more,
    },
  };
}
