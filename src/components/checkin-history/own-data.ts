import type { ReactiveControllerHost } from 'lit';
import type { CheckInService } from '../../client/backend.js';
import { isAbort, type BackendError } from '../../client/errors.js';
import type { CheckIn } from '../../client/model/check-in.js';
import { checkResponse } from '../../client/shape.js';
import { inTime } from '../../client/in-time.js';
import { CheckInPageShape } from '../shared/read-check-ins.js';
import { toBackendError } from '../shared/to-backend-error.js';

/** Reads everything that a person ever answered: it can be stopped, and goes on where it failed. */
export class OwnData {
  /** Check-ins read so far. */
  read = 0;
  busy = false;
  error: BackendError | undefined;
  #items = new Map<string, CheckIn>();
  #cursor: string | undefined;
  #abort: AbortController | undefined;

  constructor(private readonly host: ReactiveControllerHost) {}

  /** All of them, newest first; undefined when it failed (`error`) or was stopped. */
  async all(service: CheckInService): Promise<readonly CheckIn[] | undefined> {
    this.#abort?.abort();
    const { signal } = (this.#abort = new AbortController());
    if (!this.error) this.#clear();
    this.error = undefined;
    this.busy = true;
    try {
      for (;;) {
        this.host.requestUpdate();
        const options = { limit: 200, cursor: this.#cursor, signal };
        const page = checkResponse(CheckInPageShape, await inTime(service.list(options)));
        if (signal.aborted) return undefined;
        for (const item of page.items) this.#items.set(item.id, item);
        this.read = this.#items.size;
        // A cursor that leads nowhere must not be followed for ever.
        if (page.next === undefined || page.next === this.#cursor) break;
        this.#cursor = page.next;
      }
      const all = [...this.#items.values()];
      this.#clear();
      return all;
    } catch (reason) {
      if (!signal.aborted && !isAbort(reason)) this.error = toBackendError(reason);
      return undefined;
    } finally {
      if (!signal.aborted) {
        this.busy = false;
        this.host.requestUpdate();
      }
    }
  }

  /** Gives up; nothing that was read is kept. */
  stop(): void {
    this.#abort?.abort();
    this.busy = false;
    this.error = undefined;
    this.#clear();
    this.host.requestUpdate();
  }

  #clear(): void {
    this.#items = new Map();
    this.#cursor = undefined;
    this.read = 0;
  }
}
