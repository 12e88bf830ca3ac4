import { sql } from 'drizzle-orm';
import type { Revocations } from '../http/revocations.js';
import type { Database } from './database.js';
import { Gathering } from './gathering.js';
import { endedTokens } from './schema.js';
import { given, statement } from './statement.js';

/** Tokens that a sign-out ended, on whichever instance. Jobs delete those that have expired. */
export class SharedRevocations implements Revocations {
  readonly #gathering: Gathering<string, boolean>;

  constructor(private readonly db: Database) {
    this.#gathering = new Gathering(async (ids) => {
      const ended = await findEnded(db, { ids: JSON.stringify(ids) });
      const known = new Set(ended.map(({ id }) => id));
      return ids.map((id) => known.has(id));
    });
  }

  async add(tokenId: string, expiresAt: number): Promise<void> {
    const row = { id: tokenId, expiresAt: new Date(expiresAt).toISOString() };
    await this.db.transaction((tx) => tx.orm.insert(endedTokens).values(row).onConflictDoNothing());
  }

  has(tokenId: string): Promise<boolean> {
    return this.#gathering.ask(tokenId);
  }
}

const findEnded = statement<{ id: string }>(
  () => sql`
    SELECT asked AS id FROM jsonb_array_elements_text(${given('ids')}::text::jsonb) asked
    WHERE EXISTS (SELECT FROM ended_tokens e WHERE e.id = asked AND e.expires_at > now())`,
);
