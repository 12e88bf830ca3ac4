import type { Hono } from 'hono';
import { partsReader } from '../http/request-parts.js';
import type { Route } from '../../../../src/client/backends/http/route.js';
import { toArguments } from '../../../../src/client/backends/http/arguments.js';
import { BackendError } from '../../../../src/client/errors.js';
import type { Env } from '../http/env.js';
import type { Identity } from '../http/identity.js';
import type { ServerOptions } from '../http/server-options.js';
import type { Enrolling } from './enrol.js';
import { EnrolledPerson } from './enrolled-person.js';

/** Enrols people, as the database does. */
export type Enrol = (enrolling: Enrolling, people: readonly EnrolledPerson[]) => Promise<void>;

/** The one route, in the terms of the API's. */
export const enrolmentRoute = {
  summary: 'Makes somebody known, or says anew who they are.',
  method: 'PUT',
  path: '/admin/people',
  takes: ['body'],
  body: EnrolledPerson,
} as const satisfies Route;

/** The other one. */
export const removalRoute = {
  summary: 'Ends somebody’s access at once, and their pairing; what they wrote is kept.',
  method: 'DELETE',
  path: '/admin/people/{personId}',
  takes: ['personId'],
} as const satisfies Route;

/** Takes people out, as the database does. */
export type Remove = (enrolling: Enrolling, personId: string) => Promise<void>;

type Options = Pick<ServerOptions, 'backendFor'> & {
  readonly enrol: Enrol;
  readonly remove?: Remove | undefined;
};

/**
 * Mounts the clinic's way to enrol people and to take them out, behind authentication. A clinician
 * takes in and lets go participants. For staff, mentors included, the token must also say `admin`:
 * who may decide that somebody reads what others share is the portal's to know, not ours.
 * Not part of the API, which other backends implement.
 */
export function mountEnrolment(app: Hono<Env>, { backendFor, enrol, remove }: Options): void {
  const read = partsReader(enrolmentRoute);

  async function enrolling({ principal }: Identity): Promise<Enrolling> {
    const session = await (await backendFor(principal)).session.current();
    if (session?.person.role !== 'clinician') throw new BackendError('forbidden');
    const clinic = { id: principal.tenantId, name: session.clinic.name };
    const only = principal.isAdmin ? {} : { only: 'participant' as const };
    return { clinic, by: principal.personId, ...only };
  }

  app.put(enrolmentRoute.path, async (c) => {
    c.set('operation', 'people.enrol');
    const by = await enrolling(c.get('identity'));
    const parts = { ...(await read(c.req.raw)), params: {} };
    const [person] = toArguments(enrolmentRoute, parts, {}) as [EnrolledPerson];
    await enrol(by, [person]);
    return c.body(null, 204);
  });

  if (!remove) return;
  app.delete(removalRoute.path.replace('{personId}', ':personId'), async (c) => {
    c.set('operation', 'people.remove');
    const by = await enrolling(c.get('identity'));
    const parts = { params: c.req.param(), query: {}, body: undefined };
    const [personId] = toArguments(removalRoute, parts, {}) as [string];
    // Whoever goes last could let nobody in again.
    if (personId === by.by) throw new BackendError('conflict', { detail: 'yourself' });
    await remove(by, personId);
    return c.body(null, 204);
  });
}
