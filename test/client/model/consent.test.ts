import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  GrantScope,
  isInForce,
  maySee,
  readersOf,
  NewGrant,
  revoke,
  type Grant,
} from '../../../src/client/model/consent.js';
import { RuleError } from '../../../src/client/model/rule-error.js';

const FROM = Date.parse('2026-01-01T00:00:00Z');
const UNTIL = Date.parse('2026-07-01T00:00:00Z');
const iso = (at: number) => new Date(at).toISOString();

const grant: Grant = {
  id: 'g',
  grantorId: 'sam',
  granteeId: 'maya',
  scope: 'check-in-answers',
  purpose: 'peer-support',
  grantedAt: iso(FROM),
  expiresAt: iso(UNTIL),
};

describe('a grant', () => {
  it('holds from its first instant up to its expiry and no longer', () => {
    expect(isInForce(grant, new Date(FROM - 1))).to.be.false;
    expect(isInForce(grant, new Date(FROM))).to.be.true;
    expect(isInForce(grant, new Date(UNTIL - 1))).to.be.true;
    expect(isInForce(grant, new Date(UNTIL))).to.be.false;
  });

  it('ends at the very instant at which it is revoked, and for good', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: FROM, max: UNTIL - 1 }),
        fc.integer({ min: -1e9, max: 1e9 }),
        (at, off) => {
          const revoked = revoke(grant, 'sam', new Date(at));
          expect(isInForce(revoked, new Date(at))).to.be.false;
          const asked = at + off;
          expect(isInForce(revoked, new Date(asked))).to.equal(asked >= FROM && asked < at);
        },
      ),
    );
  });

  it('reads the same clock in any offset', () => {
    const local: Grant = { ...grant, revokedAt: '2026-03-01T09:00:00-05:00' };
    expect(isInForce(local, new Date('2026-03-01T13:59:59.999Z'))).to.be.true;
    expect(isInForce(local, new Date('2026-03-01T14:00:00Z'))).to.be.false;
  });

  it('is revoked by its grantor alone, and keeps the first time', () => {
    const first = revoke(grant, 'sam', new Date(FROM + 1000));
    expect(first.revokedAt).to.equal(iso(FROM + 1000));
    expect(revoke(first, 'sam', new Date(FROM + 2000))).to.equal(first);
    expect(grant).not.to.have.property('revokedAt');
    for (const other of ['maya', 'stranger', ''])
      expect(() => revoke(grant, other, new Date(FROM)))
        .to.throw(RuleError)
        .with.property('rule', 'not-your-grant');
  });

  it('names a purpose and an expiry', () => {
    const { granteeId, scope, purpose, expiresAt } = grant;
    expect(NewGrant.safeParse({ granteeId, scope, purpose, expiresAt }).success).to.be.true;
    expect(NewGrant.safeParse({ granteeId, scope, expiresAt }).success).to.be.false;
    expect(NewGrant.safeParse({ granteeId, scope, purpose }).success).to.be.false;
    expect(NewGrant.safeParse({ granteeId, scope: 'all', purpose, expiresAt }).success).to.be.false;
  });
});

describe('what somebody may see', () => {
  const now = new Date(FROM + 1000);
  const person = fc.constantFrom('sam', 'maya', 'ana');
  const scope = fc.constantFrom(...GrantScope.options);
  const grants = fc.array(
    fc
      .record({ grantorId: person, granteeId: person, scope, revoked: fc.boolean() })
      .map(({ revoked, ...who }): Grant => ({
        ...grant,
        ...who,
        ...(revoked ? { revokedAt: iso(FROM + 1000) } : {}),
      })),
    { maxLength: 12 },
  );

  it('is nothing of another without a grant of just that, to just them', () => {
    fc.assert(
      fc.property(grants, person, person, scope, (all, ownerId, readerId, asked) => {
        const granted = all.some(
          (g) =>
            !g.revokedAt &&
            g.grantorId === ownerId &&
            g.granteeId === readerId &&
            g.scope === asked,
        );
        expect(maySee(all, { ownerId, readerId, scope: asked }, now)).to.equal(
          ownerId === readerId || granted,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('has as its readers just those who may see all of it, each once', () => {
    const scopes = fc.uniqueArray(scope, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(grants, person, scopes, (all, ownerId, asked) => {
        const readers = readersOf(all, ownerId, asked, now);
        const may = ['sam', 'maya', 'ana'].filter(
          (readerId) =>
            readerId !== ownerId &&
            asked.every((s) => maySee(all, { ownerId, readerId, scope: s }, now)),
        );
        expect([...readers].sort()).to.deep.equal(may.sort());
      }),
      { numRuns: 500 },
    );
  });

  it('is closed by default and always one’s own', () => {
    for (const asked of GrantScope.options) {
      expect(maySee([], { ownerId: 'sam', readerId: 'maya', scope: asked }, now)).to.be.false;
      expect(maySee([], { ownerId: 'sam', readerId: 'sam', scope: asked }, now)).to.be.true;
    }
  });
});
