import { expect, it } from 'vitest';
import { SharedRateLimiter } from '../../../../examples/server/src/database/shared-rate-limiter.js';
import { SharedRevocations } from '../../../../examples/server/src/database/shared-revocations.js';
import type { Instance } from './instance.js';

/** What no process keeps to itself. */
export function shared(here: () => Instance, there: () => Instance): void {
  it('knows at one instance who signed out at another, until the token has expired', async () => {
    const [one, other] = [new SharedRevocations(here().db), new SharedRevocations(there().db)];
    await one.add('token', Date.now() + 60_000);
    await one.add('token', Date.now() + 60_000);
    await one.add('old', Date.now() - 1000);
    expect(await other.has('token')).toBe(true);
    expect(await other.has('another')).toBe(false);
    expect(await other.has('old')).toBe(false);
  });

  it('counts the requests of one person at all instances together', async () => {
    const rate = { burst: 10, perSecond: 0.001 };
    const limiters = [here(), there()].map(({ db }) => new SharedRateLimiter(db, rate));
    const waits = await Promise.all(
      Array.from({ length: 15 }, (_, at) => limiters[at % 2]!.take('somebody')),
    );
    expect(waits.filter((wait) => wait === 0)).toHaveLength(10);
    expect(Math.max(...waits)).toBeGreaterThan(900);
    expect(await limiters[0]!.take('somebody else')).toBe(0);
  });

  it('gives back what time has earned', async () => {
    const limiter = new SharedRateLimiter(here().db, { burst: 1, perSecond: 50 });
    expect(await limiter.take('patient')).toBe(0);
    expect(await limiter.take('patient')).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(await limiter.take('patient')).toBe(0);
  });
}
