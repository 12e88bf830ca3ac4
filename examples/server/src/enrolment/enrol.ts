import { mentors, people } from '../../../../src/client/backends/embedded/collections.js';
import { BackendError } from '../../../../src/client/errors.js';
import type { Role } from '../../../../src/client/model/person.js';
import type { ChangeFeed } from '../database/change-feed.js';
import { DatabaseStorage } from '../database/database-storage.js';
import type { Database } from '../database/database.js';
import type { EnrolledPerson } from './enrolled-person.js';
import { former } from './former.js';

/** Where somebody is enrolled, and by whom. */
export interface Enrolling {
  readonly clinic: { readonly id: string; readonly name: string };
  /** Null is whoever runs the server; the audit has all others. */
  readonly by: string | null;
  /** The one role that they may do this to; absent: all. */
  readonly only?: Role;
}

/** @throws {BackendError} `forbidden` (`administrator`) */
export function mustBeAllowed({ only }: Enrolling, role: Role): void {
  if (only !== undefined && only !== role)
    throw new BackendError('forbidden', { detail: 'administrator' });
}

/**
 * Makes people known to the server, or says anew who they are; all of them or, when one does not
 * fit, none.
 * @throws {BackendError} `conflict` for somebody who is there in another role
 */
export async function enrol(
  db: Database,
  feed: ChangeFeed,
  enrolling: Enrolling,
  enrolled: readonly EnrolledPerson[],
): Promise<void> {
  const { clinic, by } = enrolling;
  const storage = new DatabaseStorage(db, { tenantId: clinic.id, personId: by }, () => new Date());
  await storage.transact('readwrite', async (records) => {
    for (const each of enrolled) {
      const { id, name, role, alias, preferences, mentor, ...session } = each;
      const before = (await records.find(people, id)) ?? (await records.find(former, id));
      mustBeAllowed(enrolling, role);
      // What they wrote and were shown belongs to who they were.
      if (before && before.session.person.role !== role)
        throw new BackendError('conflict', { detail: 'another-role' });
      await records.put(people, {
        id,
        session: { ...session, person: { id, name, role }, clinic },
        // What is not said anew stays as it was said: whom they will not be paired with, for example.
        ...ifSaid('alias', alias ?? before?.alias),
        ...ifSaid('preferences', preferences ?? before?.preferences),
      });
      if (mentor) await records.put(mentors, { ...mentor, id, name, timeZone: each.timeZone });
    }
  });
  await feed.tell(clinic.id, [
    { topic: 'session', to: enrolled.map(({ id }) => id) },
    { topic: 'mentors', to: '*' },
  ]);
}

const ifSaid = <K extends string, V>(name: K, value: V | undefined) =>
  (value === undefined ? {} : { [name]: value }) as Partial<Record<K, V>>;
