import { adoptStyles, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from '../shared/property.js';
import type { Backend } from '../../client/backend.js';
import type { CheckInRhythm } from '../../client/model/check-in-schedule.js';
import type { Instrument } from '../../client/model/instrument.js';
import type { Questionnaire } from '../../client/model/questionnaire.js';
import type { QuestionnaireResponse } from '../../client/model/questionnaire-response.js';
import type { EscalationPolicy } from '../../client/model/safety.js';
import { ConnectionController } from '../shared/controllers/connection-controller.js';
import { LocalizeController } from '../shared/controllers/localize-controller.js';
import { defineElement } from '../shared/define-element.js';
import { helpNow } from '../shared/help/help-now.js';
import { help } from '../shared/help/help.styles.js';
import { controls } from '../shared/styles/controls.js';
import { host } from '../shared/styles/host.js';
import { notice as noticeStyles } from '../shared/styles/notice.js';
import { tokens } from '../shared/styles/tokens.js';
import { english } from './checkin-form.strings.js';
import { Answering } from './answering.js';
import { Content } from './content.js';
import { after } from './after.styles.js';
import { bundledNames } from './bundled.js';
import { styles } from './checkin-form.styles.js';
import { DraftKeeper } from './draft-keeper.js';
import { EscalationQuery } from './escalation-query.js';
import { FormValue } from './form-value.js';
import { History } from './history.js';
import { choice } from './items/choice.styles.js';
import { fetchedStyles } from './items/controls.js';
import { table } from './items/table.styles.js';
import { Navigation } from './navigation.js';
import { Moments } from './moments.js';
import { NarrowController } from './narrow-controller.js';
import { QuestionnaireSource } from './questionnaire-source.js';
import { SafetyAlerts } from './safety-alerts.js';
import { PersonClock } from './zoned-time.js';

/**
 * Asks the questions of a FHIR R4 Questionnaire: the daily check-in, PHQ-9, or a clinic's own. What
 * is written is kept as a draft. An answer that raises a concern shows help in a crisis before
 * anything is sent, and tells the people whom the clinic named.
 *
 * @summary A check-in, one question at a time or as one sheet.
 * @fires {WfCheckinSubmitEvent} wf-checkin-submit - The person sends; cancelable.
 * @fires {WfCheckinSubmittedEvent} wf-checkin-submitted - It was received or queued.
 * @fires {WfQuestionnaireFaultEvent} wf-questionnaire-fault - For developers: what cannot be shown.
 * @fires {WfErrorEvent} wf-error - A call to the backend failed.
 * @fires {WfSignInEvent} wf-sign-in - The person asked to sign in.
 * @fires {WfHelpOpenedEvent} wf-help-opened - The person opened the crisis help.
 * @csspart sheet - The surface that the form lies on.
 * @csspart notice - Notices in place.
 * @csspart safety - Help in a crisis, when an answer raised it.
 * @csspart receipt - What is shown after sending.
 * @cssprop [--wf-inset-end=0px] - Height of what the page keeps along the bottom of the screen; the
 *   way on stays above it.
 */
export class CheckinForm extends LitElement {
  /** A `<form>` of the page holds the answers when the element has a `name`. */
  static readonly formAssociated = true;

  /** Registers `<checkin-form>`, with `prefix` before the name. */
  static define(prefix = ''): void {
    defineElement('checkin-form', this, prefix);
  }

  static override styles = [
    tokens,
    host,
    controls,
    noticeStyles,
    help,
    styles,
    choice,
    table,
    after,
  ];

  /**
   * What to ask: `daily-check-in`, `phq-9`, `phq-2` or `gad-7`; the canonical address of a
   * questionnaire that the backend serves; or a FHIR R4 Questionnaire as an object.
   */
  @property() questionnaire: Questionnaire | string = 'daily-check-in';

  /** A questionnaire with its scoring and its safety rules. Goes before `questionnaire`. */
  @property({ attribute: false }) instrument: Instrument | undefined;

  /** `steps`: one question at a time; `sheet`: all at once; `auto`: steps below 34rem of width. */
  @property() layout: 'auto' | 'steps' | 'sheet' = 'auto';

  /** The calendar day that it is about, `YYYY-MM-DD`. Default: today in the person's time zone. */
  @property() on: string | undefined;

  /**
   * How often it is asked for. On days on which it is not, the form says when the next one is, and
   * lets the person answer all the same. It goes by the programme of the session.
   */
  @property() schedule: CheckInRhythm | undefined;

  /** Who receives safety alerts, and when. Default: what the backend says. */
  @property({ attribute: false }) policy: EscalationPolicy | undefined;

  /** Under which a `<form>` of the page holds the answers, as the JSON of {@link response}. */
  @property() name: string | undefined;

  /** Default: that of the nearest `<mentorship-provider>`. */
  @property({ attribute: false }) backend: Backend | undefined;

  private readonly value = new FormValue(this);
  private readonly moments = new Moments(this);
  private readonly connection = new ConnectionController(this);
  private readonly clock = new PersonClock(
    () => this.connection.session,
    () => this.on,
  );
  private readonly localize = new LocalizeController(this, english, {
    es: () => import('./checkin-form.strings.es.js'),
  });
  private readonly width = new NarrowController(this, () => this.layout === 'auto');
  private readonly source = new QuestionnaireSource(this, this.connection, () => this.#onOpened());
  private readonly drafts = new DraftKeeper(this, this.connection, {
    form: () => this.source.form,
    day: () => this.clock.day,
    restored: () => this.source.form && this.alerts.assess(this.source.form, this.clock.zone, true),
  });
  private readonly alerts = new SafetyAlerts(this, this.connection);
  private readonly escalation = new EscalationQuery(this, this.connection);
  private readonly history = new History(
    this,
    this.connection,
    // What can be drawn at once is not held up by looking up what today is.
    () =>
      this.source.isGiven && !this.moments.isPainted ? '' : (this.source.form?.canonical ?? ''),
    () => this.clock.day,
  );
  private readonly navigation = new Navigation(
    this,
    () => this.layout === 'steps' || (this.layout !== 'sheet' && this.width.narrow),
  );
  private readonly parts = {
    host: this,
    connection: this.connection,
    clock: this.clock,
    source: this.source,
    alerts: this.alerts,
    drafts: this.drafts,
    navigation: this.navigation,
  };
  private readonly answering = new Answering(this.parts);
  private readonly content = new Content({
    ...this.parts,
    localize: this.localize,
    escalation: this.escalation,
    moments: this.moments,
    history: this.history,
    answering: this.answering,
  });

  protected override updated(changed: PropertyValues<this>): void {
    const { form } = this.source;
    // What is kept when the network is lost must not need the network to be kept.
    if (this.moments.isPainted && this.connection.backend?.queues) this.answering.begin();
    const isClosed = form && this.escalation.gate(form, this.moments.isPatient) === 'closed';
    const isSet =
      (changed.has('questionnaire') && this.source.isServed) || (changed.has('on') && this.on);
    if (!isSet && !isClosed && !form?.faults.length) return;
    void import('./report-faults.js').then(
      ({ reportFaults, reportProperties }) => {
        if (isSet) reportProperties(this, bundledNames());
        if (form) reportFaults(this, form, isClosed === true);
      },
      // The next update tries again.
      () => {},
    );
  }

  /** A `<form>` of the page was reset. */
  formResetCallback(): void {
    this.reset();
  }

  #onOpened(): void {
    const { elementStyles } = this.constructor as typeof LitElement;
    if (fetchedStyles.length)
      adoptStyles(this.renderRoot as ShadowRoot, [...elementStyles, ...fetchedStyles]);
    this.navigation.reset();
    this.alerts.reset();
    this.answering.opened();
  }

  /**
   * The answers so far, as FHIR R4; undefined until the questions are known. Set it to begin with
   * the answers of an earlier response; what it answers and the questionnaire does not ask is left
   * out, whose it is (`id`, `subject` and the like) is kept. Answers that raise a concern show help and tell, unless they were told of today.
   */
  @property({ attribute: false })
  get response(): QuestionnaireResponse | undefined {
    return this.source.form?.response();
  }
  set response(response: QuestionnaireResponse | undefined) {
    this.answering.fill(response);
  }

  /** Forgets the answers and their draft, for a page that has taken over what was sent. */
  reset(): void {
    this.answering.reset();
  }

  protected override render(): TemplateResult {
    const { begin } = this.answering;
    return html`<section class="sheet" part="sheet" @focusin=${begin} @pointerdown=${begin}>
        ${this.content.render()}
      </section>
      ${helpNow(this.localize.pageLocale, this.connection.session?.region)}`;
  }
}
