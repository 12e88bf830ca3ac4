import * as z from 'zod/mini';
import { Instant } from './date-time.js';
import { Id } from './id.js';
import { RuleError } from './rule-error.js';

/**
 * What may be shared, item by item (42 CFR 2.31(a)(3): how much and what kind of information).
 * Closed unless granted.
 */
export const GrantScope = z.enum([
  'name',
  'diagnosis',
  'substances',
  'check-in-answers',
  'free-text',
  'recovery-dates',
  'group-membership',
  'contact-after-discharge',
]);
export type GrantScope = z.infer<typeof GrantScope>;

/** What a person says when they share something. */
export const NewGrant = z.object({
  /** Who may see it. */
  granteeId: Id,
  scope: GrantScope,
  /** 42 CFR 2.31(a)(5). */
  purpose: z.enum(['peer-support', 'treatment', 'continuing-care']),
  /** 42 CFR 2.31(a)(7). */
  expiresAt: Instant,
});
export type NewGrant = z.infer<typeof NewGrant>;

/** A consent on record. It is never deleted, only revoked. */
export const Grant = z.extend(NewGrant, {
  id: Id,
  /** Whose information it is. */
  grantorId: Id,
  grantedAt: Instant,
  revokedAt: z.optional(Instant),
});
export type Grant = z.infer<typeof Grant>;

/** Whether the grant allows anything at `now`. A revocation counts from its very instant. */
export function isInForce(grant: Grant, now: Date): boolean {
  return (
    new Date(grant.grantedAt) <= now &&
    now < new Date(grant.expiresAt) &&
    !(grant.revokedAt && new Date(grant.revokedAt) <= now)
  );
}

/** Whether `readerId` may see what `scope` covers of `ownerId`. One always sees one's own. */
export function maySee(
  grants: readonly Grant[],
  { ownerId, readerId, scope }: { ownerId: string; readerId: string; scope: GrantScope },
  now: Date,
): boolean {
  return (
    ownerId === readerId ||
    grants.some(
      (g) =>
        g.grantorId === ownerId &&
        g.granteeId === readerId &&
        g.scope === scope &&
        isInForce(g, now),
    )
  );
}

/** Who else may see what all of `scopes` together cover of `ownerId`, each named once. */
export function readersOf(
  grants: readonly Grant[],
  ownerId: string,
  scopes: readonly GrantScope[],
  now: Date,
): string[] {
  const others = new Set(grants.map(({ granteeId }) => granteeId).filter((id) => id !== ownerId));
  return [...others].filter((readerId) =>
    scopes.every((scope) => maySee(grants, { ownerId, readerId, scope }, now)),
  );
}

/**
 * The grant, revoked at `now`. Revoking twice keeps the first time.
 * @throws {RuleError} `not-your-grant` when somebody else than the grantor tries.
 */
export function revoke(grant: Grant, by: string, now: Date): Grant {
  if (grant.grantorId !== by) throw new RuleError('not-your-grant');
  return grant.revokedAt ? grant : { ...grant, revokedAt: now.toISOString() };
}
