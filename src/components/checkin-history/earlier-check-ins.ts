import type { ReactiveControllerHost } from 'lit';
import { isAbort, type BackendError } from '../../client/errors.js';
import type { CheckIn } from '../../client/model/check-in.js';
import { addDays } from '../../client/model/date-time.js';
import { checkResponse } from '../../client/shape.js';
import type { ConnectionController } from '../shared/controllers/connection-controller.js';
import { inTime } from '../../client/in-time.js';
import { CheckInPageShape } from '../shared/read-check-ins.js';
import { toBackendError } from '../shared/to-backend-error.js';

const PAGE = 100;

/** Check-ins from before those that the element always has, page by page, as the person asks. */
export class EarlierCheckIns {
  items: readonly CheckIn[] = [];
  busy = false;
  error: BackendError | undefined;
  /** There is nothing earlier. */
  done = false;
  #cursor: string | undefined;
  #before: string | undefined;
  #abort: AbortController | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly connection: ConnectionController,
  ) {}

  /** Reads a page on; true when it came. @param first First day that is known already. */
  async more(first: string): Promise<boolean> {
    const service = this.connection.backend?.checkIns;
    if (!service || this.busy || this.done) return false;
    // Pages keep to the day on which the first was asked for, also over a midnight.
    this.#before ??= addDays(first, -1);
    const { signal } = (this.#abort = new AbortController());
    this.busy = true;
    this.error = undefined;
    this.host.requestUpdate();
    try {
      const options = { to: this.#before, limit: PAGE, cursor: this.#cursor, signal };
      const page = checkResponse(CheckInPageShape, await inTime(service.list(options)));
      if (signal.aborted) return false;
      this.items = [...this.items, ...structuredClone(page.items)];
      // A cursor that leads nowhere must not be followed for ever.
      this.done = page.next === undefined || page.next === this.#cursor;
      this.#cursor = page.next;
      return true;
    } catch (reason) {
      if (!signal.aborted && !isAbort(reason)) this.error = toBackendError(reason);
      return false;
    } finally {
      if (!signal.aborted) {
        this.busy = false;
        this.host.requestUpdate();
      }
    }
  }

  forget(): void {
    this.#abort?.abort();
    this.items = [];
    this.busy = this.done = false;
    this.error = this.#cursor = this.#before = undefined;
  }
}
