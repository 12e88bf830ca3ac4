import type { Backend, ChangeTopic } from '../backend.js';
import type { CheckInPlan } from '../model/check-in-plan.js';

/** Somebody as whom a case signs in. `mentor` is {@link ConformanceWorld.mentors}`.open`. */
export type ConformancePersona = 'participant' | 'peer' | 'mentor' | 'clinician';

/**
 * A clinic for one case. At its beginning
 * - `participant` and `peer` are two participants in the time zone `timeZone` who have no pairing,
 *   no record, no grants, no milestones, no check-ins, no drafts;
 * - `mentor` has no pairing, places for two, and free times within the next two weeks;
 * - `clinician` belongs to the same clinic, and no safety alert is open.
 */
export interface ConformanceWorld {
  /** A new connection as that person, like a tab of its own. */
  connect(persona: ConformancePersona): Promise<Backend>;
  /**
   * A new connection as the host of `meetings.open`. Without it, cases about its door are skipped.
   */
  host?(): Promise<Backend>;
  /** Ids of the personas. */
  readonly people: Readonly<Record<ConformancePersona, string>>;
  /**
   * Ids of mentors. `open` is the persona; `lastPlace` has one place left, `full` none; `paused`
   * rests. All speak English, as the participants do.
   */
  readonly mentors: Readonly<Record<'open' | 'lastPlace' | 'full' | 'paused', string>>;
  /**
   * Ids of groups with agreements, not yet accepted, at which `participant` is expected: doors
   * open now; not before an hour from now; over; cancelled.
   */
  readonly meetings: Readonly<Record<'open' | 'early' | 'over' | 'cancelled', string>>;
  /**
   * Id of a group with agreements whose people wait to be let in, open as `meetings.open` is and with
   * the same host; both participants are expected. Without it, cases about it are skipped.
   */
  readonly waitingRoom?: string;
  /**
   * Id of a group like `meetings.open`, with the same host, that goes on for half an hour at least and
   * at which both participants and `mentor` are expected. Without it, cases about small rooms are
   * skipped.
   */
  readonly pairs?: string;
  readonly timeZone: string;
  /**
   * What the clinic asks for, a daily questionnaire among it. With it, `participant` and `peer` have
   * been in a programme for at least five days. Without it, cases about it are skipped.
   */
  readonly plan?: CheckInPlan | undefined;
  /** The backend's time; default the real one. */
  now?(): Date;
  /** Moves the backend's clock on. Without it, cases about time are skipped. */
  advance?(ms: number): Promise<void>;
  /** Milliseconds after which a change that has not been heard will not come. Default 60. */
  readonly settle?: number;
  /** Milliseconds within which a change must be heard. Default 3000. */
  readonly patience?: number;
  close?(): Promise<void>;
}

/** Makes worlds; every case gets a fresh one. */
export interface ConformanceHarness {
  open(): Promise<ConformanceWorld>;
}

/** One promise of the contract. `run` throws when it is not kept. */
export interface ConformanceCase {
  /** Unique, and a sentence: `pairings: one request at a time`. */
  readonly name: string;
  readonly service: ChangeTopic;
  /**
   * @throws {ConformanceError} what was expected and what came instead
   * @throws {ConformanceSkip} a service that it needs is absent
   */
  run(world: ConformanceWorld): Promise<void>;
}
