import type { BackendServices } from '../../backend.js';

/** Options of {@link HttpBackend}. */
export interface HttpBackendOptions {
  /** Address below which the API's paths begin, absolute or relative to the page. */
  readonly baseUrl: string | URL;
  /**
   * A fresh bearer token; null when nobody is signed in. Called when one is needed and again when
   * the server refused the last one, never twice at once; of several tabs of a person, by one.
   */
  readonly token: () => Promise<string | null>;
  /** The services that the server offers; others are absent. Default all. */
  readonly services?: readonly (keyof BackendServices)[] | undefined;
  /** Milliseconds within which each try must be answered in full. Default 10,000. */
  readonly timeout?: number | undefined;
  /** How often a request that may be repeated is tried again. Default 2. */
  readonly retries?: number | undefined;
  /** Milliseconds to wait after so many tries, from 1. Default: full jitter, see `backOff`. */
  readonly backOff?: ((tries: number) => number) | undefined;
  /** Milliseconds of silence after which the stream of changes counts as cut. Default 45,000. */
  readonly silence?: number | undefined;
  /** Whether tabs of one person share one stream of changes and the next token. Default true. */
  readonly shareChanges?: boolean | undefined;
  /** Default `globalThis.fetch`. */
  readonly fetch?: typeof globalThis.fetch | undefined;
}
