import { describe, expect, it } from 'vitest';
import type { Identity } from '../../examples/server/src/http/identity.js';
import { remembered } from '../../examples/server/src/http/remembered.js';

/** Counts how often a token was verified. */
function verifying(expiresAt: number, longest?: number) {
  let verified = 0;
  let now = 0;
  const authenticate = remembered(
    async (token): Promise<Identity> => {
      verified++;
      if (token === 'bad') throw new Error('No');
      return {
        principal: { tenantId: 'c', personId: token, roles: ['mentor'] },
        ...{ tokenId: token, expiresAt },
      };
    },
    () => now,
    longest,
  );
  return { authenticate, verified: () => verified, at: (ms: number) => (now = ms) };
}

describe('what a token said', () => {
  it('is remembered for a minute, for that token alone', async () => {
    const { authenticate, verified, at } = verifying(1e9);
    await authenticate('a');
    at(59_000);
    expect((await authenticate('a')).principal.personId).toBe('a');
    expect(verified()).toBe(1);
    expect((await authenticate('b')).principal.personId).toBe('b');
    expect(verified()).toBe(2);
    at(60_000);
    await authenticate('a');
    expect(verified()).toBe(3);
  });

  it('is remembered as long as the token counts where the key is always the same', async () => {
    const { authenticate, verified, at } = verifying(3_600_000, Infinity);
    await authenticate('a');
    at(3_599_000);
    await authenticate('a');
    expect(verified()).toBe(1);
    at(3_600_000);
    await authenticate('a');
    expect(verified()).toBe(2);
  });

  it('is not remembered for longer than the token counts', async () => {
    const { authenticate, verified, at } = verifying(10_000);
    await authenticate('a');
    at(10_000);
    await authenticate('a');
    expect(verified()).toBe(2);
  });

  it('is not remembered when it was bad', async () => {
    const { authenticate, verified } = verifying(1e9);
    await expect(authenticate('bad')).rejects.toThrow();
    await expect(authenticate('bad')).rejects.toThrow();
    expect(verified()).toBe(2);
  });

  it('is forgotten for the sake of newer tokens, when there are very many', async () => {
    const { authenticate, verified } = verifying(1e9);
    for (let i = 0; i <= 10_000; i++) await authenticate(`t-${i}`);
    await authenticate('t-10000');
    expect(verified()).toBe(10_001);
    await authenticate('t-0');
    expect(verified()).toBe(10_002);
  });
});
