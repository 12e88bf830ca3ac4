/** Calls `listener` when sending is worth a try: the network or the person is back. */
export function onOccasion(listener: () => void): () => void {
  const { document } = globalThis as Partial<typeof globalThis>;
  const seen = () => {
    if (document?.visibilityState === 'visible') listener();
  };
  globalThis.addEventListener?.('online', listener);
  document?.addEventListener('visibilitychange', seen);
  return () => {
    globalThis.removeEventListener?.('online', listener);
    document?.removeEventListener('visibilitychange', seen);
  };
}
