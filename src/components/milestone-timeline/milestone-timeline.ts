import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { property, state } from '../shared/property.js';
import type { Backend } from '../../client/backend.js';
import { BackendError } from '../../client/errors.js';
import type { Milestone } from '../../client/model/milestone.js';
import type { RecoveryRecord } from '../../client/model/recovery-record.js';
import { orNull, pageShape } from '../../client/shape.js';
import { MilestoneShape, RecoveryRecordShape } from '../../client/shapes.js';
import { ConnectionController } from '../shared/controllers/connection-controller.js';
import { LocalizeController } from '../shared/controllers/localize-controller.js';
import { PagesController } from '../shared/controllers/pages-controller.js';
import { about, QueryController } from '../shared/controllers/query-controller.js';
import { SeenController } from '../shared/controllers/seen-controller.js';
import { TodayController } from '../shared/controllers/today-controller.js';
import { defineElement } from '../shared/define-element.js';
import { help } from '../shared/help/help.styles.js';
import { helpNow } from '../shared/help/help-now.js';
import { errorNotice, insteadOfContent, notice, staleStrip } from '../shared/notice.js';
import { controls } from '../shared/styles/controls.js';
import { host } from '../shared/styles/host.js';
import { notice as noticeStyles } from '../shared/styles/notice.js';
import { tokens } from '../shared/styles/tokens.js';
import { FormController } from './form-controller.js';
import { LazyPart, type AbsentPart } from '../shared/lazy-part.js';
import { styles } from './milestone-timeline.styles.js';
import { english } from './milestone-timeline.strings.js';
import { skeleton } from './skeleton.js';
import { pathAhead, pathEarlier, pathNow, pathStretch } from './path.js';
import { recoveryHead } from './recovery-head.js';
import { stretchesOf } from './stretches.js';
import type { View } from './view.js';

/** How many pages follow by themselves, scrolling, after "Show earlier": what is below stays in reach. */
const BY_ITSELF = 10;

/**
 * A person's path: recovery time, what is ahead, what was reached and who celebrated it, and how the
 * last 30 days were. A return to use is one private tap and takes nothing away. Days are those of the
 * person's own time zone.
 *
 * ```html
 * <milestone-timeline></milestone-timeline>
 * <milestone-timeline person-id="p-204"></milestone-timeline>
 * ```
 *
 * @summary Recovery time, milestones past and to come, celebrations, the last 30 days.
 * @fires {WfMilestoneAddedEvent} wf-milestone-added - The person added a milestone of their own.
 * @fires {WfCelebratedEvent} wf-celebrated - The person celebrated another's milestone.
 * @fires {WfRecordChangedEvent} wf-record-changed - The recovery record changed; it carries no dates.
 * @fires {WfContactMentorEvent} wf-contact-mentor - The person wants to reach their mentor.
 * @fires {WfErrorEvent} wf-error - A call to the backend failed.
 * @fires {WfSignInEvent} wf-sign-in - The person asked to sign in.
 * @fires {WfHelpOpenedEvent} wf-help-opened - The person opened the crisis help.
 * @csspart record - Recovery time and the ways to change it.
 * @csspart path - What is ahead, now, and what was reached.
 * @csspart now - The place on the path that is today.
 * @csspart plot - The check-ins of the last 30 days.
 * @csspart notice - A notice in place.
 * @csspart help-button - The button that opens the crisis help.
 * @cssprop --wf-accent - The one colour from which all others are derived.
 * @cssprop --wf-radius - Corner radius of the sheet and its controls.
 */
export class MilestoneTimeline extends LitElement {
  static override styles = [tokens, host, controls, noticeStyles, help, styles];

  /** Registers the element, by its plain name or with a prefix. */
  static define(prefix = ''): void {
    defineElement('milestone-timeline', this, prefix);
  }

  /** The backend; absent: the nearest provider's. */
  @property({ attribute: false }) backend: Backend | undefined;

  /** Whose path, for a mentor or clinician with a grant. Absent: the signed-in person's own. */
  @property({ attribute: 'person-id' }) personId: string | undefined;

  /** Leaves recovery time out, for programmes in which nobody counts days. */
  @property({ type: Boolean, attribute: 'without-record' }) withoutRecord = false;

  @state() private bloomed: string | undefined;
  @state() private plotSeen = false;
  #byItself = 0;
  #me: string | undefined;

  private readonly connection = new ConnectionController(this);
  private readonly localize = new LocalizeController(this, english, {
    es: () => import('./milestone-timeline.strings.es.js'),
  });
  private readonly today = new TodayController(this);
  private readonly record = new QueryController(this, this.connection, {
    shape: orNull(RecoveryRecordShape),
    load: ({ milestones }, signal) => milestones?.record({ personId: this.personId, signal }),
    args: () => (this.withoutRecord ? undefined : [this.personId]),
    concerns: about('milestones'),
  });
  private readonly coming = new QueryController(this, this.connection, {
    shape: pageShape(MilestoneShape),
    load: ({ milestones }, signal) =>
      milestones?.list({ when: 'coming', personId: this.personId, signal }),
    args: () => [this.personId],
    concerns: about('milestones'),
  });
  private readonly past = new PagesController(this, this.connection, {
    item: MilestoneShape,
    list: ({ milestones }, options) =>
      milestones?.list({ ...options, when: 'past', personId: this.personId }),
    args: () => [this.personId],
    concerns: about('milestones'),
  });

  readonly #context = {
    host: this,
    connection: this.connection,
    view: () => this.#view(),
    personId: () => this.personId,
    onRecord: (record: RecoveryRecord) => this.record.set(record),
    onMilestone: (id: string, milestone: Milestone | null) => this.past.put(id, milestone),
  };
  private readonly forms = new FormController(this, this.#context);
  readonly #plot = new LazyPart(
    this,
    async () => new (await import('./check-in-plot.js')).CheckInPlot(this.#context),
  );

  constructor() {
    super();
    new SeenController(this, (seen) => this.#onSeen(seen));
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { session } = this.connection;
    const me = session?.person.id;
    const another = session !== undefined && me !== this.#me;
    // On a shared device, what one person typed is not the next one's to see.
    if (another || changed.has('personId')) this.forms.forget(another && !!this.#me);
    if (another) this.#me = me;
  }

  #onSeen(seen: Element): void {
    if (seen.matches('.plot')) this.plotSeen = true;
    else if (this.#byItself > 0 && !this.past.busy) {
      this.#byItself--;
      void this.past.earlier();
    }
  }

  /** Asked for by a person: the focus goes where the reading goes on. */
  readonly #onEarlier = async () => {
    const before = this.past.items?.length ?? 0;
    this.#byItself = BY_ITSELF;
    await this.past.earlier();
    const more = this.past.items?.slice(before) ?? [];
    if (!more[0]) return;
    this.forms.say(this.localize.plural(more.length, this.localize.t.shown));
    this.forms.focusOn(`[data-id="${CSS.escape(more[0].id)}"]`);
  };

  readonly #bloom = (milestone: Milestone) => (event: Event) => {
    const node = event.currentTarget as HTMLElement;
    node.classList.remove('bloom');
    // Reading the layout lets the same animation begin anew.
    void node.offsetWidth;
    node.classList.add('bloom');
    this.bloomed = milestone.id;
    this.forms.say(this.localize.t.bloomed);
  };

  #view(): View {
    const { session } = this.connection;
    const record = this.record.value;
    const me = session?.person.id ?? '';
    const own = !this.personId || this.personId === me;
    const zone = (own ? undefined : record?.chapters.at(-1)?.timeZone) ?? session?.timeZone;
    return {
      t: this.localize.t,
      l: this.localize,
      today: this.today.in(zone ?? 'UTC'),
      me,
      own,
      record: this.withoutRecord ? null : record,
      bloomed: this.bloomed,
      open: this.forms.open,
      toggle: this.forms.toggle,
      bloom: this.#bloom,
      form: (...names) => this.forms.render(names, this.#waiting),
    };
  }

  protected override render(): TemplateResult {
    const { t, pageLocale } = this.localize;
    return html`<div class="sheet">
      ${this.localize.pending ? skeleton(t.loading) : this.#content()}
      <p class="visually-hidden" role="status">${keyed(this.forms.turn, this.forms.said)}</p>
      ${helpNow(pageLocale, this.connection.session?.region)}
    </div>`;
  }

  #content(): unknown {
    const { record, past, connection } = this;
    const { t } = this.localize;
    if ([record, past].some(({ error }) => error?.code === 'forbidden'))
      return notice('info', this.personId ? t.notShared : t.errors.forbidden);
    const queries = this.withoutRecord ? [past] : [past, record];
    for (const { status, error } of queries) {
      const instead = insteadOfContent(t, { status, error, refresh: this.#refresh }, connection);
      if (instead) return instead;
    }
    if (queries.some(({ status }) => status === 'loading')) return skeleton(t.loading);

    const view = this.#view();
    const error = past.error ?? record.error;
    const chapters = view.record?.chapters ?? [];
    const behind = stretchesOf(past.items ?? [], chapters, !past.more);
    return html`${staleStrip(t, { error, refresh: this.#refresh }, connection)}
      ${this.connection.durable ? nothing : notice('info', t.notKept)}
      <h2 class=${view.record ? 'visually-hidden' : ''}>
        ${view.own ? t.heading : t.theirHeading}
      </h2>
      <div class="columns">
        ${this.withoutRecord ? nothing : recoveryHead(view)}
        <div class="path ${chapters.length > 1 ? 'bent' : ''}" part="path">
          ${pathAhead(view, this.coming.value?.items ?? [])} ${pathNow(view)}
          ${behind.map((stretch) => pathStretch(view, stretch))}
          ${pathEarlier(view, past, () => void this.#onEarlier())}
        </div>
        ${
          connection.backend?.checkIns
            ? html`<section class="plot" part="plot" data-awaited>
                ${this.plotSeen ? (this.#plot.get()?.render() ?? this.#waiting(this.#plot)) : nothing}
              </section>`
            : nothing
        }
      </div>`;
  }

  readonly #refresh = () => {
    for (const query of [this.record, this.coming, this.past]) query.refresh();
  };

  /** In place of a part that is fetched: a sign that it is on its way, or a way to try again. */
  readonly #waiting = (part: AbsentPart): TemplateResult =>
    part.failed
      ? errorNotice(this.localize.t, new BackendError('unavailable'), part.retry)
      : html`<div class="bone"></div>`;
}
