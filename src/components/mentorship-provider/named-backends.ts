import type { Backend } from '../../client/backend.js';
import { BackendError } from '../../client/errors.js';
import { tokenEndpoint } from './token-endpoint.js';

/** What attributes say about a backend. */
export interface NamedBackendOptions {
  readonly persona: string | undefined;
  readonly baseUrl: string | undefined;
  readonly tokenEndpoint: string | undefined;
  /** What cannot be sent is kept: then a backend that is away is one that may come back. */
  readonly isKept: boolean;
}

/** Backends that an attribute can name, each fetched when it is. */
export const namedBackends: Readonly<
  Record<string, (options: NamedBackendOptions) => Promise<Backend>>
> = {
  async embedded({ persona }) {
    const { EmbeddedBackend } = await import('../../client/backends/embedded/embedded-backend.js');
    return new EmbeddedBackend(persona ? { persona } : {});
  },
  async http({ baseUrl, tokenEndpoint: endpoint, isKept }) {
    if (baseUrl === undefined) throw wrong('base-url', 'is missing');
    if (endpoint === undefined) throw wrong('token-endpoint', 'is missing');
    if (new URL(endpoint, document.baseURI).origin !== location.origin)
      throw wrong('token-endpoint', 'must be an address of the origin of this page');
    // Before the code is there, so that the two come side by side.
    const token = tokenEndpoint(endpoint);
    const { HttpBackend } = await import('../../client/backends/http/http-backend.js');
    // Not asked what it offers, it is taken to offer everything: what is written meanwhile waits.
    const unasked = () => new HttpBackend({ baseUrl, token });
    if (isKept && !navigator.onLine) return unasked();
    return HttpBackend.discover({ baseUrl, token }).catch((error: unknown) => {
      if (isKept && error instanceof BackendError && error.retryable) return unasked();
      throw error;
    });
  },
};

/** Said to the developer; people read that it is not available. */
function wrong(attribute: string, what: string): BackendError {
  console.warn(`<mentorship-provider backend="http">: the attribute ${attribute} ${what}.`);
  return new BackendError('invalid-request', { detail: attribute });
}
