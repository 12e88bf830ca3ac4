import ky, { HTTPError, type KyInstance } from 'ky';
import { BackendError } from '../../errors.js';
import { parseResponse } from '../../parse.js';
import { toParts, type Parts } from './arguments.js';
import { authorizedFetch, wholeResponses } from './authorized-fetch.js';
import { backOff } from './back-off.js';
import { EntityTags } from './entity-tags.js';
import { HttpFailure } from './http-failure.js';
import type { HttpBackendOptions } from './options.js';
import { randomKey } from '../../random-key.js';
import { isRepeatable, type Route } from './route.js';
import type { TokenSource } from './token-source.js';
import { refusal, retryAfterOf, translate } from './translate.js';

/** Longer than this many seconds nobody waits in a call; the caller is told how long instead. */
const MOST_RETRY_AFTER = 10;

const FETCH_OPTIONS = {
  cache: 'no-store',
  credentials: 'omit',
  // A redirect to a page for signing in is no answer, and a token goes nowhere else.
  redirect: 'error',
} as const;

/** Sends the calls of the port. */
export class Transport {
  /** The base address, without a slash at its end. */
  readonly base: string;
  /** Which version of a thing each answer was. */
  readonly tags = new EntityTags();
  readonly #ky: KyInstance;
  readonly #fetch: (request: Request) => Promise<Response>;

  constructor(options: HttpBackendOptions, tokens: TokenSource) {
    const { fetch = globalThis.fetch, timeout = 10_000, retries = 2 } = options;
    this.base = String(options.baseUrl).replace(/\/+$/, '');
    this.#fetch = authorizedFetch((request) => fetch(request), tokens);
    const whole = wholeResponses(this.#fetch);
    this.#ky = ky.create({
      // ky hands over requests only.
      fetch: (request) => whole(request as Request),
      timeout,
      ...FETCH_OPTIONS,
      retry: {
        limit: retries,
        statusCodes: [408, 425, 429, 500, 502, 503, 504],
        delay: options.backOff ?? backOff,
        retryOnTimeout: true,
        shouldRetry: ({ error }) => (worthAnotherTry(error) ? undefined : false),
      },
    });
  }

  /** Makes a call: parts it, sends it, parses the answer. */
  async call(
    { operation, route }: { readonly operation: string; readonly route: Route },
    args: readonly unknown[],
    init: Pick<RequestInit, 'keepalive'> = {},
  ): Promise<unknown> {
    const { options, ...parts } = toParts(route, args);
    const { signal } = options;
    signal?.throwIfAborted();
    const requestId = randomKey();
    const url = urlOf(this.base, route, parts);
    const kept = route.tagged && this.tags.at(url);
    try {
      const response = await this.#ky(url, {
        ...init,
        method: route.method,
        headers: {
          ...headersOf(route, requestId, options.idempotencyKey),
          ...ifSome('if-none-match', kept?.tag),
          ...ifSome('if-match', route.changes && this.tags.of(options.seen)),
        },
        retry: { methods: isRepeatable(route) ? [route.method.toLowerCase() as 'get'] : [] },
        ...(parts.body === undefined ? {} : { body: textOf(parts.body) }),
        ...(signal ? { signal } : {}),
      });
      if (!route.answer) return undefined;
      const answer = parseResponse(route.answer, await jsonOf(response));
      if (route.tagged || route.changes)
        this.tags.keep(answer, response.headers.get('etag'), route.tagged && url);
      return answer;
    } catch (error) {
      // Whatever went wrong meanwhile: nobody waits for it any more.
      signal?.throwIfAborted();
      if (kept && error instanceof HTTPError && error.response.status === 304) return kept.value;
      throw await translate(error, operation, requestId);
    }
  }

  /**
   * Opens a stream of server-sent events.
   * @throws {BackendError} when the server does not open it
   */
  async openStream(
    path: string,
    operation: string,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<ReadableStream<Uint8Array>> {
    const requestId = randomKey();
    const request = new Request(`${this.base}${path}`, {
      ...FETCH_OPTIONS,
      headers: { accept: 'text/event-stream', 'x-request-id': requestId, ...headers },
      signal,
    });
    const response = await this.#fetch(request);
    if (response.ok && response.body) return response.body;
    throw await refusal(response, new HttpFailure(operation, requestId, response.status));
  }
}

function worthAnotherTry(error: Error): boolean {
  if (error instanceof BackendError) return error.code === 'unavailable';
  if (!(error instanceof HTTPError)) return true;
  return (retryAfterOf(error.response) ?? 0) <= MOST_RETRY_AFTER;
}

function urlOf(base: string, { path }: Route, { params, query }: Parts): string {
  try {
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(params[name] ?? ''),
    );
    const wanted = Object.entries(query).filter(([, value]) => value !== undefined);
    const search = new URLSearchParams(wanted.map(([name, value]) => [name, String(value)]));
    return `${base}${filled}${wanted.length ? `?${search.toString()}` : ''}`;
  } catch (cause) {
    // Half of a surrogate pair is in no URL.
    throw new BackendError('invalid-request', { cause });
  }
}

function headersOf(
  { keyed, method, body, options }: Route,
  requestId: string,
  idempotencyKey: string | undefined,
): Record<string, string> {
  return {
    accept: 'application/json',
    'x-request-id': requestId,
    ...(body || (options && method !== 'GET') ? { 'content-type': 'application/json' } : {}),
    // Without a key of the caller's, one of this call lets its own tries be repeated.
    ...(keyed ? { 'idempotency-key': encodeURIComponent(idempotencyKey ?? randomKey()) } : {}),
  };
}

const ifSome = (name: string, value: string | undefined) =>
  value === undefined ? {} : { [name]: value };

function textOf(body: unknown): string {
  try {
    return JSON.stringify(body);
  } catch (cause) {
    throw new BackendError('invalid-request', { detail: 'body', cause });
  }
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    throw new BackendError('invalid-response', { detail: 'root', cause });
  }
}
