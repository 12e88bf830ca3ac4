import { ContextProvider } from '@lit/context';
import { css, html, LitElement, type PropertyValues } from 'lit';
import { property } from '../shared/property.js';
import type { Backend } from '../../client/backend.js';
import type { CheckInFollowUp } from '../../client/model/check-in-plan.js';
import type { CheckInSchedule, DueCheckIn } from '../../client/model/check-in-schedule.js';
import type { Outage } from '../../client/model/missed-days.js';
import type { Outbox, WithOutbox } from '../../client/outbox/with-outbox.js';
import type { Session } from '../../client/model/session.js';
import {
  backendContext,
  localeContext,
  rememberContextRequests,
  sessionContext,
  themeContext,
} from '../shared/contexts.js';
import { nearestLang } from '../shared/controllers/localize-controller.js';
import { SessionStore } from '../shared/controllers/session-store.js';
import { defineElement } from '../shared/define-element.js';
import { registerTokens } from '../shared/styles/register-tokens.js';
import { WfSessionChangeEvent } from './mentorship-provider.events.js';
import { NAMING, ProvidedBackend } from './provided-backend.js';
import { Reminders } from './reminders.js';

/**
 * Gives every Wayfellow element below it a backend, the session, a language and a theme. It draws
 * nothing of its own and its children lay out as if it were not there. Where there is one on the page,
 * a mistyped accent, radius or density gives way to its default.
 *
 * ```html
 * <mentorship-provider backend="embedded" theme="auto">
 *   <mentor-card mentor-id="maya"></mentor-card>
 * </mentorship-provider>
 * ```
 *
 * @summary Backend, session, language and theme for the elements below.
 * @fires {WfSessionChangeEvent} wf-session-change - The session became known or changed.
 * @fires {WfCheckinDueEvent} wf-checkin-due - With `reminders` or a `plan`: which check-ins can be
 *   answered now.
 * @fires {WfCheckinMissedEvent} wf-checkin-missed - With `reminders` or a `plan`: days of the last
 *   week without one.
 * @fires {WfFollowUpsEvent} wf-follow-ups - With `reminders`, to a mentor or clinician: who has gone
 *   quiet.
 * @slot - The part of the portal that uses the elements.
 * @cssprop --wf-accent - The one colour from which all others are derived.
 * @cssprop --wf-radius - Corner radius of sheets and controls.
 * @cssprop --wf-font - Typeface; the page's own when absent.
 * @cssprop --wf-font-size - Base size; `1rem` when absent.
 * @cssprop --wf-density - Factor on all spacing: 1 is comfortable, 0.8 compact.
 * @cssprop --wf-surface - Background of the sheets.
 * @cssprop --wf-text - Colour of the text.
 */
export class MentorshipProvider extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
    :host([theme='light']) {
      color-scheme: light;
    }
    :host([theme='dark']) {
      color-scheme: dark;
    }
    :host([theme='auto']) {
      color-scheme: light dark;
    }
    :host([density='comfortable']) {
      --wf-density: 1;
    }
    :host([density='compact']) {
      --wf-density: 0.8;
    }
  `;

  /** Registers the element, by its plain name or with a prefix. */
  static define(prefix = ''): void {
    registerTokens();
    defineElement('mentorship-provider', this, prefix);
  }

  /**
   * The backend for everything below: an object, or the name of one that needs no code: `embedded`,
   * or `http` with `base-url` and `token-endpoint`. As an attribute it is a name.
   */
  @property() backend: Backend | string | undefined;

  /** Whom the embedded backend is used as: the id of one of its personas. */
  @property() persona: string | undefined;

  /** Address below which the API of the backend `http` is found, absolute or relative to the page. */
  @property({ attribute: 'base-url' }) baseUrl: string | undefined;

  /**
   * Where the backend `http` gets its tokens: an address of the page's own origin that is asked by
   * POST, with the portal's cookies, and answers with a token as text (401 when nobody is signed
   * in). A token itself is never an attribute, where other scripts and logs would see it.
   */
  @property({ attribute: 'token-endpoint' }) tokenEndpoint: string | undefined;

  /**
   * Id of whom the page knows to be signed in, as the backend names them. With it, what the person
   * sends is kept on the device also where the backend cannot be asked who they are. It is sent only
   * when the backend says the same.
   */
  @property({ attribute: 'person-id' }) personId: string | undefined;

  /**
   * On a device that is one person's alone: while the backend cannot be asked, whoever was here in
   * the last hour and did not sign out is believed to be here still, and sees their own drafts. On
   * a shared one the next person would see them.
   */
  @property({ type: Boolean, attribute: 'remember-person' }) rememberPerson = false;

  /**
   * The backend `http` keeps what is sent on the device, sealed, until it has arrived. With this it
   * keeps nothing, as on a shared computer: what cannot be sent has to be sent again by the person.
   */
  @property({ type: Boolean, attribute: 'without-outbox' }) withoutOutbox = false;

  /** Another backend than `http`, one of the page's own too, keeps what is sent as that one does. */
  @property({ type: Boolean, attribute: 'with-outbox' }) withOutbox = false;

  /**
   * Says by events what is due and what was missed, by what the clinic asks for, and tells a mentor or
   * clinician who has gone quiet: for the portal's own notifications.
   */
  @property({ type: Boolean }) reminders = false;

  /**
   * Which questionnaires are asked for, and how often, in place of what the clinic says; with it,
   * `reminders` is on. Needs a session with a programme.
   */
  @property({ attribute: false }) plan: readonly CheckInSchedule[] | undefined;

  /** Times in which the service could not be reached: no day of them counts as missed. */
  @property({ attribute: false }) outages: readonly Outage[] | undefined;

  /** BCP 47 language for everything below; absent: the page's `lang`. */
  @property() locale: string | undefined;

  /** `auto` follows the system; absent: the page's own `color-scheme`. */
  @property({ reflect: true }) theme: 'light' | 'dark' | 'auto' | undefined;

  /** How close things stand; absent: the page's `--wf-density`. */
  @property({ reflect: true }) density: 'comfortable' | 'compact' | undefined;

  readonly #backend = new ContextProvider(this, { context: backendContext });
  readonly #session = new ContextProvider(this, { context: sessionContext });
  readonly #locale = new ContextProvider(this, { context: localeContext, initialValue: 'en' });
  readonly #theme = new ContextProvider(this, { context: themeContext });
  readonly #provided = new ProvidedBackend(this, () => this.#follow());
  readonly #reminders = new Reminders(this);
  #unsubscribe: (() => void) | undefined;

  constructor() {
    super();
    rememberContextRequests();
  }

  /** Who is signed in: undefined while it is not known, null when nobody is. */
  get session(): Session | null | undefined {
    return this.#session.value;
  }

  /** The backend in use, once it is there. */
  get connectedBackend(): Backend | undefined {
    return this.#provided.value;
  }

  /** What waits on the device to be sent; undefined where the backend keeps nothing. */
  get outbox(): Outbox | undefined {
    return (this.connectedBackend as Partial<WithOutbox<Backend>> | undefined)?.outbox;
  }

  /** What can be answered now by the {@link plan} or the clinic's, what closes first at the front. */
  async dueCheckIns(): Promise<readonly DueCheckIn[]> {
    return (await this.#reminders.now())?.due ?? [];
  }

  /** Whom the signed-in mentor or clinician is to reach out to, longest silence first. */
  async followUps(): Promise<readonly CheckInFollowUp[]> {
    return (await this.#reminders.now())?.followUps ?? [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.hasUpdated) return;
    this.#provided.rejoin();
    this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#reminders.renew();
    // A DOM move disconnects and connects at once.
    queueMicrotask(() => this.#provided.leave());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('locale') && (this.locale || changed.get('locale'))) {
      if (this.locale) this.lang = this.locale;
      else this.removeAttribute('lang');
    }
    this.#locale.setValue(nearestLang(this));
    this.#theme.setValue(this.theme);
    if ((['reminders', 'plan', 'outages'] as const).some((name) => changed.has(name)))
      this.#reminders.renew();
    if (!NAMING.some((name) => changed.has(name))) return;
    this.#provided.name();
    this.#follow();
  }

  protected override render(): unknown {
    return html`<slot></slot>`;
  }

  #follow(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    const backend = this.connectedBackend;
    this.#backend.setValue(backend);
    if (!backend || !this.isConnected) return;
    const store = SessionStore.of(backend);
    const update = () => {
      if (store.session === this.#session.value) return;
      this.#session.setValue(store.session);
      this.#reminders.renew();
      this.dispatchEvent(new WfSessionChangeEvent());
    };
    this.#unsubscribe = store.subscribe(update);
    update();
    this.#reminders.renew();
  }
}
