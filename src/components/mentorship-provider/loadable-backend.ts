import type { Backend } from '../../client/backend.js';
import { BackendError } from '../../client/errors.js';

/**
 * Stands in for a backend whose code is still being fetched. Elements ask it for the session as
 * usual; when the fetch failed they show an error, and their "try again" fetches once more.
 */
export function loadableBackend(
  load: () => Promise<Backend>,
  onLoaded: (backend: Backend) => void,
): Backend {
  let loading: Promise<Backend> | undefined;
  const attempt = () => {
    loading ??= load().then(
      (backend) => {
        onLoaded(backend);
        return backend;
      },
      (cause: unknown) => {
        loading = undefined;
        throw cause instanceof BackendError
          ? cause
          : new BackendError('unavailable', { cause, detail: 'backend-not-loaded' });
      },
    );
    return loading;
  };
  return {
    session: {
      current: async (options) => (await attempt()).session.current(options),
      signOut: async (options) => (await attempt()).session.signOut(options),
    },
    watch: () => () => {},
  };
}
