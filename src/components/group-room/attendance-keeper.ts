import { abortable } from '../../client/abortable.js';
import { randomKey } from '../../client/random-key.js';
import type { Attendance } from '../../client/model/meeting.js';
import { AttendanceShape } from '../../client/shapes.js';
import { ActionController } from '../shared/controllers/action-controller.js';
import type {
  ConnectedHost,
  ConnectionController,
} from '../shared/controllers/connection-controller.js';

/** What a crash costs at most of the time that somebody was there. */
const BEAT_MS = 2 * 60_000;

/**
 * Writes that a person was there: when they come in, every two minutes while they are there, so that
 * the record holds also when the page is killed, and when they leave.
 */
export class AttendanceKeeper {
  /** What is to be known of this visit. */
  attendance: Attendance | undefined;
  readonly #connection: ConnectionController;
  readonly #attend: ActionController<Attendance, Attendance>;
  #last: Promise<unknown> = Promise.resolve();
  #beat: ReturnType<typeof setInterval> | undefined;
  #beating: AbortController | undefined;

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
    this.#beat = setInterval(this.#stillHere, BEAT_MS);
  }

  left(): void {
    if (!this.#leave()) return;
    this.write();
  }

  /** The same, while the page is closing: there is no time to wait for anything. */
  leftAtOnce(): void {
    const attendance = this.#leave();
    if (attendance) void this.#tell(attendance);
  }

  /** It is nobody's to write any more. */
  stop(): void {
    clearInterval(this.#beat);
    this.#beating?.abort();
  }

  /** Writes what is to be known, after what is being written; also the way to try again. */
  readonly write = (): void => {
    const { attendance } = this;
    if (attendance) this.#last = this.#last.then(() => this.#attend.run(attendance));
  };

  #leave(): Attendance | undefined {
    this.stop();
    return (this.attendance &&= { ...this.attendance, leftAt: new Date().toISOString() });
  }

  /** A beat that does not get through is nobody's worry: the next one says more. */
  readonly #stillHere = (): void => {
    const { attendance } = this;
    if (!attendance) return;
    const { signal } = (this.#beating = new AbortController());
    this.#last = this.#last.then(async () => {
      if (signal.aborted) return;
      await this.#tell({ ...attendance, leftAt: new Date().toISOString() }, signal);
    });
  };

  async #tell(attendance: Attendance, signal?: AbortSignal): Promise<void> {
    const options = { idempotencyKey: randomKey(), signal };
    const told = this.#connection.backend?.sessions?.attend(attendance, options);
    // One that hangs does not hold up the word that they left.
    if (told) await abortable(told, signal).catch(() => {});
  }
}
