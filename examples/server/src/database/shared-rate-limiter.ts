import { sql } from 'drizzle-orm';
import type { RateLimit } from '../http/rate-limiter.js';
import type { Database } from './database.js';

/** Limits each person's requests to all instances together: a bucket of tokens, one a request. */
export class SharedRateLimiter {
  readonly #burst: number;
  readonly #perSecond: number;

  constructor(
    private readonly db: Database,
    { burst = 120, perSecond = 10 }: RateLimit = {},
  ) {
    this.#burst = burst;
    this.#perSecond = perSecond;
  }

  /** Takes a token. Returns the seconds until there is one, 0 when it was taken. */
  async take(key: string): Promise<number> {
    const filled = sql`LEAST(${this.#burst}::float8, b.tokens
      + extract(epoch FROM clock_timestamp() - b.at) * ${this.#perSecond}::float8)`;
    const [bucket] = (await this.db.transaction((tx) =>
      tx.orm.execute(sql`
        INSERT INTO rate_buckets AS b (key, tokens, at, is_refused)
          VALUES (${key}, ${this.#burst}::float8 - 1, clock_timestamp(), false)
        ON CONFLICT (key) DO UPDATE SET at = clock_timestamp(), is_refused = ${filled} < 1,
          tokens = CASE WHEN ${filled} < 1 THEN ${filled} ELSE ${filled} - 1 END
        RETURNING tokens, is_refused`),
    )) as unknown as [{ tokens: number; is_refused: boolean }];
    return bucket.is_refused ? (1 - bucket.tokens) / this.#perSecond : 0;
  }
}
