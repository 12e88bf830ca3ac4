import type { CheckIn, CheckInReceipt, NewCheckIn } from './model/check-in.js';
import type { CheckInFollowUp, CheckInPlan } from './model/check-in-plan.js';
import type { BreakoutChange, BreakoutWord, RoomBreakouts } from './model/breakouts.js';
import type { NewCelebration } from './model/celebration.js';
import type { Grant, NewGrant } from './model/consent.js';
import type { Draft } from './model/draft.js';
import type { Goal, GoalStatus, NewGoal } from './model/goal.js';
import type { MentorMatch } from './model/matching.js';
import type { Attendance, Meeting, MeshAccess, Opening, RoomAccess } from './model/meeting.js';
import type { Mentor } from './model/mentor.js';
import type { Message, NewMessage } from './model/message.js';
import type { Milestone, NewMilestone } from './model/milestone.js';
import type { Pairing, PairingAction } from './model/pairing.js';
import type { Questionnaire } from './model/questionnaire.js';
import type { RecordChange, RecoveryRecord } from './model/recovery-record.js';
import type { NewRecordingAnswer, RecordingAnswer } from './model/recording-answer.js';
import type { Admission, DoorChange, Knock, RoomDoor } from './model/room-door.js';
import type { EscalationPolicy, NewSafetyAlert, SafetyAlert } from './model/safety.js';
import type { Session } from './model/session.js';
import type { Page } from './page.js';
import type { SignalChannel } from './video/signal-channel.js';

/** Options of every call. */
export interface RequestOptions {
  /** Aborts the call; it then rejects with `signal.reason`, unchanged. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Options of every call that changes something. The same key again gives the first call's answer
 * and changes nothing; the same key for another input is `conflict` (detail `key-reused`).
 */
export interface WriteOptions extends RequestOptions {
  readonly idempotencyKey?: string | undefined;
  /**
   * What the person saw of the one thing that is to be changed, as `get`, `record` or a change of
   * this backend answered it. Where it has become something else meanwhile, the call is `conflict`
   * (detail `changed-meanwhile`) and nothing is done, but for a key that was answered before. Heeded
   * by `pairings.apply`, `milestones.changeRecord`, `sessions.accept` and `sessions.cancel`. A server
   * between passes on the version alone, a string.
   */
  readonly seen?: object | string | undefined;
}

/** Options of every list. */
export interface PageOptions extends RequestOptions {
  /** `next` of an earlier page. One that the backend does not know is `invalid-request`. */
  readonly cursor?: string | undefined;
  /** At most so many items; the backend may give fewer. Default 50, at most 200. */
  readonly limit?: number | undefined;
}

/** Whose data. Absent: the signed-in person's own. Another's needs a role and a grant in force. */
export interface OfPerson {
  readonly personId?: string | undefined;
}

/** Local dates, both inclusive. */
export interface DateRange {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Who is signed in. */
export interface SessionService {
  /** The session; null when nobody is signed in. */
  current(options?: RequestOptions): Promise<Session | null>;
  /** Ends the session and clears what is kept on this device. */
  signOut(options?: RequestOptions): Promise<void>;
}

/** Mentors and why they fit. */
export interface MentorService {
  get(mentorId: string, options?: RequestOptions): Promise<Mentor>;
  list(options?: PageOptions): Promise<Page<Mentor>>;
  /** Suggestions for the signed-in participant, best fit first. */
  suggest(options?: PageOptions): Promise<Page<MentorMatch>>;
  /** Why this mentor, also when they are full or not suggested. */
  match(mentorId: string, options?: RequestOptions): Promise<MentorMatch>;
}

/** Pairings of the signed-in participant or mentor. */
export interface PairingService {
  /** Newest first. */
  list(options?: PageOptions & { mentorId?: string }): Promise<Page<Pairing>>;
  get(pairingId: string, options?: RequestOptions): Promise<Pairing>;
  /**
   * Asks a mentor. `conflict` with detail `no-capacity`, `mentor-paused` or `already-paired`
   * (the participant already has an open pairing).
   */
  request(
    request: { mentorId: string; message?: string | undefined },
    options?: WriteOptions,
  ): Promise<Pairing>;
  /** Does one of {@link PairingAction}; what is not allowed is `conflict` with the rule as detail. */
  apply(pairingId: string, action: PairingAction, options?: WriteOptions): Promise<Pairing>;
}

/** Check-ins and the questionnaires they answer. */
export interface CheckInService {
  /** A questionnaire that the clinic keeps, by canonical address. */
  questionnaire?(url: string, options?: RequestOptions): Promise<Questionnaire>;
  /** What the clinic asks its participants for, and how often; null when it has not said. */
  plan?(options?: RequestOptions): Promise<CheckInPlan | null>;
  /**
   * Who has gone quiet and is to hear from the signed-in person, longest silence first: for a mentor
   * their active mentees who share `check-in-answers`, after 2 missed days; for a clinician
   * everybody, after 3. Nobody for others. A day on which the clinic could not be reached is not
   * missed.
   */
  followUps?(options?: RequestOptions): Promise<CheckInFollowUp[]>;
  submit(checkIn: NewCheckIn, options?: WriteOptions): Promise<CheckInReceipt>;
  /**
   * Newest first by `on`. Another's answers need the grant `check-in-answers` (else `forbidden`),
   * and free text is left out without `free-text`.
   */
  list(
    options?: PageOptions & OfPerson & DateRange & { questionnaire?: string },
  ): Promise<Page<CheckIn>>;
}

/** Half-written things, for their writer alone; cleared at sign-out. */
export interface DraftService {
  get(key: string, options?: RequestOptions): Promise<Draft | null>;
  put(key: string, value: unknown, options?: RequestOptions): Promise<void>;
  remove(key: string, options?: RequestOptions): Promise<void>;
}

/** Recovery time and milestones. Another's need the grant `recovery-dates` (else `forbidden`). */
export interface MilestoneService {
  /** The record; null before the person has begun one. */
  record(options?: OfPerson & RequestOptions): Promise<RecoveryRecord | null>;
  /** One of {@link RecordChange}; what is not allowed is `conflict` with the rule as detail. */
  changeRecord(change: RecordChange, options?: WriteOptions): Promise<RecoveryRecord>;
  /**
   * `past`: what was reached, chips included, newest first. `coming`: programme and personal ones
   * in sight, soonest first; chips to come are computed from the record. Default `past`.
   */
  list(options?: PageOptions & OfPerson & { when?: 'past' | 'coming' }): Promise<Page<Milestone>>;
  /** Title and note are kept as written. */
  add(milestone: NewMilestone, options?: WriteOptions): Promise<Milestone>;
  /** Removes a personal milestone; another kind is `conflict` (detail `not-personal`). */
  remove(milestoneId: string, options?: WriteOptions): Promise<void>;
  /** Cheers; again replaces one's earlier celebration. Null takes it back. */
  celebrate(
    milestoneId: string,
    celebration: NewCelebration | null,
    options?: WriteOptions,
  ): Promise<Milestone>;
}

/** Group and one-to-one sessions. */
export interface MeetingService {
  /** Soonest first; without `from`, those that are not over. Instants, `to` exclusive. */
  list(
    options?: PageOptions & { from?: string; to?: string; kind?: Meeting['kind'] },
  ): Promise<Page<Meeting>>;
  get(meetingId: string, options?: RequestOptions): Promise<Meeting>;
  /** Accepts the agreements of that version; another version is `conflict` (`agreements-changed`). */
  accept(meetingId: string, version: string, options?: WriteOptions): Promise<Meeting>;
  /**
   * How to get into the room. `conflict` with detail `doors-closed`, `over`, `cancelled`,
   * `agreements-not-accepted`; and, as the host keeps the door, `removed` (from this meeting),
   * `locked`, or `not-admitted` (see `knock`). With `breakout`, into that small room of
   * `breakouts`: `forbidden` to whoever is neither asked into it nor the host, and `conflict`
   * (`breakout-over`) once it has ended.
   */
  access(
    meetingId: string,
    options?: RequestOptions & { breakout?: string | undefined },
  ): Promise<RoomAccess>;
  /**
   * Asks to be let in, and again every `KNOCK_MS` while one waits: who falls silent waits no more.
   * `watch` tells when a host has answered. `conflict` as `access`, except `not-admitted`; and
   * `locked` only where the meeting has no waiting room. Absent where there are no doors to keep.
   */
  knock?(meetingId: string, knock: Knock, options?: RequestOptions): Promise<Admission>;
  /** The door as its host sees it; `forbidden` to everybody else. Absent as `knock` is. */
  door?(meetingId: string, options?: RequestOptions): Promise<RoomDoor>;
  /** Locks, admits, declines, removes: one's own meeting's door. Absent as `knock` is. */
  keepDoor?(meetingId: string, change: DoorChange, options?: WriteOptions): Promise<RoomDoor>;
  /**
   * Keeps that the person said yes or no to being recorded, with the time. A yes counts once this has
   * resolved; a no counts at once, and is kept as soon as it can be. `conflict` with detail
   * `doors-closed`, `over` or `cancelled`. Absent where the clinic records nothing.
   */
  answerRecording?(answer: NewRecordingAnswer, options?: WriteOptions): Promise<RecordingAnswer>;
  /**
   * The small rooms beside this one. `watch` tells everybody who is expected when they begin or end.
   * `conflict` as `access`. Absent where there are none.
   */
  breakouts?(meetingId: string, options?: RequestOptions): Promise<RoomBreakouts>;
  /**
   * Begins them, calls everybody back, answers a call for support: for one's own meeting; others are
   * `forbidden`. A guest who is unknown, the host or named twice is `invalid-request` (`guest`).
   * `conflict` as `access`, with `already-running`, and `too-late` when the meeting is about to end;
   * they end a minute before it does, and 30 seconds after everybody was called back. Absent as
   * `breakouts` is.
   */
  keepBreakouts?(
    meetingId: string,
    change: BreakoutChange,
    options?: WriteOptions,
  ): Promise<RoomBreakouts>;
  /**
   * Says where one is, or asks the host for support from there; `conflict` (`breakout-over`) for
   * whoever is asked into none. Absent as `breakouts` is.
   */
  tellBreakout?(
    meetingId: string,
    word: BreakoutWord,
    options?: RequestOptions,
  ): Promise<RoomBreakouts>;
  /** Writes that the person was there; again updates `leftAt`. */
  attend(attendance: Attendance, options?: WriteOptions): Promise<Attendance>;
  /** Free times of a mentor, soonest first. */
  openings(mentorId: string, options?: PageOptions): Promise<Page<Opening>>;
  /** Books a one-to-one; somebody else was faster: `conflict` (`taken`). */
  book(opening: Opening, options?: WriteOptions): Promise<Meeting>;
  cancel(meetingId: string, options?: WriteOptions): Promise<Meeting>;
}

/** What mentor and mentee write to each other. */
export interface MessageService {
  /** Newest first. */
  list(pairingId: string, options?: PageOptions & { kept?: boolean }): Promise<Page<Message>>;
  /** Into an active pairing; else `conflict` (`wrong-status`). */
  send(pairingId: string, message: NewMessage, options?: WriteOptions): Promise<Message>;
  update(
    messageId: string,
    change: { read?: true; kept?: boolean },
    options?: WriteOptions,
  ): Promise<Message>;
}

/** Treatment goals and assignments. */
export interface GoalService {
  list(options?: PageOptions & OfPerson): Promise<Page<Goal>>;
  add(goal: NewGoal, options?: WriteOptions): Promise<Goal>;
  setStatus(goalId: string, status: GoalStatus, options?: WriteOptions): Promise<Goal>;
}

/** What the signed-in person shares. A mentor sees the grants made to them. */
export interface ConsentService {
  list(options?: PageOptions): Promise<Page<Grant>>;
  grant(grant: NewGrant, options?: WriteOptions): Promise<Grant>;
  /** In force at once: the next read by the grantee is refused. */
  revoke(grantId: string, options?: WriteOptions): Promise<Grant>;
}

/** Alerts for a named human role. */
export interface SafetyService {
  /** Who receives alerts and when; null when the clinic has not configured it. */
  policy(options?: RequestOptions): Promise<EscalationPolicy | null>;
  raise(alert: NewSafetyAlert, options?: WriteOptions): Promise<SafetyAlert>;
  /** One's own; for clinicians and facilitators the clinic's that nobody has acknowledged, but none about themselves. */
  list(options?: PageOptions): Promise<Page<SafetyAlert>>;
  /** A clinician or facilitator has seen it; others are `forbidden`. */
  acknowledge(alertId: string, options?: WriteOptions): Promise<SafetyAlert>;
}

/** The services that can be present or absent. */
export interface BackendServices {
  readonly mentors?: MentorService | undefined;
  readonly pairings?: PairingService | undefined;
  readonly checkIns?: CheckInService | undefined;
  readonly drafts?: DraftService | undefined;
  readonly milestones?: MilestoneService | undefined;
  readonly sessions?: MeetingService | undefined;
  readonly messages?: MessageService | undefined;
  readonly goals?: GoalService | undefined;
  readonly consents?: ConsentService | undefined;
  readonly safety?: SafetyService | undefined;
}

/** Where a change happened. */
export type ChangeTopic = 'session' | keyof BackendServices;

/** Something in the backend changed, by this page, another tab or another person. */
export interface Change {
  readonly topic: ChangeTopic;
  /** What changed, when known; absent: anything in the topic may have. */
  readonly ids?: readonly string[] | undefined;
}

/**
 * The port that every element talks to. A service that a backend cannot offer is absent, and the
 * element says so. Every call rejects with a `BackendError` or with its signal's reason.
 */
export interface Backend extends BackendServices {
  readonly session: SessionService;
  /** Calls `listener` after every change that the signed-in person may see; returns its end. */
  watch(listener: (change: Change) => void): () => void;
  /**
   * A line between the browsers in a meeting's room, for rooms whose people are connected to each
   * other (`access` is what `sessions.access` answered). It carries for those whom that lets in,
   * keeps nothing, and is silent to everybody else; each small room (`breakout`, as `access` was
   * asked for) has one of its own. Absent where rooms need none.
   */
  roomChannel?(meetingId: string, access: MeshAccess, breakout?: string): SignalChannel;
  /**
   * False when nothing outlives this page (no storage, private mode); elements then say so.
   * Absent means kept.
   */
  readonly durable?: Promise<boolean> | undefined;
  /**
   * True when what cannot be sent now is kept and sent later; elements then fetch what it takes to
   * send before the network can be lost. Absent means not.
   */
  readonly queues?: boolean | undefined;
}
