import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Backend } from '../../client/backend.js';
import {
  isInForce,
  type Grant,
  type GrantScope,
  type NewGrant,
} from '../../client/model/consent.js';
import { isOpen, type PairingStatus } from '../../client/model/pairing.js';
import type { Person } from '../../client/model/person.js';
import { orNull, type Shape } from '../../client/shape.js';
import { GrantShape } from '../../client/shapes.js';
import { ConnectionController } from '../shared/controllers/connection-controller.js';
import { LocalizeController } from '../shared/controllers/localize-controller.js';
import { about, QueryController } from '../shared/controllers/query-controller.js';
import { defineElement } from '../shared/define-element.js';
import { fill } from '../shared/fill.js';
import { firstName } from '../shared/first-name.js';
import { helpNow } from '../shared/help/help-now.js';
import { help } from '../shared/help/help.styles.js';
import { insteadOfContent, notice, staleStrip } from '../shared/notice.js';
import { property, state } from '../shared/property.js';
import { readAllPages } from '../shared/read-all-pages.js';
import { buttons } from '../shared/styles/buttons.js';
import { disclosure } from '../shared/styles/disclosure.js';
import { host } from '../shared/styles/host.js';
import { notice as noticeStyles } from '../shared/styles/notice.js';
import { tokens } from '../shared/styles/tokens.js';
import { endedGrants } from './ended-grants.js';
import { GrantChoice, type SharingView } from './grant-choice.js';
import { WfSharingChangeEvent } from './sharing-settings.events.js';
import { english } from './sharing-settings.strings.js';
import { styles } from './sharing-settings.styles.js';

/** Who may be shared with, and what was. */
interface Shared {
  readonly grantee: Pick<Person, 'id' | 'name'>;
  readonly grants: readonly Grant[];
}
const PersonShape: Shape<Shared['grantee']> = { id: 's', name: 's' };
const SharedShape: Shape<Shared> = { grantee: PersonShape, grants: [GrantShape] };
const PairingsShape: Shape<{ status: PairingStatus; mentor: Shared['grantee'] }> = {
  status: 's',
  mentor: PersonShape,
};

/**
 * What a person's mentor may see, item by item: closed until it is chosen, with an end of its own,
 * and taken back at once. (42 CFR 2.31: what, with whom, for what purpose, until when.)
 *
 * ```html
 * <sharing-settings></sharing-settings>
 * ```
 *
 * @summary What a mentor may see, item by item.
 * @fires {WfSharingChangeEvent} wf-sharing-change - Something is shared, or no longer.
 * @fires {WfErrorEvent} wf-error - A call to the backend failed.
 * @fires {WfSignInEvent} wf-sign-in - The person asked to sign in.
 * @fires {WfHelpOpenedEvent} wf-help-opened - The person opened the crisis help.
 * @csspart choice - One thing that can be shared.
 * @csspart before - What was shared before.
 * @csspart notice - A notice in place.
 * @csspart help-button - The button that opens the crisis help.
 * @cssprop --wf-accent - The one colour from which all others are derived.
 * @cssprop --wf-radius - Corner radius of the sheet and its controls.
 * @cssprop --wf-density - 1 is comfortable, 0.8 compact.
 */
export class SharingSettings extends LitElement {
  static override styles = [tokens, host, buttons, noticeStyles, disclosure, help, styles];

  /** Registers the element, by its plain name or with a prefix. */
  static define(prefix = ''): void {
    defineElement('sharing-settings', this, prefix);
  }

  /** The backend; absent: the nearest provider's. */
  @property({ attribute: false }) backend: Backend | undefined;

  /** With whom: a mentor's id. Absent: the mentor of the person's current pairing. */
  @property({ attribute: 'grantee-id' }) granteeId: string | undefined;

  /**
   * What can be chosen, space-separated. Name only what your backend acts upon: a switch that
   * changes nothing is a false promise. Default: name, recovery dates, check-in answers, free text.
   */
  @property() scopes: string = 'name recovery-dates check-in-answers free-text';

  /** Why it is shared (42 CFR 2.31(a)(5)). */
  @property() purpose: NewGrant['purpose'] = 'peer-support';

  /** How many days what is shared now stays shared. */
  @property({ type: Number }) days: number = 90;

  /** For the status region; the same words again are news only in a new node, hence the turn. */
  @state() private said: readonly [words: string, turn: number] = ['', 0];
  #clock: ReturnType<typeof setInterval> | undefined;

  private readonly connection = new ConnectionController(this);
  private readonly localize = new LocalizeController(this, english, {
    es: () => import('./sharing-settings.strings.es.js'),
  });
  private readonly shared = new QueryController<Shared | null>(this, this.connection, {
    shape: orNull(SharedShape),
    load: (backend, signal) => (backend.consents ? this.#load(backend, signal) : undefined),
    args: () =>
      this.connection.session?.person.role === 'participant' ? [this.granteeId] : undefined,
    concerns: about('consents', 'pairings'),
  });
  readonly #choices = new Map(
    (Object.keys(english.scopes) as GrantScope[]).map((scope) => {
      const view = () => this.#view();
      const onDone = (grant: Grant, words: string) => this.#onDone(grant, words);
      const context = { host: this, connection: this.connection, view, onDone };
      return [scope, new GrantChoice(context, scope)] as const;
    }),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    // What is shared ends by itself on its day and hour.
    this.#clock = setInterval(() => this.requestUpdate(), 60_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#clock);
  }

  async #load(
    { consents, pairings, mentors }: Backend,
    signal: AbortSignal,
  ): Promise<Shared | null> {
    const [all, known] = await Promise.all([
      readAllPages(GrantShape, (options) => consents?.list({ ...options, signal })),
      readAllPages(PairingsShape, (options) => pairings?.list({ ...options, signal })),
    ]);
    const id = this.granteeId;
    const of = id
      ? known.find(({ mentor }) => mentor.id === id)
      : known.find(({ status }) => isOpen(status) && status !== 'requested');
    const grantee = of?.mentor ?? (id ? await mentors?.get(id, { signal }) : undefined);
    const me = this.connection.session?.person.id;
    return grantee
      ? { grantee, grants: all.filter((g) => g.grantorId === me && g.granteeId === grantee.id) }
      : null;
  }

  #onDone(grant: Grant, words: string): void {
    const { value } = this.shared;
    if (value) {
      // One is in force for each thing; what was before it has ended with it.
      const at = grant.grantedAt;
      const others = value.grants
        .filter(({ id }) => id !== grant.id)
        .map((g) =>
          g.scope === grant.scope && isInForce(g, new Date()) ? { ...g, revokedAt: at } : g,
        );
      this.shared.set({ ...value, grants: [grant, ...others] });
    }
    this.#say(words);
    this.dispatchEvent(new WfSharingChangeEvent(grant.scope, grant.granteeId, !grant.revokedAt));
  }

  #say(words: string): void {
    this.said = [words, this.said[1] + 1];
  }

  readonly #stopAll = async () => {
    const view = this.#view();
    if (!view) return;
    const stopped = await Promise.all([...this.#choices.values()].map((c) => c.stop(view)));
    if (!stopped.every(Boolean)) return;
    this.#say(fill(this.localize.t.stopped, { name: view.name }));
    await this.updateComplete;
    // Its button has gone.
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  };

  #view(): SharingView | undefined {
    const { value } = this.shared;
    if (!value) return undefined;
    return {
      l: this.localize,
      name: firstName(value.grantee.name),
      granteeId: value.grantee.id,
      purpose: this.purpose,
      days: this.days,
      grants: value.grants,
      timeZone: this.connection.session?.timeZone ?? 'UTC',
      now: new Date(),
    };
  }

  protected override render(): TemplateResult {
    const { pageLocale, pending } = this.localize;
    const [words, turn] = this.said;
    return html`<div class="sheet">
      ${pending ? this.#skeleton() : this.#content()}
      <p class="visually-hidden" role="status">${keyed(turn, words)}</p>
      ${helpNow(pageLocale, this.connection.session?.region)}
    </div>`;
  }

  #content(): unknown {
    const { shared, connection } = this;
    const { t } = this.localize;
    const titled = (content: unknown) =>
      html`<h2>${t.noHeading}</h2>
        ${content}`;
    if (connection.session && connection.session.person.role !== 'participant')
      return titled(html`<p class="muted">${t.notYours}</p>`);
    const instead = insteadOfContent(t, shared, connection);
    if (instead) return titled(instead);
    if (shared.value === null) return titled(html`<p class="muted">${t.noMentor}</p>`);
    const view = this.#view();
    if (!view) return this.#skeleton();
    const scopes = this.scopes.split(/\s+/) as GrantScope[];
    const any = view.grants.some((g) => isInForce(g, view.now));
    return html`${staleStrip(t, shared, connection)}
      ${connection.durable ? nothing : notice('info', t.notKept)}
      <div>
        <h2 tabindex="-1">${fill(t.heading, { name: view.name })}</h2>
        <p class="muted lead">${t.lead}</p>
      </div>
      <ul class="choices">
        ${scopes.map((scope) => this.#choices.get(scope)?.render(view))}
      </ul>
      <p class="muted small">${this.localize.plural(this.days, t.ends)}</p>
      ${
        any
          ? html`<div class="buttons">
              <button class="button quiet stop" type="button" @click=${this.#stopAll}>
                ${t.stopAll}
              </button>
            </div>`
          : nothing
      }
      ${endedGrants(view)}`;
  }

  #skeleton(): TemplateResult {
    const scopes = this.scopes.split(/\s+/);
    return html`<div class="skeleton" aria-hidden="true">
        <div class="bone title"></div>
        ${scopes.map(() => html`<div class="bone choice"></div>`)}
      </div>
      <p class="visually-hidden" role="status">${this.localize.t.loading}</p>`;
  }
}
