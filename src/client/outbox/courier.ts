import type { Backend, WriteOptions } from '../backend.js';
import { BackendError } from '../errors.js';
import type { Kept } from './entry.js';
import type { Locks } from './lock.js';
import type { SignedIn } from './signed-in.js';
import type { Vault } from './vault.js';
import { perform, type Write } from './write.js';

/** What became of a write: an answer, a refusal for good, or a reason to wait. */
export type Outcome =
  { readonly answer: unknown } | { readonly refused: unknown } | { readonly waits: BackendError };

/** A write whose caller waits for its answer. */
export interface Awaited {
  readonly kept: Kept;
  readonly write: Write;
  readonly options: WriteOptions;
}

/** So often an answer that makes no sense is asked for again. It may have been a proxy's page. */
const NONSENSE = 5;

/** Whether the same write may succeed later. */
export function mayWait(error: unknown): error is BackendError {
  return error instanceof BackendError && (error.retryable || error.code === 'unauthorized');
}

/** Sends what is kept, one after another, in one tab at a time. */
export class Courier {
  readonly #nonsense = new Map<string, number>();

  constructor(
    private readonly backend: Backend,
    private readonly vault: Vault,
    private readonly signedIn: SignedIn,
    private readonly locks: Locks,
    private readonly lockName: string,
  ) {}

  /**
   * Sends the person's writes: those before `mine` and then that one, or all of them. Resolves with
   * what became of `mine`, or with why it stopped; with undefined when nothing waits any more.
   */
  async deliver(personId: string, mine?: Awaited): Promise<Outcome | undefined> {
    const signal = mine?.options.signal;
    try {
      return await this.locks.request(this.lockName, signal ? { signal } : {}, () =>
        this.#deliver(personId, mine),
      );
    } catch (error) {
      signal?.throwIfAborted();
      return { waits: mayWait(error) ? error : new BackendError('unavailable', { cause: error }) };
    }
  }

  async #deliver(personId: string, mine: Awaited | undefined): Promise<Outcome | undefined> {
    const isMine = (kept: Kept) => mine !== undefined && nameOf(kept) === nameOf(mine.kept);
    // What cannot be removed must not be sent for ever.
    const settled = new Set<string>();
    const waiting = async () =>
      (await this.vault.list(personId)).filter(
        (kept) => !settled.has(nameOf(kept)) && (!kept.failed || isMine(kept)),
      );
    let queue = await waiting();
    // For what was written earlier the page's own memory is not enough: ask who is signed in now.
    if (!queue.every(isMine)) await this.signedIn.ask();
    for (;;) {
      // Another tab may have sent it: under the same key the answer is the same.
      const next = mine && !queue.some(isMine) ? mine.kept : queue[0];
      if (!next) return undefined;
      const isLast = next === mine?.kept || isMine(next);
      if (!(await this.signedIn.is(personId))) return { waits: new BackendError('unauthorized') };
      const outcome = await this.#send(next, isLast ? mine : undefined);
      if ('waits' in outcome) return outcome;
      settled.add(nameOf(next));
      // It is sent again later, under its key.
      await this.#settle(personId, next, outcome, isLast).catch(() => undefined);
      if (isLast) return outcome;
      queue = await waiting();
    }
  }

  async #send({ key, write: kept }: Kept, mine: Awaited | undefined): Promise<Outcome> {
    const write = mine?.write ?? kept;
    if (!write) return { refused: new BackendError('timeout', { detail: 'expired' }) };
    mine?.options.signal?.throwIfAborted();
    try {
      const answer = await perform(this.backend, write, { ...mine?.options, idempotencyKey: key });
      this.#nonsense.delete(key);
      return { answer };
    } catch (error) {
      mine?.options.signal?.throwIfAborted();
      if (!mayWait(error)) return { refused: error };
      // The session that the page knew of has ended; the next one may be another's.
      if (error.code === 'unauthorized') this.signedIn.forget();
      if (error.code !== 'invalid-response') return { waits: error };
      const times = (this.#nonsense.get(key) ?? 0) + 1;
      this.#nonsense.set(key, times);
      return times < NONSENSE ? { waits: error } : { refused: error };
    }
  }

  async #settle(personId: string, kept: Kept, outcome: Outcome, told: boolean): Promise<void> {
    if ('answer' in outcome || told) return this.vault.remove(kept);
    const { write, operation, key, madeAt } = kept;
    const error = 'refused' in outcome ? outcome.refused : undefined;
    const { code, detail } =
      error instanceof BackendError ? error : new BackendError('invalid-response');
    await this.vault.replace(personId, kept, {
      write,
      operation,
      key,
      madeAt,
      failed: { code, detail },
    });
  }
}

/** Of the same draft written anew, another one. */
const nameOf = ({ record: { id, seq }, store }: Kept) => `${store.durable} ${seq} ${id}`;
