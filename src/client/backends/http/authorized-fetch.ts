import { abortable } from '../../abortable.js';
import type { TokenSource } from './token-source.js';

type Fetch = (request: Request) => Promise<Response>;

/**
 * Sends a request with the token as a header, and once more with a fresh one when the server
 * refused it (RFC 6750, section 3).
 */
export function authorizedFetch(fetch: Fetch, tokens: TokenSource): Fetch {
  return async (request) => {
    // Others may wait for the same token, so an abort ends this wait alone.
    const token = await abortable(tokens.get(), request.signal);
    const again = request.clone();
    const response = await fetch(withToken(request, token));
    if (response.status !== 401) {
      // A copy that nobody reads would be kept.
      void again.body?.cancel().catch(() => undefined);
      return response;
    }
    void response.body?.cancel().catch(() => undefined);
    return fetch(withToken(again, await abortable(tokens.get(token), again.signal)));
  };
}

function withToken(request: Request, token: string): Request {
  request.headers.set('authorization', `Bearer ${token}`);
  return request;
}

/**
 * Waits for the whole body, so that an answer that is cut on its way is a failed try like one that
 * never came.
 */
export function wholeResponses(fetch: Fetch): Fetch {
  return async (request) => {
    const response = await fetch(request);
    const { status, statusText, headers } = response;
    const body = await response.arrayBuffer();
    return new Response(body.byteLength ? body : null, { status, statusText, headers });
  };
}
