import { BackendError, type BackendErrorCode } from '../../errors.js';
import type { EmbeddedOptions, FailureRule } from './options.js';
import { randomFrom } from './random.js';

/** Stands in for the way to a server: takes its time, and fails when told to. */
export class Network {
  latency: NonNullable<EmbeddedOptions['latency']>;
  #random = randomFrom(1);
  #rule: FailureRule = () => undefined;

  constructor({ latency = 0, failures }: EmbeddedOptions) {
    this.latency = latency;
    this.failures = failures;
  }

  /** Changes which calls fail from now on. */
  set failures(failures: EmbeddedOptions['failures']) {
    if (typeof failures === 'function') this.#rule = failures;
    else if (!failures) this.#rule = () => undefined;
    else {
      const { rate = 1, code = 'unavailable', services, seed = 1 } = failures;
      const random = randomFrom(seed);
      this.#rule = (call) => {
        const concerned = !services || services.some((service) => call.startsWith(`${service}.`));
        return concerned && random() < rate ? code : undefined;
      };
    }
  }

  /** Resolves once the call is through. Rejects with the signal's reason when it is aborted. */
  async pass(call: string, signal: AbortSignal | undefined): Promise<void> {
    const [min, max] = typeof this.latency === 'number' ? [this.latency] : this.latency;
    const wait = max === undefined ? min : min + this.#random() * (max - min);
    if (wait > 0) await delay(wait, signal);
    const code: BackendErrorCode | undefined = this.#rule(call);
    if (code) throw new BackendError(code, code === 'rate-limited' ? { retryAfter: 1 } : {});
  }
}

function delay(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      // The reason is passed on as it is, whatever the caller made it.
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, ms);
    signal?.addEventListener('abort', abort, { once: true });
  });
}
