import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import Bookmark from 'lucide/dist/esm/icons/bookmark.mjs';
import type { Backend } from '../../client/backend.js';
import type { Message } from '../../client/model/message.js';
import { isOpen, type Pairing } from '../../client/model/pairing.js';
import { checkResponse, orNull, pageShape } from '../../client/shape.js';
import { MessageShape, PairingShape } from '../../client/shapes.js';
import { ActionController } from '../shared/controllers/action-controller.js';
import { ConnectionController } from '../shared/controllers/connection-controller.js';
import { LocalizeController } from '../shared/controllers/localize-controller.js';
import { PagesController } from '../shared/controllers/pages-controller.js';
import { about, QueryController } from '../shared/controllers/query-controller.js';
import { ScrollKeeper } from '../shared/controllers/scroll-keeper.js';
import { TodayController } from '../shared/controllers/today-controller.js';
import { defineElement } from '../shared/define-element.js';
import { fill } from '../shared/fill.js';
import { firstName } from '../shared/first-name.js';
import { helpNow } from '../shared/help/help-now.js';
import { help } from '../shared/help/help.styles.js';
import { icon } from '../shared/icon.js';
import { errorNotice, insteadOfContent, notice, staleStrip } from '../shared/notice.js';
import { property, state } from '../shared/property.js';
import { controls } from '../shared/styles/controls.js';
import { host } from '../shared/styles/host.js';
import { notice as noticeStyles } from '../shared/styles/notice.js';
import { tokens } from '../shared/styles/tokens.js';
import { track } from '../shared/styles/track.js';
import { Composer } from './composer.js';
import { composerStyles } from './composer.styles.js';
import { english } from './message-thread.strings.js';
import { styles } from './message-thread.styles.js';
import { NewsWatch } from './news-watch.js';
import { ReadMarker } from './read-marker.js';
import { skeleton } from './skeleton.js';
import { threadLog } from './thread-log.js';
import type { ThreadView } from './thread-view.js';

/**
 * What a mentor and the person they walk with write to each other between meetings: messages,
 * encouragements, and notes that can be kept and found again. Words that are half written stay
 * over errors and reloads; nobody else reads them, and it promises no quick answer.
 *
 * ```html
 * <message-thread></message-thread>
 * ```
 *
 * @summary Messages between mentor and mentee, with notes to keep.
 * @fires {WfMessageSentEvent} wf-message-sent - A message is with the backend; it carries no words.
 * @fires {WfErrorEvent} wf-error - A call to the backend failed.
 * @fires {WfSignInEvent} wf-sign-in - The person asked to sign in.
 * @fires {WfHelpOpenedEvent} wf-help-opened - The person opened the crisis help.
 * @csspart sheet - The sheet that everything lies on.
 * @csspart log - What was written, which scrolls.
 * @csspart message - One message.
 * @csspart composer - Where one writes.
 * @csspart send - The button that sends.
 * @csspart care - Help beside words that sound like harm.
 * @csspart notice - A notice in place.
 * @csspart help-button - The button that opens the crisis help.
 * @cssprop --wf-accent - The one colour from which all others are derived.
 * @cssprop --wf-radius - Corner radius of the sheet and its controls.
 * @cssprop --wf-density - 1 is comfortable, 0.8 compact.
 * @cssprop --wf-thread-height - Greatest height of what scrolls. Default `28rem`.
 */
export class MessageThread extends LitElement {
  static override styles = [
    tokens,
    host,
    controls,
    noticeStyles,
    track,
    help,
    styles,
    composerStyles,
  ];

  /** Registers the element, by its plain name or with a prefix. */
  static define(prefix = ''): void {
    defineElement('message-thread', this, prefix);
  }

  /** The backend; absent: the nearest provider's. */
  @property({ attribute: false }) backend: Backend | undefined;

  /** Which pairing's. Absent: an active one, else one that is open, else the latest. */
  @property({ attribute: 'pairing-id' }) pairingId: string | undefined;

  @state() private keptOnly = false;
  /** For the status region; the same words again are news only in a new node, hence the turn. */
  @state() private said: readonly [words: string, turn: number] = ['', 0];
  /** Messages have come that are below what is in view. */
  @state() private newsBelow = false;
  #composer: Composer | undefined;
  #composedFor: string | undefined;

  private readonly connection = new ConnectionController(this);
  private readonly localize = new LocalizeController(this, english, {
    es: () => import('./message-thread.strings.es.js'),
  });
  private readonly today = new TodayController(this);
  private readonly pairing = new QueryController<Pairing | null>(this, this.connection, {
    shape: orNull(PairingShape),
    load: ({ messages, pairings }, signal) => {
      if (!messages || !pairings) return undefined;
      return this.pairingId
        ? pairings.get(this.pairingId, { signal })
        : pairings.list({ signal }).then((answer) => {
            const { items } = checkResponse(pageShape(PairingShape), answer);
            const active = items.find(({ status }) => status === 'active');
            return active ?? items.find(({ status }) => isOpen(status)) ?? items[0] ?? null;
          });
    },
    args: () => [this.pairingId],
    concerns: about('pairings'),
  });
  private readonly messages = new PagesController<Message>(this, this.connection, {
    item: MessageShape,
    list: ({ messages }, options) => {
      const kept = this.keptOnly ? { kept: true } : {};
      return messages?.list(this.pairing.value?.id ?? '', { ...options, ...kept });
    },
    args: () => (this.pairing.value ? [this.pairing.value.id, this.keptOnly] : undefined),
    concerns: about('messages'),
  });
  private readonly keeping = new ActionController<Pick<Message, 'id' | 'kept'>, Message>(
    this,
    this.connection,
    {
      shape: MessageShape,
      run: ({ messages }, { id, kept }, options) => messages?.update(id, { kept }, options),
    },
  );
  readonly #scroll = new ScrollKeeper(this, '.log');
  readonly #news = new NewsWatch();

  constructor() {
    super();
    new ReadMarker(this, this.connection, () => this.messages.items ?? []);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const me = this.connection.session?.person.id;
    const { value } = this.pairing;
    if (changed.has('pairingId')) this.keptOnly = false;
    // On a shared device, what one person typed is not the next one's to see.
    const of = me && value?.status === 'active' ? `${me} ${value.id}` : undefined;
    if (of !== this.#composedFor) {
      this.#composedFor = of;
      this.#composer = of && value ? new Composer(this.#context, value) : undefined;
    }
    if (me && value && this.messages.items) this.#hear(me, value);
    if (this.#scroll.atEnd) this.newsBelow = false;
  }

  readonly #context = {
    host: this,
    connection: this.connection,
    view: () => this.#view(),
    help: () => [this.localize.pageLocale, this.connection.session?.region] as const,
    onSent: (message: Message) => {
      this.keptOnly = false;
      this.messages.prepend(message);
      this.#scroll.toEnd();
      this.#say(this.localize.t.sent);
    },
  };

  /** Says that something has come, however much it is, in one sentence. */
  #hear(me: string, { id }: Pairing): void {
    const of = `${me} ${id} ${this.keptOnly}`;
    const count = this.#news.look(of, this.messages.items ?? [], me);
    if (!count || this.keptOnly) return;
    const { t } = this.localize;
    this.newsBelow = !this.#scroll.atEnd;
    this.#say(fill(this.localize.plural(count, t.news), { name: this.#view().name }));
  }

  #say(words: string): void {
    this.said = [words, this.said[1] + 1];
  }

  readonly #keep = async ({ id, kept }: Message) => {
    const changed = await this.keeping.run({ id, kept: !kept });
    if (!changed) return;
    const { t } = this.localize;
    this.#say(changed.kept ? t.kept : t.unkept);
    const gone = this.keptOnly && !changed.kept;
    this.messages.put(id, gone ? null : changed);
    await this.updateComplete;
    // Its button has gone with it.
    if (gone) this.renderRoot.querySelector<HTMLElement>('.log')?.focus();
  };

  readonly #onEarlier = async () => {
    const before = this.messages.items?.length ?? 0;
    await this.messages.earlier();
    const more = this.messages.items?.slice(before) ?? [];
    const last = more[0];
    if (!last) return;
    this.#say(this.localize.plural(more.length, this.localize.t.shown));
    await this.updateComplete;
    // The focus goes to the one just above where the reading was.
    const target = this.renderRoot.querySelector<HTMLElement>(`[data-id="${CSS.escape(last.id)}"]`);
    target?.focus({ preventScroll: true });
  };

  readonly #toNews = () => {
    this.newsBelow = false;
    this.#scroll.toEnd();
    this.renderRoot.querySelector<HTMLElement>('.log')?.focus({ preventScroll: true });
  };

  #view(): ThreadView {
    const { session } = this.connection;
    const { value } = this.pairing;
    const me = session?.person.id ?? '';
    const other = value?.mentor.id === me ? value.participant : value?.mentor;
    const timeZone = session?.timeZone ?? 'UTC';
    return {
      t: this.localize.t,
      l: this.localize,
      me,
      name: firstName(other?.name ?? ''),
      timeZone,
      today: this.today.in(timeZone),
      keep: (message) => void this.#keep(message),
    };
  }

  protected override render(): TemplateResult {
    const { t, pageLocale, pending } = this.localize;
    const [words, turn] = this.said;
    return html`<div class="sheet" part="sheet">
      ${pending ? skeleton(t.loading) : this.#content()}
      <p class="visually-hidden" role="status">${keyed(turn, words)}</p>
      ${helpNow(pageLocale, this.connection.session?.region)}
    </div>`;
  }

  #content(): unknown {
    const { pairing, messages, connection } = this;
    const { t } = this.localize;
    const titled = (content: unknown) =>
      html`<h2>${t.noHeading}</h2>
        ${content}`;
    const withoutPairing = insteadOfContent(t, pairing, connection);
    if (withoutPairing) return titled(withoutPairing);
    if (pairing.value === null) return titled(html`<p class="muted">${t.closed.none}</p>`);
    const instead = insteadOfContent(t, messages, connection);
    if (instead) return titled(instead);
    if (!pairing.value || !messages.items) return skeleton(t.loading);
    const view = this.#view();
    return html`${staleStrip(t, messages, connection)}
      ${connection.durable ? nothing : notice('info', t.notKept)}
      <div class="head">
        <h2>${fill(t.heading, { name: view.name })}</h2>
        <button
          class="button plain kept-only"
          type="button"
          aria-pressed=${this.keptOnly}
          @click=${() => (this.keptOnly = !this.keptOnly)}
        >
          ${icon(Bookmark)} ${t.keptOnly}
        </button>
      </div>
      ${threadLog(view, messages, {
        keptOnly: this.keptOnly,
        newsBelow: this.newsBelow,
        onNews: this.#toNews,
        onEarlier: () => void this.#onEarlier(),
      })}
      ${this.keeping.error ? errorNotice(t, this.keeping.error) : nothing}
      ${this.#below(view, pairing.value)}`;
  }

  /** Where one writes, or why one cannot. */
  #below({ t }: ThreadView, { status }: Pairing): unknown {
    if (this.#composer) return this.#composer.render();
    const closed = status === 'requested' || status === 'paused' ? status : 'ended';
    return html`<p class="closed muted">${t.closed[closed]}</p>`;
  }
}
