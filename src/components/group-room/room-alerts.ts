import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Page } from '../../client/page.js';
import type { SafetyAlert, SafetyTrigger } from '../../client/model/safety.js';
import { pageShape } from '../../client/shape.js';
import { SafetyAlertShape } from '../../client/shapes.js';
import type { RoomPerson } from '../../client/video/video-room.js';
import { ActionController } from '../shared/controllers/action-controller.js';
import type {
  ConnectedHost,
  ConnectionController,
} from '../shared/controllers/connection-controller.js';
import { LocalizeController } from '../shared/controllers/localize-controller.js';
import { about, QueryController } from '../shared/controllers/query-controller.js';
import { fill } from '../shared/fill.js';
import { notice } from '../shared/notice.js';
import { alertsEnglish } from './room-alerts.strings.js';

export interface RoomAlertsOptions {
  /** The meeting that this person runs now; undefined while they run none. */
  meetingId(): string | undefined;
  people(): readonly RoomPerson[];
  say(text: string): void;
}

type FromRoom = Extract<SafetyTrigger, { meetingId: string }>;

/** So many are looked at; more in one session are the care team's list. */
const MOST = 50;

/**
 * What people in this session told the care team: reports, and calls for support that no facilitator
 * was there to get. The backend shows nobody a report of themselves. Loaded for who runs the room.
 */
export class RoomAlerts implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: RoomAlertsOptions;
  readonly #connection: ConnectionController;
  readonly #localize: LocalizeController<typeof alertsEnglish>;
  readonly #list: QueryController<Page<SafetyAlert>>;
  readonly #acknowledge: ActionController<string, SafetyAlert>;
  /** Those that have been said to be there. */
  readonly #said = new Set<string>();
  /** Seen in this visit: what has been seen is no longer in the backend's list. */
  #seen: readonly SafetyAlert[] = [];

  constructor(
    host: ConnectedHost & LitElement,
    connection: ConnectionController,
    options: RoomAlertsOptions,
  ) {
    this.#host = host;
    this.#options = options;
    this.#connection = connection;
    this.#localize = new LocalizeController(host, alertsEnglish, {
      es: () => import('./room-alerts.strings.es.js'),
    });
    this.#list = new QueryController(host, connection, {
      shape: pageShape(SafetyAlertShape),
      load: ({ safety }, signal) => safety?.list({ limit: MOST, signal }),
      args: () => {
        const id = options.meetingId();
        return id === undefined ? undefined : [id];
      },
      concerns: about('safety'),
    });
    this.#acknowledge = new ActionController(host, connection, {
      shape: SafetyAlertShape,
      run: ({ safety }, id, write) => safety?.acknowledge(id, write),
    });
    host.addController(this);
  }

  /** Before it is drawn, so that what is said is drawn with it. */
  hostUpdate(): void {
    if (this.#localize.pending) return;
    const news = this.#open.filter(({ id }) => !this.#said.has(id));
    for (const { id } of news) this.#said.add(id);
    if (news.length) this.#options.say(this.#localize.t.came);
  }

  /** How many nobody has looked at. */
  get open(): number {
    return this.#open.length;
  }

  render(): TemplateResult | typeof nothing {
    const { t, pending } = this.#localize;
    const open = this.#open;
    const seen = this.#seen.filter((alert) => this.#of(alert) && !open.includes(alert));
    if (pending || open.length + seen.length === 0) return nothing;
    return html`<h4>${t.title}</h4>
      <p class="muted small">${t.hint}</p>
      ${this.#acknowledge.error ? notice('problem', t.failed) : nothing}
      <ul class="alerts">
        ${repeat(
          [...open, ...seen],
          ({ id }) => id,
          (alert) => this.#alert(alert),
        )}
      </ul>`;
  }

  #alert(alert: SafetyAlert): TemplateResult {
    const { t } = this.#localize;
    const trigger = this.#of(alert) as FromRoom;
    const { guest } = trigger;
    const person = this.#options.people().find((each) => guest && each.guest === guest);
    const name = person?.name ?? t.gone;
    const time = this.#localize.dateTime(alert.raisedAt, {
      timeStyle: 'short',
      timeZone: this.#connection.session?.timeZone,
    });
    const isReport = trigger.type === 'room-report';
    return html`<li>
      <p>
        <strong>${isReport ? fill(t.about, { name }) : name}</strong>
        <span class="muted small">${time}</span>
      </p>
      <p>${isReport ? t.reasons[trigger.reason] : t.call}</p>
      ${isReport && trigger.words ? html`<p dir="auto">${fill(t.words, { words: trigger.words })}</p>` : nothing}
      ${
        alert.acknowledgedAt
          ? html`<p class="muted small">${t.done}</p>`
          : html`<button
              class="button"
              type="button"
              aria-label=${fill(t.seenName, { name, time })}
              aria-disabled=${this.#acknowledge.busy}
              @click=${() => void this.#see(alert.id)}
            >
              ${t.seen}
            </button>`
      }
    </li>`;
  }

  async #see(id: string): Promise<void> {
    if (this.#acknowledge.busy) return;
    const alert = await this.#acknowledge.run(id);
    const { t } = this.#localize;
    this.#options.say(alert ? t.noted : t.failed);
    if (!alert) return;
    this.#seen = [alert, ...this.#seen];
    // Its button goes.
    this.#host.renderRoot.querySelector<HTMLElement>('.panel')?.focus();
    this.#host.requestUpdate();
  }

  get #open(): readonly SafetyAlert[] {
    const me = this.#connection.session?.person.id;
    const seen = new Set(this.#seen.map(({ id }) => id));
    return (this.#list.value?.items ?? []).filter(
      (alert) =>
        !alert.acknowledgedAt && alert.personId !== me && !seen.has(alert.id) && this.#of(alert),
    );
  }

  /** What of it is from this meeting. */
  #of({ triggers }: SafetyAlert): FromRoom | undefined {
    const id = this.#options.meetingId();
    return triggers.find(
      (trigger): trigger is FromRoom => 'meetingId' in trigger && trigger.meetingId === id,
    );
  }
}
