import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from '../shared/property.js';
import Table2 from 'lucide/dist/esm/icons/table-2.mjs';
import ChartLine from 'lucide/dist/esm/icons/chart-line.mjs';
import type { Backend } from '../../client/backend.js';
import { BackendError } from '../../client/errors.js';
import { addDays } from '../../client/model/date-time.js';
import { within } from '../../client/model/trend.js';
import { ConnectionController } from '../shared/controllers/connection-controller.js';
import { LocalizeController } from '../shared/controllers/localize-controller.js';
import { about, QueryController } from '../shared/controllers/query-controller.js';
import { SeenController } from '../shared/controllers/seen-controller.js';
import { TodayController } from '../shared/controllers/today-controller.js';
import { defineElement } from '../shared/define-element.js';
import { help } from '../shared/help/help.styles.js';
import { helpNow } from '../shared/help/help-now.js';
import { icon } from '../shared/icon.js';
import { LazyPart } from '../shared/lazy-part.js';
import { errorNotice, insteadOfContent, staleStrip } from '../shared/notice.js';
import { CheckInPageShape, readCheckIns } from '../shared/read-check-ins.js';
import { buttons } from '../shared/styles/buttons.js';
import { host } from '../shared/styles/host.js';
import { notice as noticeStyles } from '../shared/styles/notice.js';
import { tokens } from '../shared/styles/tokens.js';
import { track } from '../shared/styles/track.js';
import { english } from './checkin-history.strings.js';
import { styles } from './checkin-history.styles.js';
import { LOADED_DAYS, SPANS, type HistoryView } from './history-view.js';
import { Sharing } from './sharing.js';
import { skeleton } from './skeleton.js';
import { measureTrends, scoresShown, scoreTrends } from './trends.js';
import { wins } from './wins.js';

/**
 * A person's own check-ins shown back to them: how mood, cravings, sleep and confidence went, their
 * questionnaire scores, what went well, what they wrote, who sees it, and a copy to keep. Days
 * without an answer stay gaps, and nobody is compared with anybody.
 *
 * Time runs in reading direction: from right to left in a right-to-left page.
 *
 * ```html
 * <checkin-history></checkin-history>
 * ```
 *
 * @summary One's own check-ins shown back: trends, reflections, who sees them, and a copy.
 * @fires {WfExportEvent} wf-export - The person made a copy of their data; it names the kind only.
 * @fires {WfErrorEvent} wf-error - A call to the backend failed.
 * @fires {WfSignInEvent} wf-sign-in - The person asked to sign in.
 * @fires {WfHelpOpenedEvent} wf-help-opened - The person opened the crisis help.
 * @csspart wins - What went well.
 * @csspart trend - One series: its picture, its words and who sees it.
 * @csspart words - What the person wrote.
 * @csspart copy - The ways to keep a copy.
 * @csspart notice - A notice in place.
 * @csspart help-button - The button that opens the crisis help.
 * @cssprop --wf-accent - The one colour from which all others are derived.
 * @cssprop --wf-radius - Corner radius of the sheet and its controls.
 * @cssprop --wf-density - 1 is comfortable, 0.8 compact.
 */
export class CheckinHistory extends LitElement {
  static override styles = [tokens, host, buttons, noticeStyles, track, help, styles];

  /** Registers the element, by its plain name or with a prefix. */
  static define(prefix = ''): void {
    defineElement('checkin-history', this, prefix);
  }

  /** The backend; absent: the nearest provider's. */
  @property({ attribute: false }) backend: Backend | undefined;

  /** How many days to show: 14, 30 or 90. The person can choose another span. */
  @property({ type: Number }) days: number = 30;

  @state() private asTable = false;
  @state() private laterSeen = false;
  #me: string | undefined;
  #clock: ReturnType<typeof setInterval> | undefined;

  private readonly connection = new ConnectionController(this);
  private readonly localize = new LocalizeController(this, english, {
    es: () => import('./checkin-history.strings.es.js'),
  });
  private readonly today = new TodayController(this);
  private readonly sharing = new Sharing(this, this.connection);
  private readonly checkIns = new QueryController(this, this.connection, {
    shape: CheckInPageShape,
    load: ({ checkIns }, signal) => {
      const to = this.#today;
      return checkIns && readCheckIns(checkIns, { from: addDays(to, 1 - LOADED_DAYS), to, signal });
    },
    args: () => [this.#today],
    concerns: about('checkIns'),
  });
  readonly #later = new LazyPart(this, async () => {
    const { Later } = await import('./later.js');
    return new Later({ host: this, connection: this.connection, view: () => this.#view() });
  });

  constructor() {
    super();
    new SeenController(this, () => (this.laterSeen = true));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What is shared ends by itself on its day and hour.
    this.#clock = setInterval(() => this.requestUpdate(), 60_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#clock);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const me = this.connection.session?.person.id;
    if (this.connection.session === undefined && !changed.has('backend')) return;
    // On a shared device, what one person looked for or loaded is not the next one's to see.
    if (me !== this.#me || changed.has('backend')) this.#later.value?.forget();
    this.#me = me;
  }

  get #today(): string {
    return this.today.in(this.connection.session?.timeZone ?? 'UTC');
  }

  #view(): HistoryView {
    const { localize } = this;
    const { t } = localize;
    return {
      t,
      l: localize,
      today: this.#today,
      span: SPANS.find((span) => span === this.days) ?? 30,
      checkIns: this.checkIns.value?.items ?? [],
      seenBy: (what) => this.sharing.line({ t, l: localize }, what),
    };
  }

  protected override render(): TemplateResult {
    const { locale } = this.localize;
    return html`<div class="sheet">
      ${this.#content()} ${helpNow(locale, this.connection.session?.region)}
    </div>`;
  }

  #content(): unknown {
    const { t, pending } = this.localize;
    const { checkIns, connection } = this;
    if (pending) return skeleton(t.loading);
    const instead = insteadOfContent(t, checkIns, connection);
    if (instead)
      return html`<h2>${t.heading}</h2>
        ${instead}`;
    if (checkIns.status === 'loading') return skeleton(t.loading);
    const view = this.#view();
    return html`${staleStrip(t, checkIns, connection)}
      <div class="head">
        <h2>${t.heading}</h2>
        ${view.checkIns.length ? this.#spans(view) : nothing}
      </div>
      ${view.checkIns.length ? this.#shown(view) : this.#empty(view)}`;
  }

  #spans({ t, span }: HistoryView): TemplateResult {
    return html`<fieldset class="track">
      <legend class="visually-hidden">${t.span}</legend>
      ${SPANS.map(
        (days) =>
          html`<label
            ><input
              type="radio"
              name="span"
              .checked=${days === span}
              @change=${() => (this.days = days)}
            /><span>${t.spans[days]}</span></label
          >`,
      )}
    </fieldset>`;
  }

  #empty({ t }: HistoryView): TemplateResult {
    return html`<div class="empty">
        <p>${t.empty}</p>
        <p class="muted">${t.emptyNext}</p>
      </div>
      ${this.#afterwards(t)}`;
  }

  #shown(view: HistoryView): TemplateResult {
    const { t } = view;
    const any = within(view.checkIns, view.today, view.span).length > 0;
    return html`${wins(view)} ${any ? this.#days(view) : html`<p class="muted">${t.quiet}</p>`}
    ${this.#afterwards(t)}`;
  }

  #days(view: HistoryView): TemplateResult {
    const { t } = view;
    const scores = scoresShown(view);
    const pictures = html`${measureTrends(view)}
    ${
      scores.length
        ? html`<h3>${t.scores}</h3>
            ${scoreTrends(view, scores)}
            <p class="muted small">${t.scoresNote}</p>`
        : nothing
    }`;
    return html`<section class="days" aria-labelledby="days-title">
      <div class="head">
        <h3 id="days-title">${t.days}</h3>
        <button
          class="button plain small toggle"
          type="button"
          @click=${() => (this.asTable = !this.asTable)}
        >
          ${icon(this.asTable ? ChartLine : Table2)} ${this.asTable ? t.plots : t.table}
        </button>
      </div>
      ${this.asTable ? (this.#later.get()?.table() ?? this.#waiting()) : pictures}
      <p class="muted small">${t.sharingNote}</p>
    </section>`;
  }

  /** What is below the pictures is fetched when it comes near, or when the table needs it. */
  #afterwards(t: HistoryView['t']): TemplateResult {
    const part = this.laterSeen ? this.#later.get() : this.#later.value;
    return html`<section class="words-part" part="words" data-awaited aria-labelledby="words-title">
        <h3 id="words-title">${t.words}</h3>
        ${part?.reflections() ?? this.#waiting()}
      </section>
      <section class="copy" part="copy" aria-labelledby="copy-title">
        <h3 id="copy-title">${t.copy}</h3>
        ${part?.copy() ?? (this.#later.failed ? nothing : this.#waiting())}
      </section>`;
  }

  #waiting(): TemplateResult {
    const { failed, retry } = this.#later;
    return failed
      ? errorNotice(this.localize.t, new BackendError('unavailable'), retry)
      : html`<div class="waiting ${this.laterSeen ? 'bone' : ''}"></div>`;
  }
}
