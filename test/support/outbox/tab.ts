import { withOutbox, type WithOutbox } from '../../../src/client/outbox/with-outbox.js';
import type { EntryStore, Locks, OutboxOptions } from '../../../src/client/outbox/with-outbox.js';
import type { Backend } from '../../../src/client/backend.js';

/** What a broken outbox would do otherwise; the tests of the suite itself put it in. */
export interface Sabotage {
  readonly backend?: (backend: Backend) => Backend;
  readonly store?: (store: EntryStore) => EntryStore;
  readonly locks?: (locks: Locks) => Locks;
}

/** A tab that can be killed at any step to storage or network: from then on nothing answers it. */
export class Tab {
  readonly died: Promise<void>;
  readonly backend: WithOutbox<Backend>;
  isDead = false;
  /** How many more steps it lives. */
  stepsLeft = Infinity;
  #die!: () => void;

  constructor(
    connect: (tab: Tab) => Backend,
    options: OutboxOptions & { readonly open: (name: string) => Promise<EntryStore> },
    { backend = same, store = same, locks = same }: Sabotage,
  ) {
    this.died = new Promise((resolve) => (this.#die = resolve));
    const held: Locks = {
      // The browser takes back what a dead tab held.
      request: (name, asked, run) =>
        navigator.locks.request(name, asked, () =>
          Promise.race([run(), this.died.then(() => Promise.reject(new Error('killed')))]),
        ),
    };
    this.backend = withOutbox(backend(connect(this)), {
      ...options,
      automatic: false,
      open: async (name) => store(this.#gated(await options.open(name))),
      locks: locks(held),
    });
  }

  kill(): void {
    if (this.isDead) return;
    this.isDead = true;
    this.#die();
    // Its channel and connection go with it; what it held in memory is gone.
    void this.backend.outbox.close();
  }

  /** One step further, if it lives so long. */
  async step(): Promise<void> {
    if (this.stepsLeft-- <= 0) this.kill();
    if (this.isDead) await new Promise(() => undefined);
  }

  #gated(store: EntryStore): EntryStore {
    return new Proxy(store, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        if (name === 'close') return value.bind(target) as unknown;
        return async (...args: unknown[]) => {
          await this.step();
          try {
            return (await Reflect.apply(value as () => unknown, target, args)) as unknown;
          } finally {
            await this.step();
          }
        };
      },
    });
  }
}

const same = <T>(value: T): T => value;
