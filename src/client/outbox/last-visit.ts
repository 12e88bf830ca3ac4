import { inTime } from '../in-time.js';
import type { Session } from '../model/session.js';
import { randomKey } from '../random-key.js';
import type { EntryStore } from './entry-store.js';
import { digest, newSealingKey, seal, unseal } from './seal.js';
import { STORAGE_LIMIT } from './vault.js';

/**
 * An hour: longer than a lost connection, shorter than a device usually takes to change hands. Less
 * than the longest step of {@link EntryStore.observe}, so that after any longer pause it has passed.
 */
export const VISIT_MS = 3_600_000;

const CONTEXT = 'last visit';

/**
 * Who was signed in here last, for a page that is loaded while the backend cannot be asked. Sealed
 * like everything else in storage, gone at sign-out, and believed for an hour at most.
 */
export class LastVisit {
  /** One after another: what is being kept must not outlive a sign-out. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly opening: Promise<EntryStore>,
    private readonly clock: () => Date,
  ) {}

  /** That person is signed in now. What cannot be kept is not kept. */
  note(session: Session): Promise<void> {
    const keeping = this.#after(async () => {
      const store = await this.#store();
      const owner = await digest(CONTEXT);
      if (!store) return;
      const found = await store.findKey(owner);
      // Where nothing can be sealed, nothing is kept.
      const key = found?.key ?? (await newSealingKey());
      if (!key) return;
      const { keyId } = found ?? (await store.addKey({ owner, keyId: randomKey(), key }));
      const sealed = await seal(key, CONTEXT, JSON.stringify(session));
      const at = await store.observe(+this.clock());
      await store.add({ id: owner, owner, keyId, at, ...sealed }, true);
    });
    return keeping.catch(() => undefined);
  }

  /** Nobody was here. Rejects when that cannot be made true. */
  forget(): Promise<void> {
    return this.#after(async () => (await this.#store())?.wipe(await digest(CONTEXT)));
  }

  /** Who was here last; undefined when it is not known, or was too long ago. Never rejects. */
  async recall(): Promise<Session | undefined> {
    let session: Session | undefined;
    const looking = this.#after(async () => {
      const store = await this.#store();
      const owner = await digest(CONTEXT);
      const record = await store?.find(owner);
      const key = record && (await store?.findKey(owner));
      if (!store || !record || key?.keyId !== record.keyId) return;
      if ((await store.observe(+this.clock())) - record.at >= VISIT_MS) return store.wipe(owner);
      session = JSON.parse(await unseal(key.key, CONTEXT, record)) as Session;
    });
    await looking.catch(() => undefined);
    return session;
  }

  /** What was begun is done. */
  settled(): Promise<unknown> {
    return this.#queue;
  }

  async #store(): Promise<EntryStore | undefined> {
    const store = await this.opening.catch(() => undefined);
    return store?.durable ? store : undefined;
  }

  #after(task: () => Promise<void>): Promise<void> {
    const done = inTime(this.#queue.then(task), STORAGE_LIMIT);
    this.#queue = done.catch(() => undefined);
    return done;
  }
}
