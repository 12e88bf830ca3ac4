import type * as z from 'zod/mini';
import type { BackendServices, SessionService } from '../../backend.js';

/** The services of the port, none absent. */
export type Services = { readonly session: SessionService } & {
  readonly [S in keyof BackendServices]-?: NonNullable<BackendServices[S]>;
};
export type ServiceName = keyof Services;

/** What a method of the port resolves with. */
type AnswerOf<Method> = Method extends (...args: never[]) => Promise<infer Answer> ? Answer : never;

/**
 * One call of the port as HTTP. How a call's arguments travel follows from the fields by a single
 * rule (see `arguments.ts`), for the client and the server alike.
 */
export interface Route {
  /** One line for the OpenAPI document. */
  readonly summary: string;
  /**
   * A reading call that would have to name something about a person's health is a POST, as FHIR's
   * `_search` is: URLs end up in logs and histories.
   */
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** From the base address, with its parameters in braces. @see RFC 6570, level 1 */
  readonly path: `/${string}`;
  /** Names of the call's arguments, in order, before its options. */
  readonly takes?: readonly string[];
  /** The request's body; absent: none, or the options of a POST. */
  readonly body?: z.ZodMiniType;
  /** What is sent of the call's options: the query of a GET, the body of a POST. */
  readonly options?: z.ZodMiniObject;
  /** The answer; absent: 204 and no body. */
  readonly answer?: z.ZodMiniType | undefined;
  /** 201 instead of 200: the call makes something new. */
  readonly creates?: true;
  /** Changes nothing, although a POST. @see RFC 9110, section 9.2.1 */
  readonly safe?: true;
  /** Takes an `Idempotency-Key`, and is then safe to send again. */
  readonly keyed?: true;
  /** Its answer has an `ETag`, and `If-None-Match` with that is answered 304. */
  readonly tagged?: true;
  /**
   * The reading call whose thing this one changes: `If-Match` with that one's `ETag` is answered 412
   * when the thing is another by now, and the answer has the new one.
   */
  readonly changes?: `${string}.${string}`;
  /** Rules that answer `conflict`, as the problem's `reason`. */
  readonly rules?: readonly string[];
}

type RouteOf<Answer> = Route &
  ([Answer] extends [void]
    ? { readonly answer?: undefined }
    : { readonly answer: z.ZodMiniType<Answer> });

/** A route for each method of the port, each with an answer of the method's own type. */
export type Api = {
  readonly [S in ServiceName]: {
    readonly [M in keyof Services[S]]-?: RouteOf<AnswerOf<NonNullable<Services[S][M]>>>;
  };
};

/** Whether the call changes nothing. */
export function isSafe({ method, safe }: Route): boolean {
  return method === 'GET' || safe === true;
}

/** Whether the request may be sent again when nobody knows what became of the first. */
export function isRepeatable(route: Route): boolean {
  // RFC 9110, section 9.2.2: PUT and DELETE are idempotent; a POST is by its key.
  return isSafe(route) || route.method !== 'POST' || route.keyed === true;
}
