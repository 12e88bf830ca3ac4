import { and, eq, gt, sql } from 'drizzle-orm';
import type { Revocations } from '../http/revocations.js';
import type { Database } from './database.js';
import { endedTokens } from './schema.js';

/** Tokens that a sign-out ended, on whichever instance. Jobs delete those that have expired. */
export class SharedRevocations implements Revocations {
  constructor(private readonly db: Database) {}

  async add(tokenId: string, expiresAt: number): Promise<void> {
    const row = { id: tokenId, expiresAt: new Date(expiresAt).toISOString() };
    await this.db.transaction((tx) => tx.orm.insert(endedTokens).values(row).onConflictDoNothing());
  }

  async has(tokenId: string): Promise<boolean> {
    const rows = await this.db.transaction((tx) =>
      tx.orm
        .select({ id: endedTokens.id })
        .from(endedTokens)
        .where(and(eq(endedTokens.id, tokenId), gt(endedTokens.expiresAt, sql`now()`))),
    );
    return rows.length > 0;
  }
}
