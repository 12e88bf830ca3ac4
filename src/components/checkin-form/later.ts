import type * as answered from './answered.js';

type Later = typeof answered;

let fetched: Later | undefined;

/** What a form needs once a person answers; undefined until it has been fetched. */
export function later(): Later | undefined {
  return fetched;
}

/** Fetches it: at the first touch, or before, where answers are kept when the network is lost. */
export async function fetchLater(): Promise<Later> {
  return (fetched ??= await import('./answered.js'));
}
