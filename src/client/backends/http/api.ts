import { careRoutes } from './routes/care.js';
import { groupRoutes } from './routes/groups.js';
import { mentorRoutes } from './routes/mentors.js';
import { personRoutes } from './routes/person.js';
import type { Api, Route, ServiceName } from './route.js';

/** The version that every path begins with. A change that breaks clients makes a new one. */
export const API_VERSION = 'v1';

/**
 * The whole HTTP API as data: a route for every method of the port. The client, the reference
 * server and the OpenAPI document are derived from it; the compiler holds it to the port.
 */
export const api = {
  ...personRoutes,
  ...mentorRoutes,
  ...careRoutes,
  ...groupRoutes,
} as const satisfies Api;

/** Name of a call, `checkIns.submit`; the `operationId` of the OpenAPI document. */
export type Operation = {
  [S in ServiceName]: `${S}.${keyof Api[S] & string}`;
}[ServiceName];

/** A route with its place in the port. */
export interface PlacedRoute {
  readonly service: ServiceName;
  readonly method: string;
  readonly operation: Operation;
  readonly route: Route;
}

/** Every route, service by service. */
export function* everyRoute(): Generator<PlacedRoute> {
  for (const [service, routes] of Object.entries(api) as [ServiceName, Record<string, Route>][])
    for (const [method, route] of Object.entries(routes))
      yield { service, method, operation: `${service}.${method}` as Operation, route };
}
