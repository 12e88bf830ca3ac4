import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import {
  ROOM_REMOVALS,
  type RoomHost,
  type RoomPerson,
  type RoomRemoval,
  type SupportCall,
  type VideoRoom,
} from '../../client/video/video-room.js';
import { LocalizeController } from '../shared/controllers/localize-controller.js';
import { fill } from '../shared/fill.js';
import { notice } from '../shared/notice.js';
import { lockButton, removedList, waitingList, type HostDoorOptions } from './host-door.js';
import { hostEnglish } from './host-menu.strings.js';

/** What the menu needs from the room around it. */
export interface HostMenuOptions {
  room(): VideoRoom | undefined;
  /** What was told to the care team from here. */
  alerts(): unknown;
  say(text: string): void;
  /** The small rooms beside this one, first of all while there are some. */
  breakouts(): { readonly view: unknown; readonly first: boolean };
}

/** What who runs the room can do for it. Loaded when they open it. */
export class HostMenu {
  readonly #host: LitElement;
  readonly #options: HostMenuOptions;
  readonly #localize: LocalizeController<typeof hostEnglish>;
  /** Whose removal is being asked about. */
  #leaving: string | undefined;
  #reason: RoomRemoval = 'agreements';
  #failed = false;

  constructor(host: LitElement, options: HostMenuOptions) {
    this.#host = host;
    this.#options = options;
    this.#localize = new LocalizeController(host, hostEnglish, {
      es: () => import('./host-menu.strings.es.js'),
    });
  }

  render(): TemplateResult {
    const { t, pending } = this.#localize;
    const room = this.#options.room();
    const { people = [], supportCalls = [] } = room?.state ?? {};
    const door: HostDoorOptions | undefined = room?.host && {
      state: room.state,
      host: room.host,
      act: (run, done, then) => void this.#act(run, done, then),
    };
    if (pending) return html`<div class="bone"></div>`;
    const others = people.filter(({ self }) => !self);
    const pairs = this.#options.breakouts();
    return html`<h3>${t.title}</h3>
      ${this.#failed ? notice('problem', t.failed) : nothing}
      ${supportCalls.length ? this.#calls(supportCalls) : nothing}
      ${door ? waitingList(t, door) : nothing} ${pairs.first ? pairs.view : nothing}
      ${this.#options.alerts()}
      <div class="host-acts" role="group" aria-label=${t.everyone}>
        <button
          class="button quiet"
          type="button"
          aria-describedby="mute-hint"
          @click=${() => this.#act((host) => host.muteEveryone(), t.muted)}
        >
          ${t.mute}
        </button>
        <p class="muted small" id="mute-hint">${t.muteHint}</p>
        <button
          class="button quiet"
          type="button"
          @click=${() => this.#act((host) => host.lowerHands(), t.lowered)}
        >
          ${t.lower}
        </button>
        ${door ? lockButton(t, door) : nothing}
      </div>
      ${pairs.first ? nothing : pairs.view}
      <h4>${t.people}</h4>
      ${
        others.length
          ? html`<ul class="host-list">
              ${repeat(
                others,
                ({ id }) => id,
                (person) => this.#person(person),
              )}
            </ul>`
          : html`<p class="muted">${t.alone}</p>`
      }
      ${door ? removedList(t, door) : nothing}`;
  }

  #calls(calls: readonly SupportCall[]): TemplateResult {
    const { t } = this.#localize;
    return html`<h4>${t.calls}</h4>
      <p class="muted small">${t.callsHint}</p>
      <ul class="host-list">
        ${repeat(
          calls,
          ({ personId }) => personId,
          ({ personId, name }) =>
            html`<li>
              <bdi>${name}</bdi>
              <button
                class="button"
                type="button"
                aria-label=${fill(t.seenFor, { name })}
                @click=${() => this.#act((host) => host.answer(personId), fill(t.told, { name }), '.panel')}
              >
                ${t.seen}
              </button>
            </li>`,
        )}
      </ul>`;
  }

  #person({ id, name }: RoomPerson): TemplateResult {
    const { t } = this.#localize;
    if (this.#leaving !== id)
      return html`<li>
        <bdi>${name}</bdi>
        <button
          class="button quiet"
          type="button"
          data-remove=${id}
          aria-label=${fill(t.removeName, { name })}
          @click=${() => this.#ask(id)}
        >
          ${t.remove}
        </button>
      </li>`;
    return html`<li class="removal">
      <form @submit=${(event: Event) => this.#remove(event, id, name)}>
        <fieldset aria-describedby="removal-hint">
          <legend>${fill(t.why, { name })}</legend>
          <p class="muted small" id="removal-hint">
            ${t.whyHint} ${this.#options.room()?.host?.setLocked ? t.staysOut : nothing}
          </p>
          ${ROOM_REMOVALS.map(
            (reason) =>
              html`<label>
                <input
                  type="radio"
                  name="removal"
                  .checked=${reason === this.#reason}
                  @change=${() => (this.#reason = reason)}
                /><span>${t.reasons[reason]}</span>
              </label>`,
          )}
        </fieldset>
        <button class="button" type="submit">${fill(t.confirm, { name })}</button>
        <button class="button quiet" type="button" @click=${() => this.#ask(undefined)}>
          ${t.keep}
        </button>
      </form>
    </li>`;
  }

  /** The focus goes to the question, and back to where it was asked. */
  #ask(id: string | undefined): void {
    const before = this.#leaving;
    this.#leaving = id;
    this.#reason = 'agreements';
    this.#focusOn(id ? '.removal input:checked' : `[data-remove="${CSS.escape(before ?? '')}"]`);
  }

  #remove(event: Event, id: string, name: string): void {
    event.preventDefault();
    const reason = this.#reason;
    this.#leaving = undefined;
    void this.#act(
      (host) => host.remove(id, reason),
      fill(this.#localize.t.removed, { name }),
      '.panel',
    );
  }

  /** @param then What gets the focus, when the button goes with it; else the menu. */
  async #act(act: (host: RoomHost) => Promise<void>, done: string, then?: string): Promise<void> {
    const host = this.#options.room()?.host;
    if (!host) return;
    try {
      await act(host);
      this.#failed = false;
    } catch {
      this.#failed = true;
    }
    this.#options.say(this.#failed ? this.#localize.t.failed : done);
    if (then) this.#focusOn(this.#failed ? '.panel' : then);
    this.#host.requestUpdate();
  }

  #focusOn(selector: string): void {
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() =>
      (
        this.#host.renderRoot.querySelector<HTMLElement>(selector) ??
        this.#host.renderRoot.querySelector<HTMLElement>('.panel')
      )?.focus(),
    );
  }
}
