import type { MiddlewareHandler } from 'hono';
import { BackendError } from '../../../../src/client/errors.js';
import type { Env } from './env.js';
import { RateLimiter, type RateLimits } from './rate-limiter.js';
import type { Revocations } from './revocations.js';
import type { ServerOptions } from './server-options.js';

/** Lets requests through that carry a good token, as many as the person's rate allows. */
export function authentication(
  { authenticate, rateLimit }: ServerOptions,
  revocations: Revocations,
): MiddlewareHandler<Env> {
  const limiter: RateLimits =
    rateLimit && 'take' in rateLimit ? rateLimit : new RateLimiter(rateLimit);
  return async (c, next) => {
    const [, token] = /^Bearer +([\w.~+/-]+=*) *$/i.exec(c.req.header('authorization') ?? '') ?? [];
    if (token === undefined) throw new BackendError('unauthorized');
    const identity = await authenticate(token);
    if (await revocations.has(identity.tokenId)) throw new BackendError('unauthorized');
    c.set('identity', identity);
    const { tenantId, personId } = identity.principal;
    const retryAfter = await limiter.take(JSON.stringify([tenantId, personId]));
    if (retryAfter > 0) throw new BackendError('rate-limited', { retryAfter });
    await next();
  };
}
