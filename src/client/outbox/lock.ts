/** What an outbox needs of `navigator.locks`. */
export interface Locks {
  request<T>(
    name: string,
    options: { readonly signal?: AbortSignal },
    run: () => Promise<T>,
  ): Promise<T>;
}

/** Between the tabs of an origin; a tab that is killed lets go. Else within this page alone. */
export function platformLocks(): Locks {
  const locks = globalThis.navigator?.locks as LockManager | undefined;
  return locks ? { request: (name, options, run) => locks.request(name, options, run) } : pageLocks;
}

const tails = new Map<string, Promise<unknown>>();

/** One after another. Node before 24 and pages that are not a secure context have no Web Locks. */
const pageLocks: Locks = {
  request(name, { signal }, run) {
    const turn = (tails.get(name) ?? Promise.resolve()).then(() => {
      signal?.throwIfAborted();
      return run();
    });
    const tail = turn.catch(() => undefined);
    tails.set(name, tail);
    return turn;
  },
};
