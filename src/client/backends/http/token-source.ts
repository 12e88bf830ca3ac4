import { BackendError } from '../../errors.js';

/** The bearer token: kept until it is refused, fetched once for all who wait for it. */
export class TokenSource {
  #token: Promise<string | null> | undefined;
  #ended = false;

  constructor(private readonly fetchToken: () => Promise<string | null>) {}

  /** Whether the session was ended here. */
  get ended(): boolean {
    return this.#ended;
  }

  /** From now on nobody is signed in. */
  end(): void {
    this.#ended = true;
    this.#token = undefined;
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
      return (await this.fetchToken()) || null;
    } catch (error) {
      if (error instanceof BackendError) throw error;
      throw new BackendError('unavailable', { cause: error });
    }
  }
}
