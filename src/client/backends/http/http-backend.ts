import type {
  Backend,
  BackendServices,
  Change,
  RequestOptions,
  SessionService,
} from '../../backend.js';
import { BackendError } from '../../errors.js';
import type { MeshAccess } from '../../model/meeting.js';
import type { SignalChannel } from '../../video/signal-channel.js';
import { api, type PlacedRoute } from './api.js';
import { backOff } from './back-off.js';
import { CHANGES_PATH } from './change-event.js';
import { ChangeFeed } from './change-feed.js';
import { SILENCE_MS } from './change-stream.js';
import { discoverServices } from './discover.js';
import { HttpSignal } from './http-signal.js';
import type { HttpBackendOptions } from './options.js';
import { CHANGED_MEANWHILE } from './problem.js';
import { signalRoute } from './room-signals.js';
import { isSafe, type Route, type ServiceName, type Services } from './route.js';
import { TokenSource } from './token-source.js';
import { Transport } from './transport.js';

export { HttpFailure } from './http-failure.js';
export type { HttpBackendOptions } from './options.js';

const SERVICES = Object.keys(api).filter((name) => name !== 'session') as (keyof BackendServices)[];

/**
 * A backend behind the Wayfellow HTTP API: the reference server's, or one that a clinic implements
 * to `openapi.json`. What may be repeated is tried again with jitter and `Retry-After`; every answer
 * is parsed; changes come by server-sent events, over one connection for all tabs of a person.
 * Errors have an {@link HttpFailure} with the request's id as `cause`.
 */
export class HttpBackend implements Backend {
  /**
   * A backend with the services that the server says it offers.
   * @throws {BackendError} when the server cannot be asked
   */
  static async discover(
    options: HttpBackendOptions,
    { signal }: RequestOptions = {},
  ): Promise<HttpBackend> {
    const services = await discoverServices(options, SERVICES, signal);
    return new HttpBackend({ ...options, services });
  }

  readonly session: SessionService;
  readonly mentors?: Services['mentors'] | undefined;
  readonly pairings?: Services['pairings'] | undefined;
  readonly checkIns?: Services['checkIns'] | undefined;
  readonly drafts?: Services['drafts'] | undefined;
  readonly milestones?: Services['milestones'] | undefined;
  readonly sessions?: Services['sessions'] | undefined;
  readonly messages?: Services['messages'] | undefined;
  readonly goals?: Services['goals'] | undefined;
  readonly consents?: Services['consents'] | undefined;
  readonly safety?: Services['safety'] | undefined;

  readonly #tokens: TokenSource;
  readonly #transport: Transport;
  readonly #feed: ChangeFeed;
  /** How streams are kept. */
  readonly #pace: { readonly backOff: (tries: number) => number; readonly silence: number };

  constructor(options: HttpBackendOptions) {
    const { services = SERVICES, shareChanges = true } = options;
    this.#tokens = new TokenSource(options.token);
    this.#transport = new Transport(options, this.#tokens);
    this.#pace = {
      backOff: options.backOff ?? backOff,
      silence: options.silence ?? SILENCE_MS,
    };
    this.#feed = new ChangeFeed({
      ...this.#pace,
      open: (lastId, signal) => {
        const headers = lastId === undefined ? {} : { 'last-event-id': lastId };
        return this.#transport.openStream(CHANGES_PATH, 'changes', headers, signal);
      },
      topics: ['session', ...services],
      name: async (signal) => {
        if (!shareChanges) return undefined;
        const name = await this.#nameOfPerson(signal);
        this.#tokens.shareAs(name);
        return name;
      },
      onEnded: () => this.#end(),
    });
    this.session = this.#sessionService();
    const offered = services.map((name) => [name, this.#service(name)]);
    Object.assign(this, Object.fromEntries(offered));
  }

  watch(listener: (change: Change) => void): () => void {
    return this.#feed.subscribe(listener);
  }

  /** The line of a meeting's room, or of a small room beside it, over the server. */
  roomChannel(meetingId: string, _access?: MeshAccess, breakout?: string): SignalChannel {
    const path = signalRoute.path.replace('{meetingId}', encodeURIComponent(meetingId));
    const placed = { operation: 'signals.send', route: signalRoute };
    const transport = this.#transport;
    const beside = breakout === undefined ? '' : `&breakout=${encodeURIComponent(breakout)}`;
    return new HttpSignal({
      ...this.#pace,
      open: (id, signal) =>
        transport.openStream(`${path}?end=${id}${beside}`, 'signals', {}, signal),
      async post(batch) {
        // The last word is said while the page is being left.
        await transport.call(placed, [meetingId, { ...batch, breakout }], {
          keepalive: batch.bye === true,
        });
      },
    });
  }

  /** Lets go of the stream of changes, and of other tabs. */
  close(): void {
    this.#feed.stop();
    this.#tokens.leave();
  }

  #service<S extends ServiceName>(service: S): Services[S] {
    const routes = Object.entries(api[service] as Record<string, Route>);
    const methods = routes.map(([method, route]) => {
      const operation = `${service}.${method}` as PlacedRoute['operation'];
      const placed = { service, method, operation, route };
      return [method, (...args: unknown[]) => this.#call(placed, args)];
    });
    return Object.fromEntries(methods) as Services[S];
  }

  async #call(placed: PlacedRoute, args: readonly unknown[]): Promise<unknown> {
    const answer = await this.#transport.call(placed, args).catch((error: unknown) => {
      // Whoever shows what was changed meanwhile looks again.
      if (error instanceof BackendError && error.detail === CHANGED_MEANWHILE)
        this.#feed.tell({ topic: placed.service });
      throw error;
    });
    // While no changes arrive by themselves, those made here are told here.
    if (!isSafe(placed.route) && !this.#feed.live) this.#feed.tell({ topic: placed.service });
    return answer;
  }

  #sessionService(): SessionService {
    const routes = this.#service('session');
    return {
      current: async (options) => {
        options?.signal?.throwIfAborted();
        return unlessUnauthorized(() => routes.current(options));
      },
      signOut: async (options) => {
        options?.signal?.throwIfAborted();
        if (this.#tokens.ended) return;
        await unlessUnauthorized(() => routes.signOut(options));
        this.#end();
        this.#feed.end();
      },
    };
  }

  /** Nobody is signed in any more, and nothing of them stays in memory. */
  #end(): void {
    this.#tokens.end();
    this.#transport.tags.forget();
  }

  async #nameOfPerson(signal: AbortSignal): Promise<string> {
    const session = await this.session.current({ signal });
    if (!session) throw new BackendError('unauthorized');
    const { clinic, person } = session;
    return ['wayfellow', this.#transport.base, clinic.id, person.id, person.role].join(' ');
  }
}

/** Nobody being signed in is an answer here, and no error. */
async function unlessUnauthorized<T>(call: () => Promise<T>): Promise<T | null> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof BackendError && error.code === 'unauthorized') return null;
    throw error;
  }
}
