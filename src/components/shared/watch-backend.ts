import type { Backend, Change } from '../../client/backend.js';

/**
 * Listens for changes; returns its end. A backend of the page's own that cannot be watched still
 * serves, without live changes: its fault must not take crisis help off the page.
 */
export function watchBackend(backend: Backend, listener: (change: Change) => void): () => void {
  try {
    return backend.watch(listener) ?? (() => {});
  } catch (error) {
    console.warn('wayfellow: backend.watch() failed, so changes by others are not seen.', error);
    return () => {};
  }
}
