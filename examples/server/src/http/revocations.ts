/**
 * Tokens that a sign-out ended before they expired. Several instances need one that they share: a
 * table, with the rows deleted once the tokens have expired.
 */
export interface Revocations {
  /** @param expiresAt Milliseconds since the epoch after which it may be forgotten. */
  add(tokenId: string, expiresAt: number): Promise<void>;
  has(tokenId: string): Promise<boolean>;
}

/** For one process: forgotten when it ends. */
export class MemoryRevocations implements Revocations {
  readonly #ended = new Map<string, number>();

  async add(tokenId: string, expiresAt: number): Promise<void> {
    const now = Date.now();
    for (const [id, until] of this.#ended) if (until <= now) this.#ended.delete(id);
    this.#ended.set(tokenId, expiresAt);
  }

  async has(tokenId: string): Promise<boolean> {
    return this.#ended.has(tokenId);
  }
}
