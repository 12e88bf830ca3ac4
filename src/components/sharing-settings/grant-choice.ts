import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import CalendarClock from 'lucide/dist/esm/icons/calendar-clock.mjs';
import {
  isInForce,
  type Grant,
  type GrantScope,
  type NewGrant,
} from '../../client/model/consent.js';
import { GrantShape } from '../../client/shapes.js';
import { ActionController } from '../shared/controllers/action-controller.js';
import type {
  ConnectedHost,
  ConnectionController,
} from '../shared/controllers/connection-controller.js';
import type { LocalizeController } from '../shared/controllers/localize-controller.js';
import { fill } from '../shared/fill.js';
import { icon } from '../shared/icon.js';
import { errorNotice } from '../shared/notice.js';
import type { SharingSettingsStrings } from './sharing-settings.strings.js';

const DAY = 86_400_000;
/** So many days before it ends, sharing can be prolonged. */
const SOON = 14;

/** What a choice is drawn from. */
export interface SharingView {
  readonly l: LocalizeController<SharingSettingsStrings>;
  /** First name of who may see it. */
  readonly name: string;
  readonly granteeId: string;
  readonly purpose: NewGrant['purpose'];
  /** How long a grant made now holds, in days. */
  readonly days: number;
  /** The person's own grants to that reader, also those that have ended. */
  readonly grants: readonly Grant[];
  readonly timeZone: string;
  readonly now: Date;
}

export interface ChoiceContext {
  readonly host: ConnectedHost;
  readonly connection: ConnectionController;
  readonly view: () => SharingView | undefined;
  /** A grant was made or revoked; the words are announced. */
  readonly onDone: (grant: Grant, words: string) => void;
}

/** One thing that can be shared: its switch, what it is, and until when. */
export class GrantChoice {
  readonly #grant: ActionController<NewGrant, Grant>;
  readonly #revoke: ActionController<string, Grant>;
  /** What the person has just chosen, until the backend has it. */
  #wanted: boolean | undefined;

  constructor(
    private readonly context: ChoiceContext,
    private readonly scope: GrantScope,
  ) {
    const { host, connection } = context;
    this.#grant = new ActionController(host, connection, {
      shape: GrantShape,
      run: ({ consents }, grant, options) => consents?.grant(grant, options),
    });
    this.#revoke = new ActionController(host, connection, {
      shape: GrantShape,
      run: ({ consents }, id, options) => consents?.revoke(id, options),
    });
  }

  render(view: SharingView): TemplateResult {
    const { t } = view.l;
    const [what, about] = t.scopes[this.scope];
    const id = `choice-${this.scope}`;
    const grant = this.#inForce(view);
    const shared = this.#wanted ?? !!grant;
    const error = this.#grant.error ?? this.#revoke.error;
    return html`<li part="choice">
      <label for=${id}>
        <b>${what}</b>
        <span class="muted small" id="${id}-about">${about}</span>
      </label>
      <input
        class="switch"
        type="checkbox"
        id=${id}
        aria-describedby="${id}-about ${id}-more"
        aria-disabled=${this.#busy}
        .checked=${live(shared)}
        @change=${this.#onChange}
      />
      <div class="more muted small" id="${id}-more">
        ${grant && shared ? this.#until(view, grant) : nothing}
      </div>
      ${error ? html`<div class="more">${errorNotice(t, error)}</div>` : nothing}
    </li>`;
  }

  /** Takes it back; nothing when it is not shared. Whether that is so now. */
  async stop(view: SharingView): Promise<boolean> {
    const grant = this.#inForce(view);
    return !grant || (await this.#set(false, view)) !== undefined;
  }

  get #busy(): boolean {
    return this.#grant.busy || this.#revoke.busy;
  }

  #inForce({ grants, now }: SharingView, scope = this.scope): Grant | undefined {
    return grants.find((g) => g.scope === scope && isInForce(g, now));
  }

  #until(view: SharingView, { expiresAt }: Grant): TemplateResult {
    const { l, timeZone, now, days } = view;
    const date = l.dateTime(expiresAt, { dateStyle: 'long', timeZone });
    const soon = Date.parse(expiresAt) - now.getTime() < SOON * DAY;
    const alone = this.scope === 'free-text' && !this.#inForce(view, 'check-in-answers');
    return html`${soon ? icon(CalendarClock) : nothing}
      <span>${fill(l.t.until, { date })}. ${alone ? l.t.needsAnswers : nothing}</span>
      ${
        soon
          ? html`<button class="button plain" type="button" @click=${() => this.#set(true, view)}>
              ${fill(l.t.renew, { n: l.number(days) })}
            </button>`
          : nothing
      }`;
  }

  readonly #onChange = (event: Event) => {
    const box = event.target as HTMLInputElement;
    const view = this.context.view();
    // One change at a time: a second would be lost under the first.
    if (this.#busy || !view) box.checked = !box.checked;
    else void this.#set(box.checked, view);
  };

  /** Shares or takes back; resolves with the grant as it is then, undefined when it failed. */
  async #set(shared: boolean, view: SharingView): Promise<Grant | undefined> {
    const { granteeId, purpose, days, name, l } = view;
    const old = this.#inForce(view);
    this.#wanted = shared;
    this.#grant.error = this.#revoke.error = undefined;
    const expiresAt = new Date(Date.now() + days * DAY).toISOString();
    const done = shared
      ? await this.#grant.run({ granteeId, scope: this.scope, purpose, expiresAt })
      : old && (await this.#revoke.run(old.id));
    // When it failed the switch says what is true.
    this.#wanted = undefined;
    this.context.host.requestUpdate();
    if (!done) return undefined;
    const date = l.dateTime(done.expiresAt, { dateStyle: 'long', timeZone: view.timeZone });
    const words = shared ? (old ? l.t.renewed : l.t.shared) : l.t.unshared;
    this.context.onDone(done, fill(words, { name, date }));
    return done;
  }
}
