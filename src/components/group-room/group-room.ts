import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from '../shared/property.js';
import type { Backend } from '../../client/backend.js';
import type { Meeting } from '../../client/model/meeting.js';
import type { Page } from '../../client/page.js';
import type { VideoRoomFactory } from '../../client/video/video-room.js';
import { pageShape } from '../../client/shape.js';
import { MeetingShape } from '../../client/shapes.js';
import { ConnectionController } from '../shared/controllers/connection-controller.js';
import { LocalizeController } from '../shared/controllers/localize-controller.js';
import { about, QueryController } from '../shared/controllers/query-controller.js';
import { defineElement } from '../shared/define-element.js';
import { helpNow } from '../shared/help/help-now.js';
import { helpView } from '../shared/help/help-view.js';
import { help } from '../shared/help/help.styles.js';
import { insteadOfContent, notice, staleStrip } from '../shared/notice.js';
import { controls } from '../shared/styles/controls.js';
import { host } from '../shared/styles/host.js';
import { notice as noticeStyles } from '../shared/styles/notice.js';
import { tokens } from '../shared/styles/tokens.js';
import { Clock } from './clock.js';
import { DeviceChoice } from './device-choice.js';
import { door } from './door.js';
import { Entrance, type EntranceHost } from './entrance.js';
import { english } from './group-room.strings.js';
import { styles } from './group-room.styles.js';
import { sessions } from './sessions.js';
import { doorSkeleton, sessionsSkeleton } from './skeletons.js';
import { doorMarks, type Reader } from './times.js';

/** So many of the next sessions are offered. */
const NEXT = 6;

/**
 * A video room to meet in: the next sessions, the door of one (who and what, what is agreed on, how I
 * look and sound), the room, and what comes after. Camera, microphone and name are the person's
 * choice; all of them are off or free until chosen. Times are in the person's time zone.
 *
 * Without `meeting-id` it offers the next sessions; with it, that one alone. Moving the element in
 * the page keeps the room; removing it leaves, and camera and microphone go off.
 *
 * @summary Group and one-to-one meetings by video.
 * @fires {WfRoomJoinedEvent} wf-room-joined - The person is in the room.
 * @fires {WfRoomLeftEvent} wf-room-left - The person is no longer in the room.
 * @fires {WfRoomMovedEvent} wf-room-moved - Within the session, the person went to a small room or back.
 * @fires {WfAgreementsAcceptedEvent} wf-agreements-accepted - The person accepted the agreements.
 * @fires {WfRecordingAnsweredEvent} wf-recording-answered - The person said yes or no to being recorded.
 * @fires {WfErrorEvent} wf-error - A call to the backend failed.
 * @fires {WfSignInEvent} wf-sign-in - The person asked to sign in.
 * @fires {WfHelpOpenedEvent} wf-help-opened - The person opened the crisis help.
 * @csspart sheet - What everything before and after the room lies on.
 * @csspart sessions - The list of sessions.
 * @csspart door - The form before the room.
 * @csspart agreements - What is agreed on.
 * @csspart devices - How I look and sound.
 * @csspart preview - The mirror picture before the room.
 * @csspart try-out - Where sound and connection are tried out.
 * @csspart enter - The button that goes in.
 * @csspart waiting - Where one waits to be let in.
 * @csspart room - The room.
 * @csspart tile - One person's place in it.
 * @csspart captions - What people say, as text.
 * @csspart view - How people are shown, and what one shows.
 * @csspart breakout - What one is asked or told about small rooms.
 * @csspart controls - The bar below the faces.
 * @csspart people - The list of who is here.
 * @csspart room-devices - In the room: which camera, microphone and speaker.
 * @csspart after - What is shown after the room.
 * @cssprop --wf-accent - The one accent colour; everything else is derived from it.
 * @cssprop --wf-radius - Corner radius, from 0 to a pill's.
 * @cssprop --wf-density - 1 is comfortable, 0.8 compact.
 * @cssprop [--wf-room-block-size=clamp(26rem, 78svh, 52rem)] - Height of the room, its bar included.
 */
export class GroupRoom extends LitElement implements EntranceHost {
  /** Registers `<group-room>`, with `prefix` before the name. */
  static define(prefix = ''): void {
    defineElement('group-room', this, prefix);
  }

  static override styles = [tokens, host, controls, noticeStyles, help, styles];

  /** Which session; absent: the person chooses one of the next. */
  @property({ attribute: 'meeting-id' }) meetingId: string | undefined;

  /** What the name field begins with; absent: what the session calls the person. */
  @property() alias = '';

  /** The backend; absent: the nearest `<mentorship-provider>`'s. */
  @property({ attribute: false }) backend: Backend | undefined;

  /** Makes a room from its access; absent: by the adapters that come with Wayfellow. */
  @property({ attribute: false }) roomFactory: VideoRoomFactory | undefined;

  @state() private chosen: string | undefined;
  #focusHeading = false;

  private readonly connection = new ConnectionController(this);
  private readonly localize = new LocalizeController(this, english, {
    es: () => import('./group-room.strings.es.js'),
  });
  private readonly next = new QueryController<Page<Meeting>>(this, this.connection, {
    shape: pageShape(MeetingShape),
    load: (backend, signal) => backend.sessions?.list({ limit: NEXT, signal }),
    args: () => (this.#id && this.#phase !== 'after' ? undefined : []),
    concerns: about('sessions'),
  });
  private readonly meeting = new QueryController<Meeting>(this, this.connection, {
    shape: MeetingShape,
    load: (backend, signal) => backend.sessions?.get(this.#id ?? '', { signal }),
    args: () => (this.#id ? [this.#id] : undefined),
    concerns: ({ topic, ids }) => topic === 'sessions' && (!ids || ids.includes(this.#id ?? '')),
  });
  private readonly devices = new DeviceChoice(this, (signal) =>
    this.connection.backend?.sessions?.access(this.#id ?? '', { signal }),
  );
  private readonly entrance = new Entrance(this, this.connection, this.devices);
  private readonly clock = new Clock(this, () => this.#shown.flatMap(doorMarks));

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('meetingId') || !this.hasUpdated) return;
    this.chosen = undefined;
    this.entrance.reset();
  }

  protected override updated(): void {
    const heading = this.#focusHeading && this.renderRoot.querySelector<HTMLElement>('h2');
    if (!heading) return;
    this.#focusHeading = false;
    heading.focus();
  }

  readonly #enter = async (event: Event, ask = false) => {
    event.preventDefault();
    const meeting = this.meeting.value;
    const button = this.renderRoot.querySelector('[part=enter]');
    if (!meeting || button?.ariaDisabled === 'true') return;
    await this.entrance.enter(meeting, ask);
    // What is known of the meeting may be why they were not let in: other agreements, another time.
    if (this.entrance.error) this.meeting.refresh();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  };

  readonly #choose = ({ id }: Meeting) => {
    this.chosen = id;
    this.#focusHeading = true;
  };

  readonly #showAll = () => {
    this.chosen = undefined;
    this.#focusHeading = true;
    this.entrance.reset();
  };

  readonly #comeBack = () => {
    this.entrance.room?.visit.forget();
    this.meeting.refresh();
    this.#focusHeading = true;
  };

  /** Leaves the room, if the person is in one: camera and microphone go off. */
  leave(): void {
    this.entrance.room?.visit.leave();
  }

  protected override render(): TemplateResult {
    const { pageLocale } = this.localize;
    return html`<div class=${this.#phase === 'in' ? 'open' : 'sheet'} part="sheet">
      ${this.#content()}
      <p class="visually-hidden" role="status">${this.entrance.room?.said ?? nothing}</p>
      ${helpNow(pageLocale, this.connection.session?.region)}
    </div>`;
  }

  #content(): unknown {
    const { t, pending } = this.localize;
    const { room } = this.entrance;
    if (room && this.#phase !== 'before')
      return html`<div class="stack">
        ${this.#phase === 'after' ? this.#backToAll() : nothing}
        ${room.render({ ...this.#reader, help: this.#help }, this.meeting.value, this.next.value?.items, this.#comeBack)}
      </div>`;
    const query = this.#id ? this.meeting : this.next;
    const skeleton = this.#id ? doorSkeleton() : sessionsSkeleton();
    if (pending) return skeleton;
    return html`<div class="stack" aria-busy=${query.status === 'loading'}>
      ${this.#backToAll()}
      ${
        insteadOfContent(t, query, this.connection) ??
        (query.status === 'ready' ? this.#ready(query) : skeleton)
      }
    </div>`;
  }

  #ready(query: QueryController<Meeting> | QueryController<Page<Meeting>>): TemplateResult {
    const { t } = this.localize;
    const meeting = this.meeting.value;
    return html`${staleStrip(t, query, this.connection)}
    ${
      this.#id && meeting
        ? door({
            meeting,
            reader: this.#reader,
            entrance: this.entrance,
            devices: this.devices,
            help: () => this.#help,
            enter: (event, ask) => void this.#enter(event, ask),
          })
        : sessions(this.#reader, this.next.value?.items ?? [], this.#choose)
    }
    ${this.connection.durable ? nothing : notice('info', t.notKept)}`;
  }

  #backToAll(): unknown {
    if (!this.chosen) return nothing;
    return html`<button class="button plain back" type="button" @click=${this.#showAll}>
      ${this.localize.t.all}
    </button>`;
  }

  get #id(): string | undefined {
    return this.chosen ?? this.meetingId;
  }

  get #phase(): 'before' | 'in' | 'after' {
    return this.entrance.room?.visit.phase ?? 'before';
  }

  get #shown(): readonly Meeting[] {
    return [...(this.next.value?.items ?? []), ...(this.meeting.value ? [this.meeting.value] : [])];
  }

  /** Help in a crisis, for a place in the room that speaks of it. */
  get #help(): TemplateResult {
    const { region } = this.connection.session ?? {};
    return helpView([this.localize.pageLocale, region], () => this.requestUpdate());
  }

  get #reader(): Reader {
    const { session } = this.connection;
    return {
      localize: this.localize,
      now: this.clock.now,
      timeZone: session?.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone,
      update: () => this.requestUpdate(),
    };
  }
}
