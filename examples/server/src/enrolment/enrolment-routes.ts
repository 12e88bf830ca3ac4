import type { Hono } from 'hono';
import { partsReader } from '../http/request-parts.js';
import type { Route } from '../../../../src/client/backends/http/route.js';
import { toArguments } from '../../../../src/client/backends/http/arguments.js';
import { BackendError } from '../../../../src/client/errors.js';
import type { Env } from '../http/env.js';
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

/**
 * Mounts the clinic's way to enrol people, behind authentication: for its clinicians, and so for a
 * portal's server that has one's token. Not part of the API, which other backends implement.
 */
export function mountEnrolment(
  app: Hono<Env>,
  { backendFor, enrol }: Pick<ServerOptions, 'backendFor'> & { readonly enrol: Enrol },
): void {
  const read = partsReader(enrolmentRoute);
  app.put(enrolmentRoute.path, async (c) => {
    c.set('operation', 'people.enrol');
    const { principal } = c.get('identity');
    const backend = await backendFor(principal);
    const session = await backend.session.current();
    if (session?.person.role !== 'clinician') throw new BackendError('forbidden');
    const parts = { ...(await read(c.req.raw)), params: {} };
    const [person] = toArguments(enrolmentRoute, parts, {}) as [EnrolledPerson];
    const clinic = { id: principal.tenantId, name: session.clinic.name };
    await enrol({ clinic, by: principal.personId }, [person]);
    return c.body(null, 204);
  });
}
