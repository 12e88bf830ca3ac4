import ky from 'ky';
import type { BackendServices } from '../../backend.js';
import { parseResponse } from '../../parse.js';
import { Capabilities, CAPABILITIES_PATH } from './capabilities.js';
import type { HttpBackendOptions } from './options.js';
import { randomKey } from '../../random-key.js';
import { translate } from './translate.js';

/** Those of `known` that the server says it offers. */
export async function discoverServices(
  { baseUrl, fetch = globalThis.fetch, timeout = 10_000, retries = 2 }: HttpBackendOptions,
  known: readonly (keyof BackendServices)[],
  signal: AbortSignal | undefined,
): Promise<(keyof BackendServices)[]> {
  const requestId = randomKey();
  try {
    const answer = await ky
      .get(`${String(baseUrl).replace(/\/+$/, '')}${CAPABILITIES_PATH}`, {
        // Not as a method of ky's: a browser's fetch belongs to its window.
        fetch: (request) => fetch(request as Request),
        ...{ timeout, credentials: 'omit', redirect: 'error' },
        headers: { 'x-request-id': requestId },
        retry: { limit: retries, jitter: true },
        ...(signal ? { signal } : {}),
      })
      .json();
    const { services } = parseResponse(Capabilities, answer);
    return known.filter((name) => services.includes(name));
  } catch (error) {
    signal?.throwIfAborted();
    throw await translate(error, 'discover', requestId);
  }
}
