import * as z from 'zod/mini';
import type { MeetingService } from '../../../backend.js';
import { Id } from '../../../model/id.js';
import { KNOCK_LAPSE_MS } from '../../../model/knocking.js';
import { DoorChange, Knock, type Admission } from '../../../model/room-door.js';
import { attendances, doorStates, entries, knocks, type StoredMeeting } from '../collections.js';
import { forbid } from '../access.js';
import { doorOf, guestOf, hosted, openTo, personOf, standingOf } from '../doors.js';
import type { Call, Engine } from '../engine.js';
import { entryId, own } from '../meetings.js';

type DoorMethods = Required<Pick<MeetingService, 'knock' | 'door' | 'keepDoor'>>;
type Entry = Parameters<(typeof entries)['id']>[0];

const Ask = z.object({ id: Id, knock: Knock });
const Keep = z.object({ id: Id, change: DoorChange });

/** Who is in the room: those whom its host lets in. */
export const doorMethods = (engine: Engine): DoorMethods => ({
  knock: (id, knock, options) =>
    engine.write('sessions.knock', Ask, { id, knock }, options, async (call, asked) => ({
      state: await ask(call, asked.id, asked.knock),
    })),

  door: (meetingId, options) =>
    engine.read('sessions.door', Id, meetingId, options, async (call, id) =>
      doorOf(call, await hosted(call, id)),
    ),

  keepDoor: (id, change, options) =>
    engine.write('sessions.keepDoor', Keep, { id, change }, options, async (call, asked) => {
      const meeting = await hosted(call, asked.id);
      const moved = await keep(call, meeting, asked.change);
      call.changed('sessions', [meeting.facilitator.id, ...moved], meeting.id);
      return doorOf(call, meeting);
    }),
});

async function ask(call: Call, id: string, knock: Knock): Promise<Admission['state']> {
  const { me, now, records } = call;
  const place = entryId(id, me.id);
  const before = await records.find(knocks, place);
  const tell = ({ facilitator }: StoredMeeting) => call.changed('sessions', [facilitator.id], id);
  if (knock.leaving) {
    if (before) {
      await records.remove(knocks, place);
      tell(await own(call, id));
    }
    return 'left';
  }
  const meeting = await openTo(call, id);
  const standing = await standingOf(call, meeting, true);
  if (standing === 'declined') return 'declined';
  if (standing !== 'stranger') return 'admitted';
  const heardAt = now.toISOString();
  const silent = before && +now - Date.parse(before.heardAt) >= KNOCK_LAPSE_MS;
  const since = before && !silent ? before.since : heardAt;
  const { name } = knock;
  await records.put(knocks, { id: place, meetingId: id, personId: me.id, name, since, heardAt });
  if (before?.since !== since || before.name !== name) tell(meeting);
  return 'waiting';
}

/** @returns whom it concerns beside the host */
async function keep(call: Call, meeting: StoredMeeting, change: DoorChange): Promise<string[]> {
  const { records, now } = call;
  const decide = async (personId: string, entry: Pick<Entry, 'state' | 'name' | 'reason'>) => {
    const id = entryId(meeting.id, personId);
    await records.remove(knocks, id);
    const at = now.toISOString();
    await records.put(entries, { id, meetingId: meeting.id, personId, at, ...entry });
  };
  switch (change.type) {
    case 'lock':
      await records.put(doorStates, { id: meeting.id, locked: true });
      for (const personId of await staying(call, meeting, change.present))
        await decide(personId, { state: 'admitted' });
      return [];
    case 'unlock':
      await records.put(doorStates, { id: meeting.id, locked: false });
      return [];
    case 'admit':
    case 'decline': {
      const people = change.guests.map((guest) => comerOf(meeting, guest));
      const state = change.type === 'admit' ? 'admitted' : 'declined';
      for (const personId of people) await decide(personId, { state });
      return people;
    }
    case 'remove': {
      const personId = comerOf(meeting, change.guest);
      const { name, reason } = change;
      await decide(personId, { state: 'removed', name, reason });
      return [personId];
    }
  }
}

/** Those who are in when it is locked, and those who were and whose line may just be down. */
async function staying(
  { records }: Call,
  meeting: StoredMeeting,
  present: readonly string[],
): Promise<string[]> {
  const staying: string[] = [];
  for (const personId of meeting.members) {
    const id = entryId(meeting.id, personId);
    if (personId === meeting.facilitator.id || (await records.find(entries, id))) continue;
    const isIn = present.includes(guestOf(meeting, personId));
    if (isIn || (await records.find(attendances, id))) staying.push(personId);
  }
  return staying;
}

/** Everybody but the host, who always can. */
function comerOf(meeting: StoredMeeting, guest: string): string {
  const person = personOf(meeting, guest);
  if (person === meeting.facilitator.id) forbid();
  return person;
}
