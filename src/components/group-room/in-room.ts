import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Device } from '../../client/video/devices.js';
import { inLanguage } from '../../client/model/localized-text.js';
import { BackendError } from '../../client/errors.js';
import type { Meeting } from '../../client/model/meeting.js';
import { adoptStyles } from '../shared/adopt-styles.js';
import { authored } from '../shared/authored.js';
import type {
  ConnectedHost,
  ConnectionController,
} from '../shared/controllers/connection-controller.js';
import { LocalizeController } from '../shared/controllers/localize-controller.js';
import { fill } from '../shared/fill.js';
import { LazyPart } from '../shared/lazy-part.js';
import { errorWords, notice } from '../shared/notice.js';
import type { SharedStrings } from '../shared/shared.strings.js';
import type { AfterRoom } from './after-room.js';
import { Announcer } from './announcer.js';
import type { AtTheDoor, NextStep, Waiting } from './at-the-door.js';
import { BreakoutEar } from './breakouts/breakout-ear.js';
import { deviceEnglish, deviceErrorWords } from './device.strings.js';
import { onItsWay } from './on-its-way.js';
import { rememberedDevice } from './remembered-device.js';
import { roomView } from './room-view.js';
import { roomEnglish } from './room.strings.js';
import { roomStyles } from './room.styles.js';
import { shortcuts } from './shortcuts.js';
import { SidePanel, type PanelName } from './side-panel.js';
import { Stage } from './stage.js';
import type { StageMenu } from './stage-menu.js';
import { TilesSize } from './tiles-size.js';
import type { Reader } from './times.js';
import { Visit } from './visit.js';
import { wasWanted } from './was-wanted.js';
import { whenIdle } from './when-idle.js';

/**
 * A part of `<group-room>`, loaded when somebody goes in: the room. What it does not begin with comes
 * when it is needed, or once the room is shown and the browser has nothing else to do.
 */
export class InRoom implements ReactiveController {
  readonly visit: Visit;

  readonly #host: ConnectedHost & LitElement;
  readonly #localize: LocalizeController<typeof roomEnglish>;
  readonly #deviceWords: LocalizeController<typeof deviceEnglish>;
  readonly #announcer: Announcer;
  readonly #stage: Stage;
  readonly #stageMenu: LazyPart<StageMenu>;
  readonly #panel: SidePanel;
  readonly #atTheDoor: LazyPart<AtTheDoor>;
  readonly #after: LazyPart<AfterRoom>;
  readonly #breakouts: BreakoutEar;
  #soundBlocked = false;
  #shown: Visit['phase'] = 'before';
  #hadFocus = false;
  #waited = false;
  #reader: { readonly help: unknown } | undefined;

  constructor(host: ConnectedHost & LitElement, connection: ConnectionController) {
    this.#host = host;
    this.#localize = new LocalizeController(host, roomEnglish, {
      es: () => import('./room.strings.es.js'),
    });
    this.#deviceWords = new LocalizeController(host, deviceEnglish, {
      es: () => import('./device.strings.es.js'),
    });
    this.#announcer = new Announcer(this.#localize, {
      support: (state) => this.#panel.content.value?.supportWords(state),
      onText: () => host.requestUpdate(),
    });
    this.visit = new Visit(host, connection, this.#announcer);
    const tiles = new TilesSize(host);
    const room = () => this.visit.room;
    const say = (text: string) => this.#announcer.say(text);
    this.#stage = new Stage(host, { room, state: () => this.visit.state, size: () => tiles.size });
    this.#stageMenu = new LazyPart(host, async () => {
      const { StageMenu } = await import('./stage-menu.js');
      return new StageMenu(host, { visit: this.visit, stage: this.#stage, connection, say });
    });
    this.#atTheDoor = new LazyPart(
      host,
      async () => new (await import('./at-the-door.js')).AtTheDoor(host, say),
    );
    this.#after = new LazyPart(
      host,
      async () => new (await import('./after-room.js')).AfterRoom(host, connection),
    );
    this.#breakouts = new BreakoutEar(host, { visit: this.visit, connection, say });
    this.#panel = new SidePanel(host, {
      breakouts: this.#breakouts,
      visit: this.visit,
      localize: this.#localize,
      deviceWords: this.#deviceWords,
      connection,
      view: this.#stageMenu,
      say,
      help: () => this.#help(),
    });
    adoptStyles(host, roomStyles);
    host.addController(this);
  }

  hostUpdate(): void {
    const { phase, waiting } = this.visit;
    const isMoving = phase !== this.#shown || waiting !== this.#waited;
    this.#hadFocus = this.#host.matches(':focus-within') || (isMoving && this.#hadFocus);
  }

  /** What had the focus is gone: it goes to the room, and after that to the words about its end. */
  hostUpdated(): void {
    const { phase, reason, waiting } = this.visit;
    if (waiting !== this.#waited) this.#moveFocus(waiting, phase);
    if (phase === this.#shown) return;
    const wanted = phase === 'in' || reason === 'left' || this.#hadFocus;
    const target = this.#host.renderRoot.querySelector<HTMLElement>('.room, .after h2');
    if (!target) return;
    this.#shown = phase;
    if (phase === 'in') whenIdle(this.#prepare);
    if (wanted) target.focus();
  }

  /** To the words about the wait, and after it back to the way in. */
  #moveFocus(waiting: boolean, phase: Visit['phase']): void {
    const selector = waiting ? '.waiting h3' : '[part=enter]';
    const target = this.#host.renderRoot.querySelector<HTMLElement>(selector);
    if (!target && phase === 'before') return;
    this.#waited = waiting;
    if (waiting && target) queueMicrotask(() => this.#atTheDoor.value?.sayWaits());
    if (this.#hadFocus) target?.focus();
  }

  /** Why somebody could not go in, and what to do; undefined while the words are on their way. */
  words(error: Partial<Error & { code: string }>, shared: SharedStrings): string | undefined {
    const part = this.#atTheDoor.get();
    if (!this.#atTheDoor.failed) return part?.words(error, shared);
    const fallback = new BackendError('unavailable');
    return errorWords(shared, error.name === 'BackendError' ? (error as BackendError) : fallback);
  }

  /** While a host has not let them in yet; undefined while that cannot be shown. */
  waiting(meeting: Meeting, entrance: Waiting, help: unknown): TemplateResult | undefined {
    return this.#atTheDoor.get()?.waiting(meeting, entrance, help);
  }

  /** What somebody can do whom a host does not let in. */
  nextStep(error: Error, meeting: Meeting, options: NextStep): unknown {
    return this.#atTheDoor.value?.nextStep(error, meeting, options) ?? nothing;
  }

  /** @param now The meeting as it is known now, which may be another than that of the visit. */
  render(
    reader: Reader & { readonly help: unknown },
    now: Meeting | undefined,
    sessions: readonly Meeting[] | undefined,
    comeBack: () => void,
  ) {
    this.#reader = reader;
    const { phase, attendance, meeting, reason, removal } = this.visit;
    const { t } = this.#localize;
    if (!meeting || this.#localize.pending) return html`<div class="room bone"></div>`;
    if (phase === 'in') return this.#room(meeting, reader);
    const { failed, retry } = this.#after;
    const after = this.#after.get()?.render(reader, {
      off: t.off,
      meeting: now?.id === meeting.id ? now : meeting,
      ...{ reason, removal, sessions, comeBack },
      help: this.#help(),
      attendance: attendance.attendance,
      notNoted: attendance.failed,
      retry: attendance.write,
    });
    return html`<div class="after" part="after">
      <h2 tabindex="-1">${wasWanted(reason) ? t.youLeft : t.ended}</h2>
      ${
        after ??
        html`<p>${t.off}</p>
          ${onItsWay(reader.localize.t, { failed, retry })}`
      }
    </div>`;
  }

  /** What will be wanted, and what may not come any more when it is. */
  readonly #prepare = (): void => {
    if (this.visit.phase !== 'in') return;
    for (const part of [this.#after, this.#panel.content, this.#stageMenu]) part.get();
  };

  /** For the element's live region, which is there before anything is said. */
  get said(): unknown {
    return keyed(this.#announcer.turn, this.#announcer.text);
  }

  #room(meeting: Meeting, reader: Reader): TemplateResult {
    const { state } = this.visit;
    const { error } = state;
    const moving = this.#breakouts.moving();
    if (moving) return moving;
    return roomView(this.#localize.t, {
      title: inLanguage(meeting.title, this.#localize.pageLocale),
      heading: authored(meeting.title, this.#localize),
      state,
      isBeside: this.visit.breakout !== undefined,
      stage: this.#stage,
      notices: this.#notices,
      panel: this.#panel.open,
      unread: this.visit.room?.say ? this.#panel.unread : undefined,
      care: this.#care,
      beside: this.#panel.render(reader.localize.t),
      shortcuts: shortcuts.on,
      soundBlocked: this.#soundBlocked,
      deviceError: error && deviceErrorWords(this.#deviceWords.t, error),
      ...this.#acts,
    });
  }

  /** What everybody must see as long as it lasts: a recording, one's own screen on the others'. */
  get #notices(): unknown {
    return html`${this.#breakouts.notices()} ${this.#lasting}`;
  }

  get #lasting(): unknown {
    const { recording, people } = this.visit.state;
    // Once it was there it says what has ended, too.
    if (!recording && !people[0]?.screenTrack && !this.#stageMenu.value) return nothing;
    const sign = recording?.phase === 'on' ? notice('info', this.#localize.t.recording) : nothing;
    return this.#stageMenu.get()?.notices() ?? sign;
  }

  /** Who runs the room gets calls for support; the others can make one. */
  get #care() {
    const { room, state } = this.visit;
    const { t } = this.#localize;
    const n = (state.supportCalls?.length ?? 0) + this.#breakouts.calls;
    const asking = state.waiting?.length;
    if (room?.host) {
      const calls = () => fill(this.#localize.plural(n, t.calls), { n: this.#localize.number(n) });
      const ask = () => fill(t.asking, { n: this.#localize.number(asking ?? 0) });
      const told = this.#panel.content.value?.alerts ?? 0;
      const alerts = () => fill(t.alerts, { n: this.#localize.number(told) });
      const words = n ? calls() : asking ? ask() : told ? alerts() : t.facilitate;
      return { panel: 'host', words, news: !!(n || asking || told) } as const;
    }
    return (
      room?.askForSupport && ({ panel: 'support', words: t.needSupport, news: false } as const)
    );
  }

  #help(): unknown {
    return this.#reader?.help;
  }

  readonly #acts = {
    toggleMicrophone: () => this.#toggle('microphone'),
    toggleCamera: () => this.#toggle('camera'),
    toggleHand: () => {
      const { t } = this.#localize;
      const raised = this.visit.state.people[0]?.handRaisedAt !== undefined;
      void this.visit.room?.setHand(!raised);
      if (!raised) this.#announcer.say(t.nowRaised);
    },
    onPage: (words: string) => this.#announcer.say(words),
    togglePanel: (name: PanelName) => this.#panel.toggle(name),
    leave: () => this.visit.leave(),
    onBlocked: () => {
      this.#soundBlocked = true;
      this.#host.requestUpdate();
    },
    hear: () => {
      this.#soundBlocked = false;
      for (const audio of this.#host.renderRoot.querySelectorAll('audio'))
        if (audio.srcObject) audio.play().catch(this.#acts.onBlocked);
      this.#host.renderRoot.querySelector<HTMLElement>('.room')?.focus();
      this.#host.requestUpdate();
    },
    onKey: (event: KeyboardEvent) => this.#onKey(event),
  };

  #toggle(device: Device): void {
    const { room, state } = this.visit;
    const [self] = state.people;
    if (!room || !self) return;
    const { t } = this.#localize;
    const on = !self[device];
    const words =
      device === 'microphone' ? (on ? t.nowUnmuted : t.nowMuted) : on ? t.nowVideo : t.nowNoVideo;
    const id = on ? rememberedDevice(device) : undefined;
    const set = device === 'microphone' ? room.setMicrophone(on, id) : room.setCamera(on, id);
    // What went wrong is in the room's state.
    set.then(
      () => {
        this.#announcer.say(words);
        this.#panel.content.value?.refresh();
      },
      () => {},
    );
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.#panel.close();
    shortcuts.run(event, {
      m: this.#acts.toggleMicrophone,
      v: this.#acts.toggleCamera,
      h: this.#acts.toggleHand,
    });
  }
}
