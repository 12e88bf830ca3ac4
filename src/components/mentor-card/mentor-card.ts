import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Backend } from '../../client/backend.js';
import type { BackendError } from '../../client/errors.js';
import type { MentorMatch } from '../../client/model/matching.js';
import { type MatchReason } from '../../client/model/matching.js';
import type { Mentor } from '../../client/model/mentor.js';
import { checkResponse } from '../../client/shape.js';
import { MentorMatchShape, MentorShape } from '../../client/shapes.js';
import { ConnectionController } from '../shared/controllers/connection-controller.js';
import { LocalizeController } from '../shared/controllers/localize-controller.js';
import { QueryController } from '../shared/controllers/query-controller.js';
import { defineElement } from '../shared/define-element.js';
import { fill } from '../shared/fill.js';
import { helpNow } from '../shared/help/help-now.js';
import { help } from '../shared/help/help.styles.js';
import { errorNotice, insteadOfContent, notice, staleStrip } from '../shared/notice.js';
import { controls } from '../shared/styles/controls.js';
import { host } from '../shared/styles/host.js';
import { notice as noticeStyles } from '../shared/styles/notice.js';
import { tokens } from '../shared/styles/tokens.js';
import { toBackendError } from '../shared/to-backend-error.js';
import { browserZone } from './free-time.js';
import { english } from './mentor-card.strings.js';
import { styles } from './mentor-card.styles.js';
import { PairingFlow, type PairingHost } from './pairing-flow.js';
import { pairingPanel } from './pairing-panel.js';
import { firstName, profile, skeleton } from './profile.js';

/**
 * One mentor, as a person: who they are, what you share, when they are free, and how the two of you
 * stand, from asking to going on after the programme. Times are in the participant's time zone.
 *
 * @summary A mentor, why they fit, and the pairing with them.
 * @fires {WfPairingRequestEvent} wf-pairing-request - The participant sends a request. Cancelable.
 * @fires {WfPairingChangeEvent} wf-pairing-change - What the person did to the pairing is done.
 * @fires {WfMessageEvent} wf-message - The person wants to write to their mentor.
 * @fires {WfBookEvent} wf-book - The person wants to book a time with their mentor.
 * @fires {WfRematchEvent} wf-rematch - The person wants to find another mentor.
 * @fires {WfErrorEvent} wf-error - A call to the backend failed.
 * @fires {WfHelpOpenedEvent} wf-help-opened - The person opened the crisis help.
 * @csspart card - The sheet that everything lies on.
 * @csspart face - The portrait or initials.
 * @csspart name - The mentor's name.
 * @csspart actions - How the pairing stands, and its buttons.
 * @csspart ask - The button that begins a request.
 * @cssprop --wf-accent - The one accent colour; everything else is derived from it.
 * @cssprop --wf-radius - Corner radius, from 0 to a pill's.
 * @cssprop --wf-density - 1 is comfortable, 0.8 compact.
 */
export class MentorCard extends LitElement implements PairingHost {
  /** Registers `<mentor-card>`, with `prefix` before the name. */
  static define(prefix = ''): void {
    defineElement('mentor-card', this, prefix);
  }

  static override styles = [tokens, host, controls, noticeStyles, help, styles];

  /** Whose card it is. */
  @property({ attribute: 'mentor-id' }) mentorId: string | undefined;

  /** `full`, or `compact`: one row. */
  @property({ reflect: true }) variant: 'full' | 'compact' = 'full';

  /** The mentor, when the page has them already; nothing is fetched for the profile then. */
  @property({ attribute: false }) mentor: Mentor | undefined;

  /** Why this mentor, to go with `mentor`. */
  @property({ attribute: false }) reasons: readonly MatchReason[] | undefined;

  /** The backend; absent: the nearest `<mentorship-provider>`'s. */
  @property({ attribute: false }) backend: Backend | undefined;

  @state() private moreOpen = false;
  @state() private durable = true;
  #fault: BackendError | undefined;
  #asked: Backend | undefined;
  #clock: ReturnType<typeof setInterval> | undefined;

  private readonly connection = new ConnectionController(this);
  private readonly localize = new LocalizeController(this, english, {
    es: () => import('./mentor-card.strings.es.js'),
  });
  private readonly match = new QueryController<MentorMatch>(this, this.connection, {
    shape: MentorMatchShape,
    load: ({ mentors }, signal) => {
      const id = this.mentorId ?? '';
      return this.connection.session?.person.role === 'participant'
        ? mentors?.match(id, { signal })
        : mentors?.get(id, { signal }).then((mentor) => ({ mentor, reasons: [] }));
    },
    args: () => (this.mentorId && !this.mentor ? [this.mentorId] : undefined),
    concerns: ({ topic, ids }) =>
      topic === 'mentors' && (!ids || ids.includes(this.mentorId ?? '')),
  });
  private readonly flow = new PairingFlow(this, this.connection);

  /** @internal */
  get shownMentorId(): string | undefined {
    return this.mentor?.id ?? this.mentorId;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Next free times and open requests age.
    this.#clock = setInterval(() => this.requestUpdate(), 60_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#clock);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('mentor')) return;
    this.#fault = undefined;
    try {
      if (this.mentor) checkResponse(MentorShape, this.mentor);
    } catch (reason) {
      this.#fault = toBackendError(reason);
    }
  }

  protected override updated(): void {
    const { backend } = this.connection;
    if (backend === this.#asked) return;
    this.#asked = backend;
    void backend?.durable?.then((durable) => (this.durable = durable));
  }

  protected override render(): TemplateResult {
    const { t, locale } = this.localize;
    const { changedTo } = this.flow;
    const match = this.#shown;
    const name = match && firstName(match.mentor);
    return html`<article
      class="sheet ${this.variant === 'compact' ? 'compact' : 'full'}"
      part="card"
      aria-label=${match?.mentor.name ?? nothing}
    >
      ${this.#instead() ?? (match ? this.#card(match) : this.#skeleton())}
      <div class="visually-hidden" role="status">
        ${changedTo ? fill(t.now[changedTo], { name }) : nothing}
      </div>
      ${helpNow(locale, this.connection.session?.region)}
    </article>`;
  }

  get #shown(): Shown | undefined {
    if (this.#fault) return undefined;
    return this.mentor ? { mentor: this.mentor, reasons: this.reasons ?? [] } : this.match.value;
  }

  #instead(): TemplateResult | undefined {
    const { t, pending } = this.localize;
    if (pending) return this.#skeleton();
    if (this.#fault) return errorNotice(t, this.#fault);
    if (this.mentor) return undefined;
    if (!this.mentorId) return notice('info', t.choose);
    return insteadOfContent(t, this.match, this.connection);
  }

  #card({ mentor, reasons }: Shown): TemplateResult {
    return html`
      ${this.mentor ? nothing : staleStrip(this.localize.t, this.match, this.connection)}
      <div class="person">
        ${profile({
          localize: this.localize,
          mentor,
          reasons,
          timeZone: this.connection.session?.timeZone ?? browserZone(),
          now: new Date(),
          compact: this.variant === 'compact',
          moreOpen: this.moreOpen,
          onMore: (open) => (this.moreOpen = open),
        })}
        ${this.#pairing(mentor)}
      </div>
    `;
  }

  #pairing(mentor: Mentor): unknown {
    const { session, backend } = this.connection;
    const { t } = this.localize;
    if (!backend) return nothing;
    if (session && session.person.role !== 'participant')
      return session.person.id === mentor.id ? html`<p class="panel muted">${t.own}</p>` : nothing;
    const instead = insteadOfContent(t, this.flow.query, this.connection);
    if (instead) return html`<div class="panel">${instead}</div>`;
    if (!session || this.flow.query.status !== 'ready')
      return html`<div class="panel"><div class="bone button-bone"></div></div>`;
    return pairingPanel(this.flow, {
      localize: this.localize,
      mentor,
      say: (words, more) => fill(words, { name: firstName(mentor), ...more }),
      session,
      now: new Date(),
      durable: this.durable,
    });
  }

  #skeleton(): TemplateResult {
    return skeleton(this.localize.t.loading, this.variant === 'compact');
  }
}

type Shown = Readonly<Pick<MentorMatch, 'mentor'>> & { reasons: readonly MatchReason[] };
