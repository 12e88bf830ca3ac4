import type { Backend, Change, WriteOptions } from '../../../src/client/backend.js';
import type { EmbeddedBackend } from '../../../src/client/backends/embedded/embedded-backend.js';
import { BackendError, type BackendErrorCode } from '../../../src/client/errors.js';
import { turn } from '../../../src/client/outbox/turn.js';
import type { WireFault } from './schedule.js';
import type { Tab } from './tab.js';

/** How long an answer is on its way, in tasks of the page. */
const TASKS = 12;

/** The way from the tabs to the server, and what goes wrong on it. */
export class Wire {
  isOffline = false;
  isTokenExpired = false;
  /** Keys that were on their way twice at the same time, from tabs that were alive. */
  readonly overlaps: string[] = [];
  readonly #onTheirWay = new Map<string, Tab>();
  readonly #watchers = new Set<(change: Change) => void>();
  #next = 0;

  constructor(private readonly faults: readonly WireFault[]) {}

  /** Nothing goes wrong any more. */
  heal(): void {
    this.isOffline = false;
    this.isTokenExpired = false;
    this.#next = Infinity;
    this.sessionChanged();
  }

  sessionChanged(): void {
    for (const watcher of [...this.#watchers]) watcher({ topic: 'session' });
  }

  /** The server as a tab sees it. */
  connect(tab: Tab, server: EmbeddedBackend): Backend {
    const call = <A>(run: () => Promise<A>, key?: string) => this.#call(tab, run, key);
    const keyed = (options?: WriteOptions) => options?.idempotencyKey;
    const { checkIns, safety, sessions, drafts, session } = server;
    return {
      session: {
        current: () => call(() => session.current()),
        signOut: () => call(() => session.signOut()),
      },
      checkIns: { ...checkIns, submit: (c, o) => call(() => checkIns.submit(c, o), keyed(o)) },
      safety: { ...safety, raise: (a, o) => call(() => safety.raise(a, o)) },
      sessions: { ...sessions, attend: (a, o) => call(() => sessions.attend(a, o), keyed(o)) },
      drafts: {
        get: (key) => call(() => drafts.get(key)),
        put: (key, value) => call(() => drafts.put(key, value)),
        remove: (key) => call(() => drafts.remove(key)),
      },
      watch: (listener) => {
        const end = server.watch(listener);
        this.#watchers.add(listener);
        return () => {
          end();
          this.#watchers.delete(listener);
        };
      },
    };
  }

  async #call<A>(tab: Tab, run: () => Promise<A>, key: string | undefined): Promise<A> {
    // Whoever is signed in when it leaves: a change of person does not reach what is on its way.
    const fault = this.faults[this.#next++] ?? 'none';
    const isWrite = key !== undefined;
    if (isWrite) this.#leaves(tab, key);
    try {
      if (this.isOffline) return await fails('offline');
      if (this.isTokenExpired) return await fails('unauthorized');
      if (fault === 'lost-request') return await fails('offline');
      if (fault === 'unavailable') return await fails('unavailable');
      if (fault === 'killed-before-commit') tab.kill();
      if (tab.isDead) return await never();
      const answer = run();
      await Promise.all([answer.catch(() => undefined), tab.step()]);
      // Two tabs that would send at once get the time to do so.
      if (isWrite) for (let i = 0; i < TASKS; i++) await turn();
      if (fault === 'killed-after-commit') tab.kill();
      if (tab.isDead) return await never();
      if (fault === 'lost-response') return await fails('timeout');
      return await answer;
    } finally {
      if (isWrite && this.#onTheirWay.get(key) === tab) this.#onTheirWay.delete(key);
    }
  }

  #leaves(tab: Tab, key: string): void {
    const other = this.#onTheirWay.get(key);
    if (other && !other.isDead) this.overlaps.push(key);
    this.#onTheirWay.set(key, tab);
  }
}

const never = () => new Promise<never>(() => undefined);
const fails = (code: BackendErrorCode) => Promise.reject<never>(new BackendError(code));
