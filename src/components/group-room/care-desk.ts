import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { inLanguage } from '../../client/model/localized-text.js';
import { ROOM_REPORTS, type RoomReport } from '../../client/model/room-report.js';
import type { RoomPerson } from '../../client/video/video-room.js';
import type {
  ConnectedHost,
  ConnectionController,
} from '../shared/controllers/connection-controller.js';
import { LocalizeController } from '../shared/controllers/localize-controller.js';
import { fill } from '../shared/fill.js';
import { notice } from '../shared/notice.js';
import { CareLine, type Told } from './care-line.js';
import { careEnglish } from './care.strings.js';

export interface CareDeskOptions {
  meetingId(): string | undefined;
  people(): readonly RoomPerson[];
  say(text: string): void;
}

/**
 * What goes from a room to the clinic: a call for support that no facilitator is there to get, and a
 * report of somebody. Each says truthfully who sees it and when. Loaded when somebody opens its place.
 */
export class CareDesk {
  readonly #host: ConnectedHost & LitElement;
  readonly #options: CareDeskOptions;
  readonly #localize: LocalizeController<typeof careEnglish>;
  readonly #calls: CareLine;
  readonly #reports: CareLine;
  #isOpen = false;
  #about: string | undefined;
  #reason: RoomReport = 'unkind';
  #words = '';

  constructor(
    host: ConnectedHost & LitElement,
    connection: ConnectionController,
    options: CareDeskOptions,
  ) {
    this.#host = host;
    this.#options = options;
    this.#localize = new LocalizeController(host, careEnglish, {
      es: () => import('./care.strings.es.js'),
    });
    this.#calls = new CareLine(host, connection);
    this.#reports = new CareLine(host, connection);
  }

  /** For who needs support while no facilitator is there; nothing where nobody would get it. */
  call(): TemplateResult | typeof nothing {
    const { pending } = this.#localize;
    const meetingId = this.#options.meetingId();
    if (pending || !this.#calls.policy || meetingId === undefined) return nothing;
    const { told } = this.#calls;
    const { t } = this.#localize;
    const words = told === 'received' ? t.again : t.tell;
    return html`${this.#receipt(this.#calls)}
      <p class="muted small">${this.#calls.words(this.#localize.pageLocale)}</p>
      ${
        told === 'sending' || told === 'kept'
          ? nothing
          : html`<button
              class="button"
              type="button"
              data-support
              @click=${() => void this.#tell(this.#calls, { type: 'support-call', meetingId })}
            >
              ${fill(words, { who: this.#who(this.#calls) })}
            </button>`
      }`;
  }

  /** For anybody who would report somebody in the room. */
  report(): TemplateResult | typeof nothing {
    const { t, pending } = this.#localize;
    const others = this.#options.people().filter(({ self, guest }) => !self && guest);
    const { told } = this.#reports;
    if (pending || !this.#reports.policy || (!others.length && !told)) return nothing;
    if (!this.#isOpen)
      return html`<button
        class="button quiet report"
        type="button"
        @click=${() => this.#open(true)}
      >
        ${t.report}…
      </button>`;
    if (told === 'received' || told === 'kept')
      return html`<section class="report" aria-label=${t.report}>
        ${told === 'received' ? html`<p>${t.thanks}</p>` : nothing} ${this.#receipt(this.#reports)}
        <p class="muted small">${this.#reports.words(this.#localize.pageLocale)}</p>
        <button class="button quiet" type="button" @click=${() => this.#another()}>
          ${t.another}
        </button>
      </section>`;
    return this.#form(others);
  }

  #form(others: readonly RoomPerson[]): TemplateResult {
    const { t } = this.#localize;
    const about = others.find(({ guest }) => guest === this.#about) ?? others[0];
    return html`<form class="report" @submit=${(event: Event) => this.#send(event, about)}>
      <h4 id="report" tabindex="-1">${t.report}</h4>
      <p class="muted small">${t.intro}</p>
      <label class="field">
        <span>${t.who}</span>
        <select
          class="input"
          @change=${(event: Event) => (this.#about = (event.target as HTMLSelectElement).value)}
        >
          ${others.map(
            ({ guest = '', name }) =>
              html`<option value=${guest} ?selected=${guest === about?.guest}>${name}</option>`,
          )}
        </select>
      </label>
      <fieldset>
        <legend>${t.why}</legend>
        ${ROOM_REPORTS.map(
          (reason) =>
            html`<label>
              <input
                type="radio"
                name="report"
                .checked=${reason === this.#reason}
                @change=${() => (this.#reason = reason)}
              /><span>${t.reasons[reason]}</span>
            </label>`,
        )}
      </fieldset>
      <label class="field">
        <span>${t.words}</span>
        <textarea
          class="input"
          rows="3"
          maxlength="1000"
          .value=${this.#words}
          @input=${(event: Event) => (this.#words = (event.target as HTMLTextAreaElement).value)}
        ></textarea>
      </label>
      <p class="muted small">${this.#reports.words(this.#localize.pageLocale)}</p>
      ${this.#receipt(this.#reports)}
      <button class="button" type="submit" aria-disabled=${this.#reports.told === 'sending'}>
        ${t.send}
      </button>
      <button class="button quiet" type="button" @click=${() => this.#open(false)}>
        ${t.cancel}
      </button>
    </form>`;
  }

  #receipt(line: CareLine): unknown {
    const { told } = line;
    if (!told) return nothing;
    const { t } = this.#localize;
    return notice(
      told === 'failed' ? 'problem' : 'info',
      fill(t[told], { who: this.#who(line, true) }),
    );
  }

  #send(event: Event, person: RoomPerson | undefined): void {
    event.preventDefault();
    const meetingId = this.#options.meetingId();
    if (!person?.guest || meetingId === undefined || this.#reports.told === 'sending') return;
    const words = this.#words.trim();
    void this.#tell(this.#reports, {
      ...{ type: 'room-report', meetingId, guest: person.guest, reason: this.#reason },
      ...(words && { words }),
    });
  }

  async #tell(line: CareLine, trigger: Parameters<CareLine['tell']>[0]): Promise<void> {
    const told: Told | undefined = await line.tell(trigger);
    const { t } = this.#localize;
    if (told) this.#options.say(fill(t[told], { who: this.#who(line, true) }));
    // Its button may have gone.
    if (told !== 'failed') this.#focusOn('.panel');
    if (told !== 'failed' && line === this.#reports) this.#words = '';
    this.#host.requestUpdate();
  }

  #who({ policy }: CareLine, first = false): string {
    const name = policy ? inLanguage(policy.recipient, this.#localize.pageLocale) : '';
    return first ? name.charAt(0).toLocaleUpperCase() + name.slice(1) : name;
  }

  #open(open: boolean): void {
    this.#isOpen = open;
    this.#focusOn(open ? '#report' : 'button.report');
  }

  #another(): void {
    this.#reports.reset();
    this.#focusOn('#report');
  }

  #focusOn(selector: string): void {
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() =>
      this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus(),
    );
  }
}
