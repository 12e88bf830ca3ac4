import { BackendError } from './errors.js';

/** Milliseconds after which nobody should wait any longer for a backend that does not answer. */
export const TIME_LIMIT = 30_000;

/**
 * The answer, or `timeout` when none has come by then: a backend of the page's own may hang, and a
 * skeleton that stays for ever says nothing.
 */
export function inTime<T>(answer: Promise<T> | T, limit = TIME_LIMIT): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new BackendError('timeout')), limit);
    const settle =
      <V>(how: (value: V) => void) =>
      (value: V) => {
        clearTimeout(timer);
        how(value);
      };
    void Promise.resolve(answer).then(settle(resolve), settle(reject));
  });
}
