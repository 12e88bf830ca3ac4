import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from '../shared/property.js';
import type { Backend } from '../../client/backend.js';
import { BackendError } from '../../client/errors.js';
import type { MentorMatch } from '../../client/model/matching.js';
import type { MatchReason } from '../../client/model/matching.js';
import type { Mentor } from '../../client/model/mentor.js';
import { isOpen, type Pairing } from '../../client/model/pairing.js';
import type { Page } from '../../client/page.js';
import type { Session } from '../../client/model/session.js';
import { checkResponse, pageShape } from '../../client/shape.js';
import { MentorMatchShape, MentorShape, PairingShape } from '../../client/shapes.js';
import { ConnectionController } from '../shared/controllers/connection-controller.js';
import { LocalizeController } from '../shared/controllers/localize-controller.js';
import { QueryController } from '../shared/controllers/query-controller.js';
import { defineElement } from '../shared/define-element.js';
import { fill } from '../shared/fill.js';
import { firstName } from '../shared/first-name.js';
import { helpNow } from '../shared/help/help-now.js';
import { help } from '../shared/help/help.styles.js';
import { LazyPart } from '../shared/lazy-part.js';
import { errorNotice, insteadOfContent, notice, staleStrip } from '../shared/notice.js';
import { buttons } from '../shared/styles/buttons.js';
import { disclosure } from '../shared/styles/disclosure.js';
import { face } from '../shared/styles/face.js';
import { host } from '../shared/styles/host.js';
import { notice as noticeStyles } from '../shared/styles/notice.js';
import { tokens } from '../shared/styles/tokens.js';
import { toBackendError } from '../shared/to-backend-error.js';
import { browserZone } from './free-time.js';
import { english } from './mentor-card.strings.js';
import { styles } from './mentor-card.styles.js';
import type { PairingHost } from './pairing-flow.js';
import { profile, skeleton } from './profile.js';

/**
 * One mentor, as a person: who they are, what you share, when they are free, and how the two of you
 * stand, from asking to going on after the program. Times are in the participant's time zone.
 *
 * @summary A mentor, why they fit, and the pairing with them.
 * @fires {WfPairingRequestEvent} wf-pairing-request - The participant sends a request. Cancelable.
 * @fires {WfPairingChangeEvent} wf-pairing-change - What the person did to the pairing is done.
 * @fires {WfMessageEvent} wf-message - The person wants to write to their mentor.
 * @fires {WfBookEvent} wf-book - The person wants to book a time with their mentor.
 * @fires {WfRematchEvent} wf-rematch - The person wants to find another mentor.
 * @fires {WfErrorEvent} wf-error - A call to the backend failed.
 * @fires {WfSignInEvent} wf-sign-in - The person asked to sign in.
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

  static override styles = [tokens, host, buttons, noticeStyles, disclosure, face, help, styles];

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
  /** The person wants to ask; the form may be on its way. */
  #asking = false;
  #known: Page<Pairing> | undefined;
  #fault: BackendError | undefined;
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
  private readonly pairings = new QueryController<Page<Pairing>>(this, this.connection, {
    shape: pageShape(PairingShape),
    load: ({ pairings }, signal) =>
      pairings?.list({ mentorId: this.shownMentorId ?? '', limit: 1, signal }),
    args: () =>
      this.connection.session?.person.role === 'participant' && this.shownMentorId
        ? [this.shownMentorId]
        : undefined,
    concerns: ({ topic, ids }, value) => {
      const pairing = value?.items[0];
      const other = pairing && isOpen(pairing.status) && ids && !ids.includes(pairing.id);
      return topic === 'pairings' && !other;
    },
  });
  readonly #part = new LazyPart(
    this,
    async () => {
      const { PairingPart, story } = await import('./fetched.js');
      const pairing = new PairingPart(this, this.connection, this.pairings, this.#known);
      return { pairing, story };
    },
    ({ pairing }) => this.#asking && pairing.flow.turnTo('ask'),
  );

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
    this.#known = this.pairings.value && (this.#known ?? this.pairings.value);
    if (!changed.has('mentor')) return;
    this.#fault = undefined;
    try {
      if (this.mentor) checkResponse(MentorShape, this.mentor);
    } catch (reason) {
      this.#fault = toBackendError(reason);
    }
  }

  readonly #onAsk = (): void => {
    this.#asking = true;
    if (this.#part.failed) this.#part.retry();
    this.#part.value?.pairing.flow.turnTo('ask');
    this.requestUpdate();
  };

  protected override render(): TemplateResult {
    const { pageLocale } = this.localize;
    const match = this.#shown;
    const name = match && firstName(match.mentor.name);
    return html`<article
      class="sheet ${this.variant === 'compact' ? 'compact' : 'full'}"
      part="card"
      aria-label=${match?.mentor.name ?? nothing}
    >
      ${this.#instead() ?? (match ? this.#card(match) : this.#skeleton())}
      <div class="visually-hidden" role="status">
        ${fill(this.#part.value?.pairing.news ?? '', { name })}
      </div>
      ${helpNow(pageLocale, this.connection.session?.region)}
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
    const { localize, connection } = this;
    const timeZone = connection.session?.timeZone ?? browserZone();
    const now = new Date();
    const more = () => this.#part.get()?.story(localize, mentor, timeZone, now) ?? this.#waiting();
    return html`
      ${this.mentor ? nothing : staleStrip(localize.t, this.match, connection)}
      <div class="person">
        ${profile({
          localize,
          mentor,
          reasons,
          timeZone,
          now,
          compact: this.variant === 'compact',
          more: this.moreOpen ? more() : nothing,
          onMore: (open) => (this.moreOpen = open),
        })}
        ${this.#actions(mentor)}
      </div>
    `;
  }

  #actions(mentor: Mentor): unknown {
    const { session, backend } = this.connection;
    const { t } = this.localize;
    if (!backend) return nothing;
    if (session && session.person.role !== 'participant')
      return session.person.id === mentor.id ? html`<p class="panel muted">${t.own}</p>` : nothing;
    const { value } = this.pairings;
    return html`<div class="panel" part="actions">
      ${
        insteadOfContent(t, this.pairings, this.connection) ??
        (session && value ? this.#pairing(mentor, session, value) : bone)
      }
      ${this.connection.durable || !value ? nothing : notice('info', t.notKept)}
    </div>`;
  }

  /** What has been fetched of a pairing; until then, the button that begins one. */
  #pairing(mentor: Mentor, session: Session, { items }: Page<Pairing>): unknown {
    const { localize } = this;
    const say = (words: string, more = {}) =>
      fill(words, { name: firstName(mentor.name), ...more });
    const canAsk = !items.length && !mentor.paused && mentor.openPlaces > 0;
    const part = canAsk && !this.#asking ? this.#part.value : this.#part.get();
    const ask = html`<button class="button ask" part="ask" type="button" @click=${this.#onAsk}>
      ${say(localize.t.ask)}
    </button>`;
    return (
      part?.pairing.render({ localize, mentor, say, session, ask, now: new Date() }) ??
      (canAsk
        ? html`<div class="buttons">${ask}</div>
            ${this.#part.failed ? this.#waiting() : nothing}`
        : this.#waiting())
    );
  }

  /** In place of a part that is fetched: a sign that it is on its way, or a way to try again. */
  #waiting(): TemplateResult {
    const { failed, retry } = this.#part;
    return failed ? errorNotice(this.localize.t, new BackendError('unavailable'), retry) : bone;
  }

  #skeleton(): TemplateResult {
    return skeleton(this.localize.t.loading, this.variant === 'compact');
  }
}

type Shown = Readonly<Pick<MentorMatch, 'mentor'>> & { reasons: readonly MatchReason[] };

const bone = html`<div class="bone button-bone"></div>`;
