import type { Backend, WriteOptions } from '../backend.js';
import { BackendError } from '../errors.js';
import { abortable } from '../abortable.js';
import { mayWait, type Courier } from './courier.js';
import type { Entry, Kept } from './entry.js';
import { WipedError } from './entry-store.js';
import type { Outbox } from './outbox.js';
import { randomKey } from '../random-key.js';
import type { SignedIn } from './signed-in.js';
import type { Vault } from './vault.js';
import { canBeKept, perform, type Write } from './write.js';

/** Makes writes that survive: kept first, then sent. */
export class Writer {
  constructor(
    private readonly backend: Backend,
    private readonly vault: Vault,
    private readonly courier: Courier,
    private readonly signedIn: SignedIn,
    private readonly outbox: Outbox,
    private readonly clock: () => Date,
  ) {}

  /** Keeps it, sends it after those before it, and answers; `queued` answers when it has to wait. */
  async write<A>(
    write: Write,
    options: WriteOptions = {},
    queued: (entry: Entry) => A,
  ): Promise<A> {
    options.signal?.throwIfAborted();
    if (!canBeKept(write)) return perform(this.backend, write, options) as Promise<A>;
    const personId = await abortable(this.signedIn.who(asked(options)), options.signal);
    // What is written by nobody must not become somebody's who signs in meanwhile.
    if (personId === null) throw new BackendError('unauthorized');
    return abortable(this.#write(personId, write, options, queued), options.signal);
  }

  /**
   * A safety alert waits for nothing, not even for the disk: it is sent at once, beside whatever
   * is on its way. One that could not be sent says so (detail `queued`), because nobody has it yet.
   */
  async alert<A>(write: Write, options: WriteOptions = {}): Promise<A> {
    const { signal } = options;
    signal?.throwIfAborted();
    const isSame = this.signedIn.watched();
    const personId = await abortable(this.signedIn.who(asked(options)), signal).catch(
      async (error: unknown) => {
        signal?.throwIfAborted();
        // Whoever it is, it must get out, as long as it is still the same.
        if (await isSame()) return undefined;
        throw error;
      },
    );
    if (personId === null) throw new BackendError('unauthorized');
    if (personId === undefined) return perform(this.backend, write, options) as Promise<A>;
    const entry = this.#entry(write, options);
    const keeping = this.#keep(personId, entry).catch(() => undefined);
    const forget = async () => {
      const kept = await keeping;
      if (kept) await this.vault.remove(kept).catch(() => undefined);
      void this.outbox.refresh();
    };
    try {
      if (!(await this.signedIn.is(personId))) throw new BackendError('unauthorized');
      signal?.throwIfAborted();
      const answer = await perform(this.backend, write, { ...options, idempotencyKey: entry.key });
      await forget();
      return answer as A;
    } catch (error) {
      if (signal?.aborted || !mayWait(error)) {
        await forget();
        throw error;
      }
      const kept = await keeping;
      await this.outbox.tried({ waits: error });
      if (!kept) throw error;
      const { code, retryAfter } = error;
      const wait = retryAfter === undefined ? {} : { retryAfter };
      throw new BackendError(code, { detail: 'queued', cause: error, ...wait });
    }
  }

  async #write<A>(
    personId: string,
    write: Write,
    options: WriteOptions,
    queued: (entry: Entry) => A,
  ): Promise<A> {
    const { signal } = options;
    const entry = this.#entry(write, options);
    let kept: Kept;
    try {
      kept = await this.#keep(personId, entry);
    } catch (error) {
      if (!(error instanceof WipedError)) throw error;
      // Signed out in another tab.
      this.signedIn.forget();
      throw new BackendError('unauthorized', { cause: error });
    }
    try {
      signal?.throwIfAborted();
      const outcome = await this.courier.deliver(personId, { kept, write, options });
      await this.outbox.tried(outcome);
      if (outcome && 'answer' in outcome) return outcome.answer as A;
      if (outcome && 'refused' in outcome) throw outcome.refused;
      return queued(kept);
    } catch (error) {
      if (signal?.aborted) await this.vault.remove(kept);
      throw error;
    }
  }

  #entry(write: Write, options: WriteOptions): Entry {
    const key = options.idempotencyKey ?? randomKey();
    const madeAt = this.clock().toISOString();
    return { write, operation: write.operation, key, madeAt };
  }

  async #keep(personId: string, entry: Entry): Promise<Kept> {
    const kept = await this.vault.keep(personId, entry);
    if (JSON.stringify(kept.write) !== JSON.stringify(entry.write) && kept.write)
      throw new BackendError('conflict', { detail: 'key-reused' });
    // Made again by the person, a refused or expired one is a new try.
    if (kept.failed) await this.vault.replace(personId, kept, entry);
    return kept;
  }
}

const asked = ({ signal }: WriteOptions) => (signal ? { signal } : {});
