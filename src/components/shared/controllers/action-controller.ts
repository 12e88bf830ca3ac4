import type { ReactiveController } from 'lit';
import type { Backend, WriteOptions } from '../../../client/backend.js';
import { BackendError } from '../../../client/errors.js';
import { checkResponse, type Shape } from '../../../client/shape.js';
import { inTime } from '../../../client/in-time.js';
import { randomKey } from '../../../client/random-key.js';
import { WfErrorEvent } from '../shared.events.js';
import { toBackendError } from '../to-backend-error.js';
import type { ConnectedHost, ConnectionController } from './connection-controller.js';

export interface ActionOptions<Input, Output> {
  /** What the answer must look like; anything else is `invalid-response`. */
  readonly shape: Shape<Output>;
  /** Tells the backend. Undefined when the service is absent. */
  run(
    backend: Backend,
    input: Input,
    options: WriteOptions & { idempotencyKey: string },
  ): Promise<unknown> | undefined;
  /**
   * Milliseconds to wait for an answer; default 30,000. It may have been done all the same: the next
   * try has the same key.
   */
  readonly timeLimit?: number;
}

/**
 * Something a person does. One at a time: while it is under way, doing it again changes nothing. The
 * same input after a failure goes out under the same idempotency key, so that a lost answer never
 * becomes a second effect. It is not given up when the element is removed.
 */
export class ActionController<Input, Output> implements ReactiveController {
  busy = false;
  /** Why the last try failed; cleared by the next. */
  error: BackendError | undefined;
  /** Answer of the last success. */
  value: Output | undefined;

  readonly #host: ConnectedHost;
  readonly #connection: ConnectionController;
  readonly #options: ActionOptions<Input, Output>;
  #running: Promise<Output | undefined> | undefined;
  #attempt: { input: string; key: string } | undefined;

  constructor(
    host: ConnectedHost,
    connection: ConnectionController,
    options: ActionOptions<Input, Output>,
  ) {
    this.#host = host;
    this.#connection = connection;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {}

  /** Resolves with the answer, or with undefined when it failed (`error` then says why). */
  run(input: Input): Promise<Output | undefined> {
    this.#running ??= this.#run(input).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** Forgets the last answer and error. */
  reset(): void {
    this.error = this.value = this.#attempt = undefined;
    this.#host.requestUpdate();
  }

  async #run(input: Input): Promise<Output | undefined> {
    const text = JSON.stringify(input) ?? '';
    if (this.#attempt?.input !== text) this.#attempt = { input: text, key: randomKey() };
    const { key: idempotencyKey } = this.#attempt;
    this.busy = true;
    this.error = undefined;
    this.#host.requestUpdate();
    try {
      const { backend } = this.#connection;
      const answer = backend && this.#options.run(backend, input, { idempotencyKey });
      if (!answer) throw new BackendError('unavailable', { detail: 'service-absent' });
      this.value = checkResponse(
        this.#options.shape,
        await inTime(answer, this.#options.timeLimit),
      );
      this.#attempt = undefined;
      return this.value;
    } catch (reason) {
      this.error = toBackendError(reason);
      // Refused for good: the next try is a new one.
      if (!this.error.retryable) this.#attempt = undefined;
      this.#host.dispatchEvent(new WfErrorEvent(this.error.code, this.error.detail));
      return undefined;
    } finally {
      this.busy = false;
      this.#host.requestUpdate();
    }
  }
}
