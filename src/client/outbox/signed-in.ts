import type { Backend, RequestOptions } from '../backend.js';
import { BackendError } from '../errors.js';
import type { Session } from '../model/session.js';
import type { LastVisit } from './last-visit.js';
import { turn } from './turn.js';

export interface SignedInOptions {
  /** Who the host says is signed in: it may know when the backend cannot be asked. */
  readonly hostSays: () => string | undefined;
  /** Who was here last, where that is remembered. */
  readonly lastVisit: LastVisit | undefined;
  /** It is known who is signed in. */
  readonly onKnown: () => void;
  /** The backend has answered after the last visit had to do. */
  readonly onConfirmed: () => void;
}

/** Who is signed in, as far as is known here. */
export class SignedIn {
  /** Undefined while unknown, null when nobody is. */
  id: string | null | undefined;
  /** Of the last visit, while the backend cannot be asked: enough to keep, never to send. */
  #believed: Session | undefined;
  /** Grows with every change of session. */
  #epoch = 0;

  constructor(
    private readonly backend: Backend,
    private readonly options: SignedInOptions,
  ) {}

  /** Id of who is signed in, as far as it is known without asking the backend. */
  get known(): string | undefined {
    if (this.id !== undefined) return this.id ?? undefined;
    return this.options.hostSays() ?? this.#believed?.person.id;
  }

  /** The session is another one from now on. */
  forget(): void {
    this.#epoch++;
    this.id = this.#believed = undefined;
  }

  /** Nobody is signed in any more, and nobody was here. */
  async leave(): Promise<void> {
    this.forget();
    await this.options.lastVisit?.forget();
  }

  /** What is known has been noted. */
  async settled(): Promise<void> {
    await this.options.lastVisit?.settled();
  }

  /** Asks the backend. */
  async ask(options?: RequestOptions): Promise<Session | null> {
    const epoch = this.#epoch;
    const session = await this.backend.session.current(options);
    if (epoch === this.#epoch) {
      const [before, believed] = [this.id, this.#believed];
      this.id = session?.person.id ?? null;
      this.#believed = undefined;
      const { lastVisit } = this.options;
      void (session ? lastVisit?.note(session) : lastVisit?.forget().catch(() => undefined));
      if (this.id !== null && this.id !== before) this.options.onKnown();
      if (believed) this.options.onConfirmed();
    }
    return session;
  }

  /** Asks the backend; where it cannot be asked, whoever was here last is still here. */
  async current(options?: RequestOptions): Promise<Session | null> {
    const epoch = this.#epoch;
    try {
      return await this.ask(options);
    } catch (error) {
      const last = await this.#recall(error);
      options?.signal?.throwIfAborted();
      if (!last || epoch !== this.#epoch) throw error;
      // Somebody else's answer may have come meanwhile.
      if (this.id === undefined) this.#believed = last;
      return last;
    }
  }

  /** Id of who is signed in; null when nobody is. Rejects when it cannot be known. */
  async who(options?: RequestOptions): Promise<string | null> {
    if (this.id !== undefined) return this.id;
    // Now: once the backend has not answered, it may be somebody else.
    const said = this.options.hostSays();
    try {
      return (await this.current(options))?.person.id ?? null;
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

  /** Only while the backend is away: one that refuses has answered. */
  async #recall(error: unknown): Promise<Session | undefined> {
    const isAway =
      error instanceof BackendError && ['offline', 'timeout', 'unavailable'].includes(error.code);
    const said = this.options.hostSays();
    const last = isAway ? await this.options.lastVisit?.recall() : undefined;
    return said === undefined || said === last?.person.id ? last : undefined;
  }
}
