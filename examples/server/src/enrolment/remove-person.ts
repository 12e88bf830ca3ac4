import {
  drafts,
  grants,
  meetings,
  mentors,
  pairings,
  people,
  type Profile,
} from '../../../../src/client/backends/embedded/collections.js';
import type { Records } from '../../../../src/client/backends/embedded/records.js';
import { CHANGE_TOPICS } from '../../../../src/client/change-topics.js';
import { isInForce, revoke } from '../../../../src/client/model/consent.js';
import type { ChangeFeed } from '../database/change-feed.js';
import { DatabaseStorage } from '../database/database-storage.js';
import type { Database } from '../database/database.js';
import { mustBeAllowed, type Enrolling } from './enrol.js';
import { former } from './former.js';

/**
 * Ends somebody's access at once, also on open streams and at all instances. Their pairing ends,
 * what they share and what was shared with them is revoked, one-to-ones to come are cancelled.
 * What they wrote stays, for as long as the law has the clinic keep it; nobody can ask for it as them.
 * @throws {BackendError} `not-found` for somebody whom the clinic does not know
 */
export async function removePerson(
  db: Database,
  feed: ChangeFeed,
  enrolling: Enrolling,
  id: string,
): Promise<void> {
  const { clinic, by } = enrolling;
  const clock = () => new Date();
  const storageOf = (personId: string | null) =>
    new DatabaseStorage(db, { tenantId: clinic.id, personId }, clock);
  const others = await storageOf(by).transact('readwrite', async (records) => {
    const person = await records.get(people, id);
    mustBeAllowed(enrolling, person.session.person.role);
    const now = clock();
    const touched = [
      ...(await endPairings(records, id, now)),
      ...(await endGrants(records, id, now)),
      ...(await leaveMeetings(records, id, now)),
    ];
    await putAway(records, person);
    return touched;
  });
  // Only as themselves does the database show them.
  await storageOf(id).transact('readwrite', async (records) => {
    for (const draft of await records.all(drafts, ['of', id]))
      await records.remove(drafts, draft.id);
  });
  const to = [...new Set([id, ...others])];
  await feed.tell(clinic.id, [
    { topic: 'session', to: [id] },
    ...CHANGE_TOPICS.map((topic) => ({ topic, to })),
    { topic: 'mentors', to: '*' },
  ]);
}

async function putAway(records: Records, person: Profile): Promise<void> {
  await records.put(former, person);
  await records.remove(people, person.id);
  if (await records.find(mentors, person.id)) await records.remove(mentors, person.id);
}

async function endPairings(records: Records, id: string, now: Date): Promise<string[]> {
  const open = await records.all(pairings, ['open', id]);
  for (const pairing of open)
    await records.put(pairings, {
      ...pairing,
      ...{ status: 'ended', changedAt: now.toISOString(), changedBy: id },
    });
  return open.flatMap(({ participant, mentor }) => [participant.id, mentor.id]);
}

async function endGrants(records: Records, id: string, now: Date): Promise<string[]> {
  const made = await records.all(grants, ['of', id], { only: (grant) => isInForce(grant, now) });
  for (const grant of made) await records.put(grants, revoke(grant, grant.grantorId, now));
  return made.flatMap(({ grantorId, granteeId }) => [grantorId, granteeId]);
}

async function leaveMeetings(records: Records, id: string, now: Date): Promise<string[]> {
  const from = now.toISOString();
  const coming = await records.all(meetings, ['of', id], { from });
  for (const meeting of coming)
    await records.put(meetings, {
      ...meeting,
      ...(meeting.kind === 'one-to-one' ? { status: 'cancelled' as const } : {}),
      members: meeting.members.filter((member) => member !== id),
    });
  return coming.flatMap(({ members }) => members);
}
