import * as z from 'zod/mini';
import { Celebration } from '../../model/celebration.js';
import type { CheckInPlan } from '../../model/check-in-plan.js';
import { CheckIn } from '../../model/check-in.js';
import { Grant } from '../../model/consent.js';
import { Instant } from '../../model/date-time.js';
import { Draft } from '../../model/draft.js';
import { Goal } from '../../model/goal.js';
import { Id } from '../../model/id.js';
import { MatchPreferences } from '../../model/matching.js';
import { Attendance, Meeting } from '../../model/meeting.js';
import { Mentor } from '../../model/mentor.js';
import { Message } from '../../model/message.js';
import { Milestone } from '../../model/milestone.js';
import { isOpen, Pairing } from '../../model/pairing.js';
import { RecordingAnswer } from '../../model/recording-answer.js';
import { RecoveryRecord } from '../../model/recovery-record.js';
import { ROOM_REMOVALS } from '../../model/room-removal.js';
import { EscalationPolicy, SafetyAlert } from '../../model/safety.js';
import { Session } from '../../model/session.js';

/** One kind of record: what it looks like, its id and the orders in which it is listed. */
export interface Collection<T> {
  readonly name: string;
  readonly schema: z.ZodMiniType<T>;
  readonly id: (value: T) => string;
  readonly order: (value: T) => readonly (readonly string[])[];
}

/** Defines a kind of record. */
export const collection = <T>(
  name: string,
  schema: z.ZodMiniType<T>,
  id: (value: T) => string,
  order: Collection<T>['order'] = () => [],
): Collection<T> => ({ name, schema, id, order });

const byId = (value: { id: string }) => value.id;

/** Somebody who can sign in. */
export const Profile = z.object({
  id: Id,
  session: Session,
  /** How those see a participant who were not granted the name. */
  alias: z.optional(z.string()),
  preferences: z.optional(MatchPreferences),
});
export type Profile = z.infer<typeof Profile>;

const StoredMentor = z.omit(Mentor, { openPlaces: true, nextOpening: true });
export type StoredMentor = z.infer<typeof StoredMentor>;

const StoredMilestone = z.omit(Milestone, { reached: true });
export type StoredMilestone = z.infer<typeof StoredMilestone>;

const StoredMeeting = z.extend(z.omit(Meeting, { accepted: true, expected: true }), {
  /** Ids of all who are expected, the facilitator included. */
  members: z.array(Id),
  room: z.string(),
});
export type StoredMeeting = z.infer<typeof StoredMeeting>;

export const people = collection('person', Profile, byId, (p) => [
  ['role', p.session.person.role, p.id],
]);
export const mentors = collection('mentor', StoredMentor, byId, (m) => [['all', m.name, m.id]]);
export const pairings = collection('pairing', Pairing, byId, (p) =>
  [p.participant.id, p.mentor.id].flatMap((person) => [
    ['of', person, p.requestedAt, p.id],
    ...(isOpen(p.status) ? [['open', person, p.id]] : []),
  ]),
);
export const checkIns = collection('check-in', CheckIn, byId, (c) => [
  ['of', c.personId, c.on, c.receivedAt, c.id],
  ['to', c.personId, unversioned(c.response.questionnaire ?? ''), c.on, c.receivedAt, c.id],
]);
export const recoveryRecords = collection(
  'record',
  RecoveryRecord,
  (r) => r.personId,
  (r) => r.chapters.map((c) => ['chapter', c.id, r.personId]),
);
export const milestones = collection('milestone', StoredMilestone, byId, (m) => [
  ['of', m.personId, m.on, m.id],
]);
/** Celebrations of chips, which are otherwise computed from the record. */
export const chipCelebrations = collection(
  'chip',
  z.object({ id: Id, celebrations: z.array(Celebration) }),
  byId,
);
export const meetings = collection('meeting', StoredMeeting, byId, (m) =>
  m.members.map((person) => ['of', person, m.startsAt, m.id]),
);
export const acceptances = collection(
  'acceptance',
  z.object({ id: z.string(), version: z.string(), at: Instant }),
  byId,
);
export const attendances = collection(
  'attendance',
  z.object({ id: z.string(), attendance: Attendance }),
  byId,
);
/** What people said to being recorded, each answer beside those before it. */
export const recordingAnswers = collection(
  'recording-answer',
  z.extend(RecordingAnswer, { id: Id, personId: Id }),
  byId,
  (a) => [['of', a.meetingId, a.personId, a.at, a.id]],
);
/** Who asks to be let in, and when they last said so. */
export const knocks = collection(
  'knock',
  z.object({
    id: z.string(),
    meetingId: Id,
    personId: Id,
    name: z.string(),
    since: Instant,
    heardAt: Instant,
  }),
  byId,
  (k) => [['of', k.meetingId, k.since, k.personId]],
);
/** What a host has decided about somebody's entry. */
export const entries = collection(
  'entry',
  z.object({
    id: z.string(),
    meetingId: Id,
    personId: Id,
    state: z.enum(['admitted', 'declined', 'removed']),
    at: Instant,
    name: z.optional(z.string()),
    reason: z.optional(z.enum(ROOM_REMOVALS)),
  }),
  byId,
  (e) => [[e.state, e.meetingId, e.at, e.personId]],
);
export const doorStates = collection('door', z.object({ id: Id, locked: z.boolean() }), byId);
export const messages = collection('message', Message, byId, (m) => [
  ['of', m.pairingId, m.sentAt, m.id],
  [m.kept ? 'kept' : 'not-kept', m.pairingId, m.sentAt, m.id],
]);
export const goals = collection('goal', Goal, byId, (g) => [['of', g.personId, g.id]]);
export const grants = collection('grant', Grant, byId, (g) => [
  ['of', g.grantorId, g.grantedAt, g.id],
  ['of', g.granteeId, g.grantedAt, g.id],
  ['between', g.grantorId, g.granteeId, g.id],
]);
export const alerts = collection('alert', SafetyAlert, byId, (a) => [
  ['of', a.personId, a.receivedAt, a.id],
  ...(a.acknowledgedAt ? [] : [['open', a.receivedAt, a.id]]),
]);
export const drafts = collection(
  'draft',
  z.object({ id: z.string(), personId: Id, draft: Draft }),
  byId,
  (d) => [['of', d.personId, d.id]],
);
export const policies = collection('policy', z.extend(EscalationPolicy, { id: Id }), byId);
/** What the clinic asks for: one, `plan`. Few pages read it, and they parse it then. */
export const plans = collection<CheckInPlan & { id: string }>(
  'plan',
  z.looseObject({ id: Id }) as unknown as z.ZodMiniType<CheckInPlan & { id: string }>,
  byId,
);
/** What writes with an idempotency key were answered, and a fingerprint of what they asked. */
export const answers = collection(
  'answer',
  // What has nothing to say is kept as nothing, where records are JSON.
  z.object({ id: z.string(), print: z.string(), answer: z.optional(z.unknown()) }),
  byId,
);

/** A canonical without its version. */
export function unversioned(canonical: string): string {
  return canonical.split('|', 1)[0] ?? canonical;
}
