import type { Backend, BackendServices } from '../../../../src/client/backend.js';
import type { Enrol, Remove } from '../enrolment/enrolment-routes.js';
import type { Principal } from '../principal.js';
import type { RoomRelay } from '../rooms/room-relay.js';
import type { Authenticate } from './identity.js';
import type { LogEntry } from './log.js';
import type { RateLimit, RateLimits } from './rate-limiter.js';
import type { Revocations } from './revocations.js';

/** What the HTTP layer is made of. */
export interface ServerOptions {
  /** The backend as that person: it alone decides who may see what. */
  readonly backendFor: (principal: Principal) => Backend | Promise<Backend>;
  readonly authenticate: Authenticate;
  /** Default: in this process, which is right for one instance only. */
  readonly revocations?: Revocations;
  /**
   * Tells all instances that the person has signed out: each looks at their streams then. Default:
   * this one alone knows at once, others at the next sign of life.
   */
  readonly tellSignOut?: (principal: Principal) => Promise<void>;
  /** Enrols people for `PUT /admin/people`. Default: there is no such route. */
  readonly enrol?: Enrol;
  /** Takes people out for `DELETE /admin/people/{personId}`. Default: there is no such route. */
  readonly remove?: Remove;
  /** Passes on what browsers in a room tell each other. Default: within this process. */
  readonly rooms?: RoomRelay;
  /** What is offered. Default: all services. */
  readonly services?: readonly (keyof BackendServices)[];
  /** Origins whose pages may call, `https://portal.example`. Default none but its own. */
  readonly origins?: readonly string[];
  /** Most bytes of a request's body. Default 256 KiB. */
  readonly bodyLimit?: number;
  /** Of one person: how many requests, counted by this process, or a counter that others share. */
  readonly rateLimit?: RateLimit | RateLimits;
  /** Most streams of changes that one person has open. Default 20. */
  readonly streamLimit?: number;
  /** Milliseconds between signs of life on a stream of changes. Default 15,000. */
  readonly heartbeat?: number;
  /** Milliseconds for which changes are kept for a stream that was cut. Default 60,000. */
  readonly linger?: number;
  /** Whether requests can be served, for `/readyz`: is the database there? */
  readonly ready?: () => Promise<boolean>;
  /** Default: a line of JSON on standard output. */
  readonly log?: (entry: LogEntry) => void;
}
