import type { Backend } from '../../client/backend.js';
import { keptBackend, letGo, type KeptBackend } from './kept-backend.js';
import { loadableBackend } from './loadable-backend.js';
import { namedBackends } from './named-backends.js';

/** What a provider says of its backend. */
export interface BackendNaming {
  readonly localName: string;
  readonly isConnected: boolean;
  readonly backend: Backend | string | undefined;
  readonly persona: string | undefined;
  readonly baseUrl: string | undefined;
  readonly tokenEndpoint: string | undefined;
  readonly personId: string | undefined;
  readonly rememberPerson: boolean;
  readonly withoutOutbox: boolean;
  readonly withOutbox: boolean;
}

/** Names of the properties that name another backend when they change. */
export const NAMING = [
  ...(['backend', 'persona', 'baseUrl', 'tokenEndpoint'] as const),
  ...(['withoutOutbox', 'withOutbox'] as const),
];

/** The backend that a provider is given or names, with its outbox, for as long as it is in the page. */
export class ProvidedBackend {
  readonly #host: BackendNaming;
  readonly #changed: () => void;
  #named: Backend | undefined;
  /** The same, where its outbox was made here. */
  #kept: KeptBackend | undefined;
  #isLetGo = false;

  /** @param changed Called when the code of a named one has come. */
  constructor(host: BackendNaming, changed: () => void) {
    this.#host = host;
    this.#changed = changed;
  }

  /** The backend in use, once it is there. */
  get value(): Backend | undefined {
    const { backend } = this.#host;
    return this.#named ?? (typeof backend === 'object' ? backend : undefined);
  }

  /** Takes what the provider says now. */
  name(): void {
    const { backend, persona, baseUrl, tokenEndpoint, withoutOutbox, withOutbox } = this.#host;
    this.#letGo();
    this.#isLetGo = false;
    this.#named = undefined;
    const isKept = !withoutOutbox && (backend === 'http' || withOutbox);
    if (typeof backend === 'object') {
      if (isKept && !backend.queues) this.#load(() => backend, true);
      return;
    }
    if (backend === undefined) return;
    const load = Object.hasOwn(namedBackends, backend) ? namedBackends[backend] : undefined;
    if (load) return this.#load(() => load({ persona, baseUrl, tokenEndpoint, isKept }), isKept);
    console.warn(
      `<${this.#host.localName} backend="${backend}"> is not a backend that has a name ` +
        `(${Object.keys(namedBackends).join(', ')}). Set the property \`backend\` to an object instead.`,
    );
  }

  /** The provider is in the page again. */
  rejoin(): void {
    if (this.#isLetGo) this.name();
  }

  /** Whoever leaves the page leaves nothing running. */
  leave(): void {
    if (this.#host.isConnected || !this.#kept) return;
    this.#letGo();
    this.#isLetGo = true;
  }

  #load(load: () => Promise<Backend> | Backend, isKept: boolean): void {
    // What waits for one server is not for another.
    const { backend, baseUrl, rememberPerson } = this.#host;
    const place = baseUrl === undefined ? backend : new URL(baseUrl, document.baseURI).href;
    const name = `wayfellow-outbox ${typeof place === 'string' ? place : 'page'}`;
    const options = { name, rememberPerson, personId: () => this.#host.personId };
    let kept: KeptBackend | undefined;
    const standIn = loadableBackend(
      async () => (isKept ? (kept = await keptBackend(load, options)) : load()),
      (loaded) => {
        // Another may have been named while this one was on its way.
        if (this.#named !== standIn) return kept && void letGo(kept);
        this.#named = loaded;
        this.#kept = kept;
        this.leave();
        this.#changed();
      },
    );
    this.#named = standIn;
  }

  #letGo(): void {
    if (this.#kept) void letGo(this.#kept);
    this.#kept = undefined;
  }
}
