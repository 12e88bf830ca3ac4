import type { Backend } from '../../client/backend.js';
import type { AnsweredCheckIn } from '../../client/model/check-in-schedule.js';
import { localDateAt } from '../../client/model/date-time.js';
import type { Session } from '../../client/model/session.js';
import { watchBackend } from '../shared/watch-backend.js';
import {
  checkInReminders,
  type CheckInReminders,
  type ReminderOptions,
} from './check-in-reminders.js';
import {
  WfCheckinDueEvent,
  WfCheckinMissedEvent,
  WfFollowUpsEvent,
} from './mentorship-provider.events.js';

/** Not a timer until midnight: a laptop that sleeps over it would not wake by that. */
const LOOK_EVERY_MS = 60_000;

/** What is read here of the events of a form below the provider. */
interface Submission {
  readonly response?: { readonly questionnaire?: string };
  readonly on?: string;
  readonly status?: string;
}

/** Says by events what is due and what was missed, once for each change. */
export class ReminderWatch {
  readonly #ends: (() => void)[] = [];
  #queued: AnsweredCheckIn[] = [];
  #sending: AnsweredCheckIn | undefined;
  #day: string | undefined;
  #told: Partial<Record<keyof CheckInReminders, string>> = {};
  #turn = 0;

  constructor(
    private readonly host: HTMLElement,
    private readonly backend: Backend,
    private readonly session: Session,
    private readonly options: Pick<ReminderOptions, 'plan' | 'outages'>,
  ) {
    const timer = setInterval(() => this.#day !== this.#today() && this.#tell(), LOOK_EVERY_MS);
    host.addEventListener('wf-checkin-submit', this.#onSubmit);
    host.addEventListener('wf-checkin-submitted', this.#onSubmitted);
    this.#ends.push(
      () => clearInterval(timer),
      () => host.removeEventListener('wf-checkin-submit', this.#onSubmit),
      () => host.removeEventListener('wf-checkin-submitted', this.#onSubmitted),
      watchBackend(backend, ({ topic }) => this.#concerns.test(topic) && this.#tell()),
    );
    this.#tell();
  }

  /** Rejects as the backend does. */
  look(): Promise<CheckInReminders> {
    this.#day = this.#today();
    const options = { ...this.options, queued: this.#queued, now: new Date() };
    return checkInReminders(this.backend, this.session, options);
  }

  end(): void {
    this.#turn++;
    for (const end of this.#ends) end();
  }

  /** Who looks after others has them in any time zone: their day ends at some full hour of ours. */
  get #isReader(): boolean {
    return this.session.person.role !== 'participant';
  }

  get #concerns(): RegExp {
    return this.#isReader ? /checkIns|pairings|consents/ : /checkIns/;
  }

  #today(): string {
    const now = new Date();
    return this.#isReader
      ? now.toISOString().slice(0, 13)
      : localDateAt(now, this.session.timeZone);
  }

  #tell(): void {
    const turn = ++this.#turn;
    this.look().then(
      (found) => {
        if (turn !== this.#turn) return;
        if (this.#isNews('due', found)) this.host.dispatchEvent(new WfCheckinDueEvent(found.due));
        if (this.#isNews('missed', found))
          this.host.dispatchEvent(new WfCheckinMissedEvent(found.missed));
        if (this.#isNews('followUps', found))
          this.host.dispatchEvent(new WfFollowUpsEvent(found.followUps));
      },
      // What is not known is not claimed; the next change or day looks again.
      () => (this.#day = undefined),
    );
  }

  #isNews(what: keyof CheckInReminders, found: CheckInReminders): boolean {
    const text = JSON.stringify(found[what]);
    // Nothing due, or missed, is news only where there was something.
    const isNews = text !== (this.#told[what] ?? '[]');
    this.#told[what] = text;
    return isNews;
  }

  readonly #onSubmit = (event: Event) => {
    const { response, on } = event as Event & Submission;
    if (on) this.#sending = { questionnaire: response?.questionnaire ?? '', on };
  };

  /** Kept on the device counts as answered. */
  readonly #onSubmitted = (event: Event) => {
    if ((event as Event & Submission).status === 'queued' && this.#sending)
      this.#queued.push(this.#sending);
    this.#sending = undefined;
    this.#tell();
  };
}
