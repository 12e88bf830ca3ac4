import type { Backend, RequestOptions } from '../backend.js';
import type { Session } from '../model/session.js';
import { turn } from './turn.js';

/** Who is signed in, as far as is known here. */
export class SignedIn {
  /** Undefined while unknown, null when nobody is. */
  id: string | null | undefined;
  /** Grows with every change of session. */
  #epoch = 0;

  constructor(
    private readonly backend: Backend,
    /** Who the host says is signed in: it may know when the backend cannot be asked. */
    private readonly hostSays: () => string | undefined,
    private readonly onKnown: () => void,
  ) {}

  /** Id of who is signed in, as far as it is known without asking the backend. */
  get known(): string | undefined {
    return this.id === undefined ? this.hostSays() : (this.id ?? undefined);
  }

  /** The session is another one from now on. */
  forget(): void {
    this.#epoch++;
    this.id = undefined;
  }

  /** Asks the backend. */
  async ask(options?: RequestOptions): Promise<Session | null> {
    const epoch = this.#epoch;
    const session = await this.backend.session.current(options);
    if (epoch === this.#epoch) {
      const before = this.id;
      this.id = session?.person.id ?? null;
      if (this.id !== null && this.id !== before) this.onKnown();
    }
    return session;
  }

  /** Id of who is signed in; null when nobody is. Rejects when it cannot be known. */
  async who(options?: RequestOptions): Promise<string | null> {
    if (this.id !== undefined) return this.id;
    // Now: once the backend has not answered, it may be somebody else.
    const said = this.hostSays();
    try {
      return (await this.ask(options))?.person.id ?? null;
    } catch (error) {
      options?.signal?.throwIfAborted();
      // Sent without knowing for whom, it could overtake what that person still has waiting.
      if (said === undefined) throw error;
      return said;
    }
  }

  /** Says later whether the session has been the same from now until then. */
  watched(): () => Promise<boolean> {
    const epoch = this.#epoch;
    return async () => {
      await turn();
      return epoch === this.#epoch;
    };
  }

  /**
   * Whether a call that is made at once is made as that person. What the page was told before, a
   * change of session for example, has been heard by then.
   */
  async is(personId: string): Promise<boolean> {
    for (;;) {
      const isSame = this.watched();
      const id = this.id === undefined ? ((await this.ask())?.person.id ?? null) : this.id;
      if (await isSame()) return id === personId;
    }
  }
}
