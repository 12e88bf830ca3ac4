/** Longer than this nobody waits for another tab to fetch: it may be asleep. */
const PATIENCE_MS = 10_000;
/** What another tab said before it let go may arrive a moment later than the lock. */
const MOMENT_MS = 100;

/**
 * The next token of one person for all their tabs: one tab at a time fetches, and tells the others.
 *
 * The token goes over a `BroadcastChannel`, which is no storage: it is in memory, ends with the tabs
 * and reaches only pages of this origin. Those could fetch one themselves where the portal's session
 * is a cookie, and script that listens there could as well run in the page that has the token; so
 * nobody learns of it who could not have had it. Tabs of another person use another name.
 */
export class TabTokens {
  readonly #channel: BroadcastChannel;
  #heard: string | undefined;
  #listener: (() => void) | undefined;

  /**
   * @param name Only tabs of the same person have it
   * @param onToken Told what another tab has fetched: whatever was used before is older
   */
  constructor(
    private readonly name: string,
    onToken: (token: string) => void,
  ) {
    this.#channel = new BroadcastChannel(`${name} token`);
    this.#channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (typeof data !== 'string') return;
      this.#heard = data;
      this.#listener?.();
      onToken(data);
    };
  }

  /** Fetches, unless another tab just does: then what that one got. */
  async next(fetchToken: () => Promise<string | null>): Promise<string | null> {
    this.#heard = undefined;
    const lock = `${this.name} token`;
    const run = async () => {
      const token = await fetchToken();
      if (token) this.#tell(token);
      return token;
    };
    const free = await navigator.locks.request(lock, { ifAvailable: true }, async (held) =>
      held ? { token: await run() } : undefined,
    );
    if (free) return free.token;
    try {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      return await navigator.locks.request(lock, { signal }, async () => {
        await this.#moment();
        return this.#heard ?? (await run());
      });
    } catch (error) {
      if (error instanceof DOMException && error.name === 'TimeoutError') return run();
      throw error;
    }
  }

  close(): void {
    this.#channel.close();
  }

  #tell(token: string): void {
    try {
      this.#channel.postMessage(token);
    } catch {
      // The person has signed out meanwhile.
    }
  }

  /** Until something was heard, and not for long. */
  async #moment(): Promise<void> {
    if (this.#heard !== undefined) return;
    await new Promise<void>((resolve) => {
      this.#listener = resolve;
      setTimeout(resolve, MOMENT_MS);
    });
    this.#listener = undefined;
  }
}
