import { abortable } from '../../abortable.js';

let last: Promise<void> = Promise.resolve();

/**
 * A page holds one call object of ours at a time, and `destroy()` takes a while: whoever wants one
 * waits until the last is gone, also when an element is mounted, unmounted and mounted in a row.
 * @returns what gives the turn on
 * @throws the reason of `signal`
 */
export async function callTurn(signal: AbortSignal): Promise<() => void> {
  const before = last;
  let release = () => {};
  const mine = new Promise<void>((resolve) => (release = resolve));
  last = before.then(() => mine);
  try {
    await abortable(before, signal);
  } catch (reason) {
    release();
    throw reason;
  }
  return release;
}
