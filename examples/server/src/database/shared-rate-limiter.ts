import { sql } from 'drizzle-orm';
import type { RateLimit } from '../http/rate-limiter.js';
import type { Database } from './database.js';
import { Gathering } from './gathering.js';
import { given, statement } from './statement.js';

/** Limits each person's requests to all instances together: a bucket of tokens, one a request. */
export class SharedRateLimiter {
  readonly #burst: number;
  readonly #perSecond: number;
  readonly #gathering: Gathering<string, number>;

  constructor(db: Database, { burst = 120, perSecond = 10 }: RateLimit = {}) {
    this.#burst = burst;
    this.#perSecond = perSecond;
    this.#gathering = new Gathering((keys) => this.#takeEach(db, keys));
  }

  /** Takes a token. Returns the seconds until there is one, 0 when it was taken. */
  take(key: string): Promise<number> {
    return this.#gathering.ask(key);
  }

  async #takeEach(db: Database, keys: readonly string[]): Promise<(number | Promise<number>)[]> {
    const firsts = new Map(keys.map((key, at) => [key, at] as const).reverse());
    // In the same order at every instance, so that none waits for another that waits for it.
    const sorted = JSON.stringify([...firsts.keys()].sort());
    const rows = await takeTokens(db, {
      ...{ keys: sorted, burst: this.#burst, perSecond: this.#perSecond },
    });
    const waits = new Map(
      rows.map(({ key, tokens, is_refused: isRefused }) => [
        key,
        isRefused ? (1 - tokens) / this.#perSecond : 0,
      ]),
    );
    // One token a journey: who asks more than once at a time goes again.
    return keys.map((key, at) => (firsts.get(key) === at ? (waits.get(key) ?? 0) : this.take(key)));
  }
}

const [burst, perSecond] = [sql`${given('burst')}::float8`, sql`${given('perSecond')}::float8`];
const filled = sql`LEAST(${burst},
  b.tokens + extract(epoch FROM clock_timestamp() - b.at) * ${perSecond})`;
const takeTokens = statement<{ key: string; tokens: number; is_refused: boolean }>(
  () => sql`
    INSERT INTO rate_buckets AS b (key, tokens, at, is_refused)
      SELECT key, ${burst} - 1, clock_timestamp(), false
      FROM jsonb_array_elements_text(${given('keys')}::text::jsonb) key
    ON CONFLICT (key) DO UPDATE SET at = clock_timestamp(), is_refused = ${filled} < 1,
      tokens = CASE WHEN ${filled} < 1 THEN ${filled} ELSE ${filled} - 1 END
    RETURNING key, tokens, is_refused`,
);
