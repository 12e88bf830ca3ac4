import { BackendError } from '../../errors.js';
import { TabTokens } from './tab-tokens.js';

/**
 * The bearer token: kept until it is refused, fetched once for all who wait for it, in all tabs of
 * the person as soon as it is known who that is. It is in memory alone.
 */
export class TokenSource {
  #token: Promise<string | null> | undefined;
  #ended = false;
  #tabs: { readonly name: string; readonly tokens: TabTokens } | undefined;

  constructor(private readonly fetchToken: () => Promise<string | null>) {}

  /** Whether the session was ended here. */
  get ended(): boolean {
    return this.#ended;
  }

  /** From now on nobody is signed in. */
  end(): void {
    this.#ended = true;
    this.#token = undefined;
    this.leave();
  }

  /** From now on the next token is fetched once for all tabs of this name, which is one person's. */
  shareAs(name: string): void {
    if (this.#ended || this.#tabs?.name === name) return;
    this.leave();
    const tokens = new TabTokens(name, (token) => void (this.#token = Promise.resolve(token)));
    this.#tabs = { name, tokens };
  }

  /** Fetches for itself alone. */
  leave(): void {
    this.#tabs?.tokens.close();
    this.#tabs = undefined;
  }

  /**
   * @param refused A token that the server did not take: another one is fetched.
   * @throws {BackendError} `unauthorized` when nobody is signed in, `unavailable` when the token
   *   could not be fetched
   */
  async get(refused?: string): Promise<string> {
    let known = this.#current();
    let token = await known;
    if (refused !== undefined && token === refused) {
      // Of many calls whose token was refused, the first one asks for the next.
      if (this.#token === known) this.#token = undefined;
      known = this.#current();
      token = await known;
    }
    if (token === null || this.#ended) throw new BackendError('unauthorized');
    return token;
  }

  #current(): Promise<string | null> {
    if (this.#ended) return Promise.resolve(null);
    if (this.#token) return this.#token;
    const fetched = this.#fetch();
    this.#token = fetched;
    // No token, or none to be had, is asked for again by the next call.
    const forget = (token?: string | null) => {
      if (!token && this.#token === fetched) this.#token = undefined;
    };
    fetched.then(forget, () => forget());
    return fetched;
  }

  async #fetch(): Promise<string | null> {
    try {
      const fetchToken = async () => (await this.fetchToken()) || null;
      return await (this.#tabs ? this.#tabs.tokens.next(fetchToken) : fetchToken());
    } catch (error) {
      if (error instanceof BackendError) throw error;
      throw new BackendError('unavailable', { cause: error });
    }
  }
}
