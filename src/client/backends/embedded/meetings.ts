import { BackendError } from '../../errors.js';
import type { Meeting, Opening } from '../../model/meeting.js';
import { RuleError } from '../../model/rule-error.js';
import {
  acceptances,
  entries,
  meetings,
  mentors,
  pairings,
  type StoredMeeting,
} from './collections.js';
import type { Call } from './engine.js';
import { openingsOf } from './openings.js';

/** A meeting that the reader is expected at. */
export async function own(call: Call, id: string): Promise<StoredMeeting> {
  const meeting = await call.records.get(meetings, id);
  call.access.among(...meeting.members);
  return meeting;
}

/** Where it stands what a host has decided about somebody's entry. */
export const entryId = (meetingId: string, personId: string) => `${meetingId} ${personId}`;

/** What this person accepted, if anything. */
export function acceptanceOf({ records, me }: Call, meetingId: string) {
  return records.find(acceptances, `${meetingId} ${me.id}`);
}

/** The meeting for the one who reads it. Who else is expected stays a number. */
export async function present(call: Call, stored: StoredMeeting): Promise<Meeting> {
  const { members, room: _room, ...meeting } = stored;
  const acceptance = await acceptanceOf(call, stored.id);
  const entry = await call.records.find(entries, entryId(stored.id, call.me.id));
  return {
    ...meeting,
    expected: members.length,
    ...(entry?.state === 'removed' ? { removed: true } : {}),
    ...(acceptance ? { accepted: { version: acceptance.version, at: acceptance.at } } : {}),
  };
}

export async function save(call: Call, meeting: StoredMeeting): Promise<Meeting> {
  await call.records.put(meetings, meeting);
  call.changed('sessions', meeting.members, meeting.id);
  if (meeting.kind === 'one-to-one') call.changed('mentors', '*', meeting.facilitator.id);
  return present(call, meeting);
}

/** Books a one-to-one with the mentor of an active pairing, if the time is still free. */
export async function book(call: Call, opening: Opening): Promise<Meeting> {
  const { me, records } = call;
  call.access.as('participant');
  const mentor = await records.get(mentors, opening.mentorId);
  const startsAt = new Date(opening.startsAt).toISOString();
  const endsAt = new Date(opening.endsAt).toISOString();
  if (startsAt >= endsAt) throw new BackendError('invalid-request', { detail: 'endsAt' });
  const paired = await records.all(pairings, ['open', me.id]);
  if (!paired.some((p) => p.mentor.id === mentor.id && p.status === 'active'))
    throw new RuleError('wrong-status');
  const free = await openingsOf(call, mentor);
  if (!free.some((o) => o.startsAt === startsAt && o.endsAt === endsAt))
    throw new RuleError('taken');
  return save(call, {
    id: call.newId(),
    kind: 'one-to-one',
    title: { en: `One-to-one with ${mentor.name}`, es: `Encuentro con ${mentor.name}` },
    startsAt,
    endsAt,
    facilitator: { id: mentor.id, name: mentor.name, role: 'mentor' },
    agreements: { version: '1', items: [] },
    status: 'scheduled',
    members: [me.id, mentor.id],
    room: call.newId(),
  });
}
