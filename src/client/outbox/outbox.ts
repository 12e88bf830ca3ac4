import type { Backend } from '../backend.js';
import { BackOff } from './back-off.js';
import type { Courier, Outcome } from './courier.js';
import type { Entry, Kept } from './entry.js';
import { onOccasion } from './occasions.js';
import { LIFETIME_MS, type OutboxOptions } from './options.js';
import type { SignedIn } from './signed-in.js';
import { NOTHING, summary, type OutboxState } from './state.js';
import type { Vault } from './vault.js';

/** What waits to be sent, to be looked at and acted upon by the host. */
export class Outbox {
  #state = NOTHING;
  readonly #listeners = new Set<(state: OutboxState) => void>();
  readonly #backOff: BackOff;
  readonly #channel: BroadcastChannel | undefined;
  readonly #ends: (() => void)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #flushing: Promise<OutboxState> | undefined;
  #isClosed = false;

  /** @internal */
  constructor(
    private readonly vault: Vault,
    private readonly courier: Courier,
    private readonly signedIn: SignedIn,
    private readonly options: OutboxOptions & { readonly name: string },
  ) {
    this.#backOff = new BackOff(options.random ?? Math.random);
    if (typeof BroadcastChannel === 'function') {
      this.#channel = new BroadcastChannel(options.name);
      this.#channel.onmessage = ({ data }) => {
        if (data === 'signed-out') this.signedIn.forget();
        void this.refresh();
      };
      // In Node, listening alone must not keep the process alive.
      (this.#channel as { unref?: () => void }).unref?.();
    }
  }

  get state(): OutboxState {
    return this.#state;
  }

  /** Calls `listener` after every change of {@link state}; returns its end. */
  subscribe(listener: (state: OutboxState) => void): () => void {
    const own = (state: OutboxState) => listener(state);
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  /** Sends now what can be sent, in order. Never rejects; the state says what is left and why. */
  flush(): Promise<OutboxState> {
    this.#flushing ??= this.#flush().finally(() => (this.#flushing = undefined));
    return this.#flushing;
  }

  /** Sends a failed write again, as it was and under its key, behind those that wait. */
  async retry(id: string): Promise<OutboxState> {
    await this.#change(id, async (personId, kept) => {
      if (!kept.write) return;
      const { write, operation, key, madeAt } = kept;
      const entry: Entry = { write, operation, key, madeAt };
      await this.vault.replace(personId, kept, entry);
    });
    return this.flush();
  }

  /** Forgets a failed write, once the person has been told. */
  async dismiss(id: string): Promise<OutboxState> {
    await this.#change(id, (_, kept) => this.vault.remove(kept));
    return this.refresh();
  }

  /** Stops sending and lets go of the database and the other tabs. What is kept stays. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    for (const end of this.#ends) end();
    this.#channel?.close();
    this.#listeners.clear();
    await this.signedIn.settled();
    await this.vault.close();
  }

  /** @internal Sends on its own from now on. */
  start(backend: Backend): void {
    const { automatic = true } = this.options;
    const tryNow = () => this.wake();
    this.#ends.push(
      backend.watch(({ topic }) => {
        if (topic === 'session') this.signedIn.forget();
        // Whatever is heard shows that the backend can be reached.
        if (topic === 'session' || this.#state.reason) tryNow();
      }),
    );
    if (automatic) this.#ends.push(onOccasion(tryNow));
    tryNow();
  }

  /** @internal Somebody is signed in, or something was heard: worth a try. */
  wake(): void {
    if (this.options.automatic !== false && !this.#isClosed) void this.flush();
  }

  /** @internal Looks at what is kept, and tells. */
  async refresh(outcome?: Outcome): Promise<OutboxState> {
    const id = this.signedIn.known;
    const kept = id ? await this.vault.list(id).catch(() => []) : [];
    const now = summary(kept);
    const reason = outcome && 'waits' in outcome ? outcome.waits.code : this.#state.reason;
    this.#set({ ...now, sending: this.#state.sending, reason: now.waiting ? reason : undefined });
    return this.#state;
  }

  /** @internal After a try: the next one if it is needed, and the news. */
  async tried(outcome: Outcome | undefined): Promise<void> {
    clearTimeout(this.#timer);
    if (outcome && 'waits' in outcome) {
      const { code, retryAfter } = outcome.waits;
      // Only a new session helps, and that is heard of.
      if (code !== 'unauthorized') this.#later(this.#backOff.next(retryAfter));
    } else this.#backOff.reset();
    await this.refresh(outcome);
    this.tell('changed');
  }

  /** @internal Tells the other tabs. */
  tell(what: 'changed' | 'signed-out'): void {
    if (!this.#isClosed) this.#channel?.postMessage(what);
  }

  async #flush(): Promise<OutboxState> {
    const id = await this.signedIn.who().catch(() => undefined);
    if (!id || this.#isClosed) return this.refresh();
    this.#set({ ...this.#state, sending: true });
    const outcome = await this.courier.deliver(id);
    this.#set({ ...this.#state, sending: false });
    if (!this.#isClosed) {
      await this.#expire(id).catch(() => undefined);
      await this.tried(outcome);
    }
    return this.#state;
  }

  /** What is too old says no more what it said, and after as long again it is gone. */
  async #expire(personId: string): Promise<void> {
    const { lifetime = LIFETIME_MS } = this.options;
    for (const [kept, age] of await this.vault.ages(personId, 2 * lifetime)) {
      if (age <= lifetime || !kept.write) continue;
      const { operation, key, madeAt } = kept;
      const failed = kept.failed ?? ({ code: 'timeout', detail: 'expired' } as const);
      await this.vault.replace(personId, kept, { operation, key, madeAt, failed });
    }
  }

  #later(ms: number): void {
    if (this.options.automatic === false || this.#isClosed) return;
    this.#timer = setTimeout(() => void this.flush(), ms);
    (this.#timer as { unref?: () => void }).unref?.();
  }

  async #change(
    id: string,
    change: (personId: string, kept: Kept) => Promise<void>,
  ): Promise<void> {
    const personId = this.signedIn.known;
    if (!personId) return;
    const kept = (await this.vault.list(personId)).find((k) => k.failed && k.record.id === id);
    if (kept) await change(personId, kept);
  }

  #set(state: OutboxState): void {
    if (JSON.stringify(state) === JSON.stringify(this.#state)) return;
    this.#state = state;
    for (const listener of [...this.#listeners]) listener(state);
  }
}
