import type { EntryStore } from './entry-store.js';
import type { Locks } from './lock.js';

/** Options of {@link withOutbox}. */
export interface OutboxOptions {
  /** Name of the database, lock and channel that the tabs share. Default `wayfellow-outbox`. */
  readonly name?: string;
  /**
   * Who is signed in, when the host knows without asking the backend: the subject of its token, for
   * example. With it, writes are also kept on a page that was loaded with no network. It must be
   * the id that `session.current()` gives; a write is only ever sent when that says so too.
   */
  readonly personId?: () => string | undefined;
  /**
   * Default false. True: who was signed in here last is kept, sealed, for an hour or until they
   * sign out. A page that is loaded with no network then answers `session.current()` with it, and
   * keeps what they write. For devices that people do not share without signing out.
   */
  readonly rememberPerson?: boolean;
  /** Milliseconds after which a write expires. Default seven days. */
  readonly lifetime?: number;
  /** Default true. False: nothing is sent until {@link Outbox.flush}. */
  readonly automatic?: boolean;
  /** The device's time. Default the real one. */
  readonly clock?: () => Date;
  /** Numbers in [0, 1), for the jitter. Default `Math.random`. */
  readonly random?: () => number;
  /** Where sealed writes lie. Default IndexedDB, and memory where that is missing or full. */
  readonly open?: (name: string) => Promise<EntryStore>;
  /** Default Web Locks, and within the page where they are missing. */
  readonly locks?: Locks;
}

/**
 * A week: longer than an outage or a hospital stay without a phone usually lasts, and the time in
 * which a check-in still means something to whoever reads it. Servers must remember idempotency
 * keys at least as long.
 */
export const LIFETIME_MS = 7 * 86_400_000;
