/** Whoever waits says so again this often (milliseconds); otherwise their page is gone. */
export const KNOCK_MS = 15_000;
/** Who has not said it for so long waits no more. */
export const KNOCK_LAPSE_MS = 3 * KNOCK_MS;
