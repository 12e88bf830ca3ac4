import * as z from 'zod/mini';
import { BackendError } from '../../errors.js';
import { BACK_BEFORE_END_MS, BREAKOUT_NOTICE_MS } from '../../model/breakout-groups.js';
import type {
  Breakout,
  BreakoutChange,
  BreakoutPerson,
  RoomBreakouts,
} from '../../model/breakouts.js';
import { Instant } from '../../model/date-time.js';
import { Id } from '../../model/id.js';
import { RuleError } from '../../model/rule-error.js';
import { forbid } from './access.js';
import { collection, pairings, type StoredMeeting } from './collections.js';
import { guestOf, personOf } from './doors.js';
import { entryId } from './meetings.js';
import type { Call } from './engine.js';

/** The small rooms of a meeting: since when, and until when. */
const breakoutRounds = collection(
  'breakouts',
  z.object({ id: Id, startedAt: Instant, endsAt: Instant }),
  ({ id }) => id,
);
/** Who is asked into which of them. */
const placements = collection(
  'placement',
  z.object({
    id: z.string(),
    meetingId: Id,
    personId: Id,
    breakoutId: Id,
    /** Random, as a meeting's own is. */
    room: z.string(),
    name: z.string(),
    at: z.optional(z.enum(['pair', 'group'])),
    calledAt: z.optional(Instant),
    seen: z.optional(z.boolean()),
  }),
  ({ id }) => id,
  (p) => [['of', p.meetingId, p.breakoutId, p.personId]],
);
type Placement = Parameters<(typeof placements)['id']>[0];

/** Nothing is begun that would be over at once. */
const SHORTEST_MS = 60_000;

/** The round that is going on, if any. */
async function roundOf({ records, now }: Call, { id }: StoredMeeting) {
  const round = await records.find(breakoutRounds, id);
  return round && +now < Date.parse(round.endsAt) ? round : undefined;
}

/**
 * The small room of that id, for those who are asked into it, and for the host.
 * @throws {RuleError} `breakout-over` @throws {BackendError} `forbidden`
 */
export async function roomOf(call: Call, meeting: StoredMeeting, id: string): Promise<string> {
  const people = await call.records.all(placements, ['of', meeting.id, id]);
  const [first] = people;
  if (!first || !(await roundOf(call, meeting))) throw new RuleError('breakout-over');
  const { me } = call;
  if (me.id !== meeting.facilitator.id && !people.some(({ personId }) => personId === me.id))
    forbid();
  return first.room;
}

/** What the reader may know: a host everything, the others of their own. */
export async function breakoutsOf(call: Call, meeting: StoredMeeting): Promise<RoomBreakouts> {
  const isHost = call.me.id === meeting.facilitator.id;
  const round = await roundOf(call, meeting);
  const pairings = isHost ? { pairings: await pairingsAmong(call, meeting) } : {};
  const you = guestOf(meeting, call.me.id);
  if (!round) return { you, running: null, ...pairings };
  const placed = await call.records.all(placements, ['of', meeting.id]);
  const pairs: Breakout[] = [...byRoom(placed)]
    .filter(([, people]) => isHost || people.some(({ personId }) => personId === call.me.id))
    .map(([id, people]) => ({ id, people: people.map((each) => shown(call, meeting, each)) }));
  const { startedAt, endsAt } = round;
  return { you, running: { startedAt, endsAt, pairs }, ...pairings };
}

function byRoom(placed: readonly Placement[]): Map<string, Placement[]> {
  const rooms = new Map<string, Placement[]>();
  for (const each of placed)
    rooms.set(each.breakoutId, [...(rooms.get(each.breakoutId) ?? []), each]);
  return rooms;
}

/** That somebody asks for support is for them and the host alone. */
function shown({ me }: Call, meeting: StoredMeeting, placed: Placement): BreakoutPerson {
  const { personId, name, at, calledAt, seen } = placed;
  const isOwn = personId === me.id;
  const mayKnow = isOwn || me.id === meeting.facilitator.id;
  return {
    guest: guestOf(meeting, personId),
    name,
    ...(at && { at }),
    ...(mayKnow && calledAt && { callsSince: calledAt }),
    ...(isOwn && seen && { seen }),
  };
}

/** Who of those expected is whose mentor. */
async function pairingsAmong({ records }: Call, meeting: StoredMeeting) {
  const found: { mentor: string; mentee: string }[] = [];
  for (const member of meeting.members)
    for (const { mentor, participant, status } of await records.all(pairings, ['open', member]))
      if (
        status === 'active' &&
        mentor.id === member &&
        mentor.id !== meeting.facilitator.id &&
        meeting.members.includes(participant.id)
      )
        found.push({
          mentor: guestOf(meeting, mentor.id),
          mentee: guestOf(meeting, participant.id),
        });
  return found;
}

/** @throws {RuleError} `already-running`, `too-late` @throws {BackendError} `invalid-request` */
export async function start(
  call: Call,
  meeting: StoredMeeting,
  { pairs, minutes }: Extract<BreakoutChange, { type: 'start' }>,
): Promise<void> {
  const { records, now } = call;
  if (await roundOf(call, meeting)) throw new RuleError('already-running');
  const people = pairs.flat().map(({ guest }) => personOf(meeting, guest));
  if (people.includes(meeting.facilitator.id) || new Set(people).size < people.length)
    throw new BackendError('invalid-request', { detail: 'guest' });
  const endsAt = Math.min(+now + minutes * 60_000, Date.parse(meeting.endsAt) - BACK_BEFORE_END_MS);
  if (endsAt < +now + SHORTEST_MS) throw new RuleError('too-late');
  for (const { id } of await records.all(placements, ['of', meeting.id]))
    await records.remove(placements, id);
  for (const pair of pairs) {
    const [breakoutId, room] = [call.newId(), call.newId()];
    for (const { guest, name } of pair) {
      const personId = personOf(meeting, guest);
      const id = entryId(meeting.id, personId);
      await records.put(placements, {
        ...{ id, meetingId: meeting.id, personId, breakoutId, room, name },
      });
    }
  }
  const { id } = meeting;
  const [from, to] = [now.toISOString(), new Date(endsAt).toISOString()];
  await records.put(breakoutRounds, { id, startedAt: from, endsAt: to });
}

/** Everybody has a last word, and is back. */
export async function end(call: Call, meeting: StoredMeeting): Promise<void> {
  const round = await roundOf(call, meeting);
  if (!round) return;
  const soon = new Date(+call.now + BREAKOUT_NOTICE_MS).toISOString();
  if (soon < round.endsAt) await call.records.put(breakoutRounds, { ...round, endsAt: soon });
}

/** @returns the one who is told that their call has been seen; @throws {BackendError} `invalid-request` */
export async function answer(call: Call, meeting: StoredMeeting, guest: string): Promise<string> {
  const personId = personOf(meeting, guest);
  const placed = await call.records.find(placements, entryId(meeting.id, personId));
  if (placed?.calledAt) {
    const { calledAt: _, ...rest } = placed;
    await call.records.put(placements, { ...rest, seen: true });
  }
  return personId;
}

/**
 * What somebody says who is asked into a small room.
 * @returns whom it concerns beside the host @throws {RuleError} `breakout-over`
 */
export async function tell(
  call: Call,
  meeting: StoredMeeting,
  word: { type: 'call' } | { type: 'at'; at: 'pair' | 'group' },
): Promise<string[]> {
  const { records, me, now } = call;
  const placed = await records.find(placements, entryId(meeting.id, me.id));
  if (!placed || !(await roundOf(call, meeting))) throw new RuleError('breakout-over');
  if (word.type === 'at') await records.put(placements, { ...placed, at: word.at });
  else {
    const { seen: _, ...rest } = placed;
    // Who calls again has called since the first time.
    await records.put(placements, { ...rest, calledAt: placed.calledAt ?? now.toISOString() });
  }
  if (word.type === 'call') return [me.id];
  const pair = await records.all(placements, ['of', meeting.id, placed.breakoutId]);
  return pair.map(({ personId }) => personId);
}
