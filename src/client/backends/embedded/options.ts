import type { ChangeTopic } from '../../backend.js';
import type { BackendErrorCode } from '../../errors.js';
import type { SeedData, SeedScenario } from './seed/seed.js';

/** Which calls fail, to see how elements bear it. */
export interface Failures {
  /** Share of the calls that fail, 0–1. Default 1. */
  readonly rate?: number;
  /** Default `unavailable`. */
  readonly code?: BackendErrorCode;
  /** Only these services; default all. */
  readonly services?: readonly ChangeTopic[];
  /** The same seed fails the same calls. */
  readonly seed?: number;
}

/** Decides call by call, `checkIns.submit` for example; undefined lets it pass. */
export type FailureRule = (call: string) => BackendErrorCode | undefined;

/** Options of {@link EmbeddedBackend}. */
export interface EmbeddedOptions {
  /**
   * Name of the database, shared by all backends of the origin that use it. Default `wayfellow`;
   * without a name, a backend in memory shares with nobody.
   */
  readonly name?: string;
  /** Who is signed in, one of `EmbeddedBackend.personas`. Default the participant. */
  readonly persona?: string;
  /** The time; default the real one. */
  readonly clock?: () => Date;
  /** Milliseconds that every call takes, or from and to. Default none. */
  readonly latency?: number | readonly [min: number, max: number];
  /** Which calls fail. Default none. */
  readonly failures?: Failures | FailureRule;
  /** Where things are kept. Default `indexeddb`, and memory where that is missing or full. */
  readonly storage?: 'indexeddb' | 'memory';
  /** What a new database holds. Default `full`. */
  readonly seed?: SeedScenario | SeedData | ((now: Date) => SeedData);
}
