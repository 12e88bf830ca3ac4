import type { Backend } from '../../client/backend.js';
import { BackendError } from '../../client/errors.js';
import { tokenEndpoint } from './token-endpoint.js';

/** What attributes say about a backend. */
export interface NamedBackendOptions {
  readonly persona: string | undefined;
  readonly baseUrl: string | undefined;
  readonly tokenEndpoint: string | undefined;
  /** Read whenever it is needed: the page may come to know it later. */
  readonly personId: string | undefined;
  readonly withoutOutbox: boolean;
}

/** Backends that an attribute can name, each fetched when it is. */
export const namedBackends: Readonly<
  Record<string, (options: NamedBackendOptions) => Promise<Backend>>
> = {
  async embedded({ persona }) {
    const { EmbeddedBackend } = await import('../../client/backends/embedded/embedded-backend.js');
    return new EmbeddedBackend(persona ? { persona } : {});
  },
  async http(options) {
    const { baseUrl, tokenEndpoint: endpoint, withoutOutbox } = options;
    if (baseUrl === undefined) throw wrong('base-url', 'is missing');
    if (endpoint === undefined) throw wrong('token-endpoint', 'is missing');
    if (new URL(endpoint, document.baseURI).origin !== location.origin)
      throw wrong('token-endpoint', 'must be an address of the origin of this page');
    // Before the code is there, so that the two come side by side.
    const token = tokenEndpoint(endpoint);
    const [{ HttpBackend }, outbox] = await Promise.all([
      import('../../client/backends/http/http-backend.js'),
      withoutOutbox ? undefined : import('../../client/outbox/with-outbox.js'),
    ]);
    const backend = await HttpBackend.discover({ baseUrl, token });
    // What was written for one server must not be sent to another.
    const name = `wayfellow-outbox ${new URL(baseUrl, document.baseURI).href}`;
    return outbox?.withOutbox(backend, { name, personId: () => options.personId }) ?? backend;
  },
};

/** Said to the developer; people read that it is not available. */
function wrong(attribute: string, what: string): BackendError {
  console.warn(`<mentorship-provider backend="http">: the attribute ${attribute} ${what}.`);
  return new BackendError('invalid-request', { detail: attribute });
}
