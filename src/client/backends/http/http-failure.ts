/** What is behind a `BackendError` of the HTTP backend, as its `cause`: for logs and support. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';

  constructor(
    /** The call: `checkIns.submit`. */
    readonly operation: string,
    /** Finds the request in the server's log; the same for all tries. */
    readonly requestId: string,
    /** The answer's status; absent when none came. */
    readonly status?: number,
    options?: ErrorOptions,
  ) {
    super(`${operation} failed${status ? ` with ${status}` : ''}, request ${requestId}`, options);
  }
}
