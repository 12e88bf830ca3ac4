import { BackendError } from '../../errors.js';
import { doors } from '../../model/meeting.js';
import { KNOCK_LAPSE_MS } from '../../model/knocking.js';
import { DECLINED_MS, type DoorGuest, type RoomDoor } from '../../model/room-door.js';
import { RuleError } from '../../model/rule-error.js';
import { doorStates, entries, knocks, type StoredMeeting } from './collections.js';
import type { Call } from './engine.js';
import { acceptanceOf, entryId, own } from './meetings.js';
import { printedUuid } from './random.js';

/**
 * What a person is called within one room. Two rooms call them differently, and it is none of the
 * clinic's ids.
 */
export const guestOf = ({ id, room }: StoredMeeting, personId: string): string =>
  printedUuid(['guest', id, room, personId]);

/** The meeting, when its doors are open and the reader has agreed. */
export async function openTo(call: Call, id: string): Promise<StoredMeeting> {
  const meeting = await own(call, id);
  const state = doors(meeting, call.now);
  if (state !== 'open') throw new RuleError(state === 'early' ? 'doors-closed' : state);
  const { agreements } = meeting;
  if (agreements.items.length && (await acceptanceOf(call, id))?.version !== agreements.version)
    throw new RuleError('agreements-not-accepted');
  return meeting;
}

/** The meeting, for who runs it. */
export async function hosted(call: Call, id: string): Promise<StoredMeeting> {
  const meeting = await own(call, id);
  call.access.among(meeting.facilitator.id);
  return meeting;
}

/**
 * How the reader stands at the door: a host, let in, or somebody who must ask.
 * @throws {RuleError} `removed`; `locked` where nobody can ask
 */
export async function standingOf(
  { me, records, now }: Call,
  meeting: StoredMeeting,
  isAsking = false,
): Promise<'host' | 'in' | 'stranger' | 'declined'> {
  const { id, facilitator, waitingRoom = false } = meeting;
  if (facilitator.id === me.id) return 'host';
  const entry = await records.find(entries, entryId(id, me.id));
  if (entry?.state === 'removed') throw new RuleError('removed');
  if (entry?.state === 'admitted') return 'in';
  const locked = (await records.find(doorStates, id))?.locked ?? false;
  if (locked && !(isAsking && waitingRoom)) throw new RuleError('locked');
  if (!waitingRoom) return 'in';
  const declined = entry?.state === 'declined' && +now - Date.parse(entry.at) < DECLINED_MS;
  return declined ? 'declined' : 'stranger';
}

/**
 * As whom the reader is in the room.
 * @throws {RuleError} as {@link standingOf}; `not-admitted` when a host must let them in first
 */
export async function entered(call: Call, meeting: StoredMeeting): Promise<'host' | 'in'> {
  const standing = await standingOf(call, meeting);
  if (standing === 'stranger' || standing === 'declined') throw new RuleError('not-admitted');
  return standing;
}

/** Whoever is called so in the room. @throws {BackendError} `invalid-request` */
export function personOf(meeting: StoredMeeting, guest: string): string {
  const person = meeting.members.find((each) => guestOf(meeting, each) === guest);
  if (!person) throw new BackendError('invalid-request', { detail: 'guest' });
  return person;
}

/** The door, for who runs the meeting. */
export async function doorOf({ records, now }: Call, meeting: StoredMeeting): Promise<RoomDoor> {
  const { id, members, facilitator } = meeting;
  const waiting = await records.all(knocks, ['of', id], {
    only: ({ heardAt }) => +now - Date.parse(heardAt) < KNOCK_LAPSE_MS,
  });
  const removed = await records.all(entries, ['removed', id]);
  const guest = (personId: string, name: string, since: string): DoorGuest => ({
    guest: guestOf(meeting, personId),
    name,
    since,
  });
  return {
    locked: (await records.find(doorStates, id))?.locked ?? false,
    waiting: waiting.map(({ personId, name, since }) => guest(personId, name, since)),
    removed: removed.map(({ personId, name = '', at }) => guest(personId, name, at)),
    expected: members.filter((m) => m !== facilitator.id).map((m) => guestOf(meeting, m)),
  };
}
