import type { Attendance } from '../../client/model/meeting.js';
import { AttendanceShape } from '../../client/shapes.js';
import { ActionController } from '../shared/controllers/action-controller.js';
import type {
  ConnectedHost,
  ConnectionController,
} from '../shared/controllers/connection-controller.js';
import { randomKey } from '../../client/random-key.js';

/** Writes that a person was there: when they come in, and again when they leave. */
export class AttendanceKeeper {
  /** What is to be known of this visit. */
  attendance: Attendance | undefined;
  readonly #connection: ConnectionController;
  readonly #attend: ActionController<Attendance, Attendance>;
  #last: Promise<unknown> = Promise.resolve();

  constructor(host: ConnectedHost, connection: ConnectionController) {
    this.#connection = connection;
    this.#attend = new ActionController(host, connection, {
      shape: AttendanceShape,
      run: ({ sessions }, attendance, options) => sessions?.attend(attendance, options),
    });
  }

  /** The last thing to be written could not be. */
  get failed(): boolean {
    return !this.#attend.busy && !!this.#attend.error;
  }

  came(meetingId: string): void {
    this.attendance = { meetingId, joinedAt: new Date().toISOString() };
    this.write();
  }

  left(): void {
    if (!this.attendance) return;
    this.attendance = { ...this.attendance, leftAt: new Date().toISOString() };
    this.write();
  }

  /** The same, while the page is closing: there is no time to wait for anything. */
  leftAtOnce(): void {
    if (!this.attendance) return;
    this.attendance = { ...this.attendance, leftAt: new Date().toISOString() };
    void this.#connection.backend?.sessions
      ?.attend(this.attendance, { idempotencyKey: randomKey() })
      .catch(() => {});
  }

  /** Writes what is to be known, after what is being written; also the way to try again. */
  readonly write = (): void => {
    const { attendance } = this;
    if (attendance) this.#last = this.#last.then(() => this.#attend.run(attendance));
  };
}
