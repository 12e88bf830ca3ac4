import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Backend } from '../../client/backend.js';
import { asOf, isOpen, type Pairing, type PairingAction } from '../../client/model/pairing.js';
import { PairingShape } from '../../client/shapes.js';
import { ActionController } from '../shared/controllers/action-controller.js';
import { ConnectionController } from '../shared/controllers/connection-controller.js';
import { LocalizeController } from '../shared/controllers/localize-controller.js';
import { about, QueryController } from '../shared/controllers/query-controller.js';
import { TodayController } from '../shared/controllers/today-controller.js';
import { defineElement } from '../shared/define-element.js';
import { fill } from '../shared/fill.js';
import { helpNow } from '../shared/help/help-now.js';
import { help } from '../shared/help/help.styles.js';
import { errorNotice, insteadOfContent, notice, staleStrip } from '../shared/notice.js';
import { WfPairingChangeEvent } from '../shared/pairing.events.js';
import { property, state } from '../shared/property.js';
import { readAllPages } from '../shared/read-all-pages.js';
import { buttons } from '../shared/styles/buttons.js';
import { face } from '../shared/styles/face.js';
import { host } from '../shared/styles/host.js';
import { notice as noticeStyles } from '../shared/styles/notice.js';
import { tokens } from '../shared/styles/tokens.js';
import type { ListView } from './list-view.js';
import { loadMentees } from './load-mentees.js';
import { english } from './mentee-list.strings.js';
import { styles } from './mentee-list.styles.js';
import { menteeRow } from './mentee-row.js';
import { requestRow } from './request-row.js';
import type { Mentee } from './signs.js';

/**
 * A mentor's day: who asks to be walked with, and for each of those they walk with why a word may
 * help now and one way to give it. It shows what a person shares and no more, and ranks nobody: by
 * name, requests first because they end by themselves.
 *
 * ```html
 * <mentee-list></mentee-list>
 * ```
 *
 * @summary Whom a mentor walks with, and who may want a word today.
 * @fires {WfMessageEvent} wf-message - The mentor wants to write; the portal shows where.
 * @fires {WfPathEvent} wf-path - The mentor wants to see somebody's path; the portal shows where.
 * @fires {WfPairingChangeEvent} wf-pairing-change - A request was answered.
 * @fires {WfErrorEvent} wf-error - A call to the backend failed.
 * @fires {WfSignInEvent} wf-sign-in - The person asked to sign in.
 * @fires {WfHelpOpenedEvent} wf-help-opened - The person opened the crisis help.
 * @csspart request - Somebody who asks.
 * @csspart mentee - Somebody whom the mentor walks with.
 * @csspart face - Initials.
 * @csspart notice - A notice in place.
 * @csspart help-button - The button that opens the crisis help.
 * @cssprop --wf-accent - The one colour from which all others are derived.
 * @cssprop --wf-radius - Corner radius of the sheet and its controls.
 * @cssprop --wf-density - 1 is comfortable, 0.8 compact.
 */
export class MenteeList extends LitElement {
  static override styles = [tokens, host, buttons, noticeStyles, face, help, styles];

  /** Registers the element, by its plain name or with a prefix. */
  static define(prefix = ''): void {
    defineElement('mentee-list', this, prefix);
  }

  /** The backend; absent: the nearest provider's. */
  @property({ attribute: false }) backend: Backend | undefined;

  /** Whose request is being answered, and whether the mentor is choosing why not. */
  @state() private answering: { readonly id: string; readonly declining: boolean } | undefined;
  /** For the status region; the same words again are news only in a new node, hence the turn. */
  @state() private said: readonly [words: string, turn: number] = ['', 0];
  #clock: ReturnType<typeof setInterval> | undefined;

  private readonly connection = new ConnectionController(this);
  private readonly localize = new LocalizeController(this, english, {
    es: () => import('./mentee-list.strings.es.js'),
  });
  private readonly today = new TodayController(this);
  private readonly pairings = new QueryController<Pairing[]>(this, this.connection, {
    shape: [PairingShape],
    load: ({ pairings }, signal) =>
      pairings && readAllPages(PairingShape, (options) => pairings.list({ ...options, signal })),
    args: () => (this.#isMentor ? [] : undefined),
    concerns: about('pairings', 'consents'),
  });
  private readonly mentees = new QueryController<Record<string, Mentee>>(this, this.connection, {
    shape: { '': '?' },
    load: (backend, signal) =>
      loadMentees(backend, this.#walkedWith, { me: this.#me, today: this.#day, signal }),
    args: () => this.pairings.value && [this.#day, this.#walkedWith.map(({ id }) => id).join(' ')],
    concerns: about('checkIns', 'messages', 'milestones', 'consents'),
  });
  private readonly answer = new ActionController<{ id: string; action: PairingAction }, Pairing>(
    this,
    this.connection,
    {
      shape: PairingShape,
      run: ({ pairings }, { id, action }, options) => pairings?.apply(id, action, options),
    },
  );

  override connectedCallback(): void {
    super.connectedCallback();
    // A request ends by itself.
    this.#clock = setInterval(() => this.requestUpdate(), 60_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#clock);
  }

  get #me(): string {
    return this.connection.session?.person.id ?? '';
  }

  get #isMentor(): boolean {
    return this.connection.session?.person.role === 'mentor';
  }

  get #day(): string {
    return this.today.in(this.connection.session?.timeZone ?? 'UTC');
  }

  /** The open pairings, by name: the order of a list must say nothing about the people in it. */
  get #open(): Pairing[] {
    const now = new Date();
    const { compare } = new Intl.Collator(this.localize.locale);
    return (this.pairings.value ?? [])
      .map((pairing) => asOf(pairing, now))
      .filter(({ status }) => isOpen(status))
      .sort((a, b) => compare(a.participant.name, b.participant.name));
  }

  get #walkedWith(): Pairing[] {
    return this.#open.filter(({ status }) => status !== 'requested');
  }

  async #onAnswer({ id, participant: { name } }: Pairing, action: PairingAction): Promise<void> {
    if (this.answer.busy) return;
    this.answering = { id, declining: action.type === 'decline' };
    const now = await this.answer.run({ id, action });
    if (!now) return;
    this.answering = undefined;
    this.pairings.set((this.pairings.value ?? []).map((old) => (old.id === id ? now : old)));
    const { accepted, declined } = this.localize.t;
    // A name may be known from now on.
    const of = now.status === 'active' ? now.participant.name : name;
    const words = fill(now.status === 'active' ? accepted : declined, { name: of });
    this.said = [words, this.said[1] + 1];
    this.dispatchEvent(new WfPairingChangeEvent(id, now.mentor.id, now.status));
    // Its button has gone.
    await this.#focus(now.status === 'active' ? `[data-id="${CSS.escape(id)}"] h3` : 'h2');
  }

  async #onDecline(id: string, declining: boolean): Promise<void> {
    this.answer.reset();
    this.answering = declining ? { id, declining } : undefined;
    const row = `[data-id="${CSS.escape(id)}"]`;
    await this.#focus(declining ? `${row} .why` : `${row} h3`);
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  protected override render(): TemplateResult {
    const { pageLocale, pending, t } = this.localize;
    const [words, turn] = this.said;
    return html`<section class="sheet" aria-labelledby="heading">
      <h2 id="heading" tabindex="-1">${t.heading}</h2>
      ${pending ? this.#skeleton() : this.#content()}
      <p class="visually-hidden" role="status">${keyed(turn, words)}</p>
      ${helpNow(pageLocale, this.connection.session?.region)}
    </section>`;
  }

  #content(): unknown {
    const { pairings, mentees, connection } = this;
    const { t } = this.localize;
    if (connection.session && !this.#isMentor) return html`<p class="muted">${t.notYours}</p>`;
    const instead = insteadOfContent(t, pairings, connection);
    if (instead) return instead;
    if (!pairings.value) return this.#skeleton();
    const open = this.#open;
    // Who they are is known; how they are was never heard.
    const unheard = !pairings.error && !mentees.value && mentees.error;
    return html`${
      unheard
        ? errorNotice(t, unheard, mentees.refresh)
        : staleStrip(t, pairings.error ? pairings : mentees, connection)
    }
    ${connection.durable ? nothing : notice('info', t.notKept)}
    ${
      open.length
        ? html`<ul class="people">
            ${this.#rows(open.filter(({ status }) => status === 'requested'))}
            ${this.#rows(open.filter(({ status }) => status !== 'requested'))}
          </ul>`
        : html`<p class="muted">${t.none}</p>`
    }`;
  }

  #rows(pairings: readonly Pairing[]): unknown {
    const { answer, answering, mentees } = this;
    const timeZone = this.connection.session?.timeZone ?? 'UTC';
    const view: ListView = { l: this.localize, today: this.#day, timeZone };
    return repeat(
      pairings,
      ({ id }) => id,
      (pairing) => {
        const { id, status } = pairing;
        if (status !== 'requested')
          return menteeRow(
            view,
            pairing,
            mentees.value?.[id] ?? (mentees.error ? null : undefined),
          );
        const mine = answering?.id === id;
        return requestRow(view, pairing, {
          busy: answer.busy,
          error: mine ? answer.error : undefined,
          declining: mine && answering.declining,
          onDecline: (declining) => void this.#onDecline(id, declining),
          onAnswer: (action) => void this.#onAnswer(pairing, action),
        });
      },
    );
  }

  #skeleton(): TemplateResult {
    const row = html`<div class="row-bone">
      <div class="bone face"></div>
      <div class="bone line"></div>
      <div class="bone line"></div>
    </div>`;
    return html`<div class="skeleton" aria-hidden="true">${row} ${row}</div>
      <p class="visually-hidden" role="status">${this.localize.t.loading}</p>`;
  }
}
