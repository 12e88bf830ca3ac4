/** Whether tabs can agree on one of them here. */
export function canShare(): boolean {
  return typeof BroadcastChannel === 'function' && globalThis.navigator?.locks !== undefined;
}

/**
 * Runs `lead` in one tab at a time of all that ask under this name; when that tab goes, in the
 * next. Resolves when `signal` is aborted.
 */
export async function leadAmongTabs(
  name: string,
  lead: () => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  try {
    await navigator.locks.request(name, { signal }, lead);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
