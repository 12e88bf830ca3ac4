import type { Backend } from '../../client/backend.js';
import type { CheckInSchedule } from '../../client/model/check-in-schedule.js';
import type { Outage } from '../../client/model/missed-days.js';
import type { Session } from '../../client/model/session.js';
import type { CheckInReminders } from './check-in-reminders.js';
import type { ReminderWatch } from './reminder-watch.js';

/** What a provider says of reminders. */
export interface RemindersHost extends HTMLElement {
  readonly reminders: boolean;
  readonly plan: readonly CheckInSchedule[] | undefined;
  readonly outages: readonly Outage[] | undefined;
  readonly session: Session | null | undefined;
  readonly connectedBackend: Backend | undefined;
}

/** Says what is due and who has gone quiet, of this session and plan and of no other. */
export class Reminders {
  readonly #host: RemindersHost;
  #watch: Promise<ReminderWatch | undefined> | undefined;

  constructor(host: RemindersHost) {
    this.#host = host;
  }

  /** Something that it hangs on is another. */
  renew(): void {
    void this.#watch?.then((watch) => watch?.end());
    this.#watch = undefined;
    const { reminders, plan } = this.#host;
    if (plan?.length || (reminders && !plan)) this.#begin();
  }

  /** What there is to remind of now; whoever asks once is told from then on. */
  async now(): Promise<CheckInReminders | undefined> {
    if (!this.#watch) this.#begin();
    return (await this.#watch)?.look();
  }

  #begin(): void {
    const { session, connectedBackend: backend, plan, outages = [], isConnected } = this.#host;
    if (!session || !backend || !isConnected) return;
    this.#watch = import('./reminder-watch.js').then(
      ({ ReminderWatch }) => new ReminderWatch(this.#host, backend, session, { plan, outages }),
      // Without it nobody is reminded; whatever changes next tries again.
      () => undefined,
    );
  }
}
