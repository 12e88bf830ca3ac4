import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import Circle from 'lucide/dist/esm/icons/circle-dot.mjs';
import MonitorUp from 'lucide/dist/esm/icons/monitor-up.mjs';
import type { RoomPerson, VideoRoom } from '../../client/video/video-room.js';
import { adoptStyles } from '../shared/adopt-styles.js';
import type {
  ConnectedHost,
  ConnectionController,
} from '../shared/controllers/connection-controller.js';
import { LocalizeController } from '../shared/controllers/localize-controller.js';
import { fill } from '../shared/fill.js';
import { icon, type IconNode } from '../shared/icon.js';
import { notice } from '../shared/notice.js';
import { WfRecordingAnsweredEvent } from './group-room.events.js';
import { lastingStyles } from './lasting.styles.js';
import { RecordingAnswers } from './recording-answers.js';
import type { Stage } from './stage.js';
import { stageEnglish } from './stage-menu.strings.js';
import type { Visit } from './visit.js';

export interface StageMenuOptions {
  readonly visit: Visit;
  readonly stage: Stage;
  readonly connection: ConnectionController;
  say(text: string): void;
}

/**
 * How people are seen, what one shows, and whether it is recorded. Loaded when somebody asks for it,
 * or when a recording is asked about.
 */
export class StageMenu implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: StageMenuOptions;
  readonly #localize: LocalizeController<typeof stageEnglish>;
  readonly #answers: RecordingAnswers;
  /** What was last said of a recording, and of one's own screen. */
  #said: { recording: string | undefined; sharing: boolean } = {
    recording: undefined,
    sharing: false,
  };

  constructor(host: ConnectedHost & LitElement, options: StageMenuOptions) {
    this.#host = host;
    this.#options = options;
    this.#localize = new LocalizeController(host, stageEnglish, {
      es: () => import('./stage-menu.strings.es.js'),
    });
    this.#answers = new RecordingAnswers(host, options.connection);
    adoptStyles(host, lastingStyles);
    host.addController(this);
  }

  /** Before it is drawn, so that what is said is drawn with it. */
  hostUpdate(): void {
    const { visit, say } = this.#options;
    const { pending, t } = this.#localize;
    if (pending || visit.phase !== 'in') return;
    const { recording, people } = visit.state;
    const sharing = !!people[0]?.screenTrack;
    const key = recording && `${recording.phase} ${recording.askedBy ?? ''}`;
    const before = this.#said;
    if (key === before.recording && sharing === before.sharing) return;
    this.#said = { recording: key, sharing };
    if (sharing !== before.sharing) say(sharing ? t.sharing : t.notSharing);
    if (key === before.recording) return;
    if (!recording) say(t.ended);
    else if (recording.phase === 'on') say(t.on);
    else if (recording.answer === undefined)
      say(`${fill(t.asked, { name: recording.askedBy ?? '' })} ${t.rules}`);
    else if (before.recording?.startsWith('on')) say(t.ended);
  }

  /** What lasts above the faces. */
  notices(): unknown {
    if (this.#localize.pending) return undefined;
    const { t } = this.#localize;
    const [self] = this.#state.people;
    const stop = this.#button(t.stopSharing, () => void this.#share(false));
    return html`${this.#recording()}
    ${self?.screenTrack ? strip(MonitorUp, t.sharing, stop) : nothing}`;
  }

  render(): TemplateResult {
    const { t, pending } = this.#localize;
    if (pending) return html`<div class="bone"></div>`;
    const { stage, visit } = this.#options;
    const others = this.#state.people.filter(({ self }) => !self);
    return html`<h3>${t.title}</h3>
      <fieldset class="choices">
        <legend>${t.layout}</legend>
        ${(['grid', 'speaker'] as const).map(
          (view) =>
            html`<label>
              <input
                type="radio"
                name="view"
                .checked=${live(stage.view === view)}
                @change=${() => this.#set(() => (stage.view = view))}
              /><span>${t[view]}</span>
            </label>`,
        )}
      </fieldset>
      ${others.length ? this.#pins(others) : nothing}
      ${this.#check(t.soundOnly, t.soundOnlyHint, 'sound-only', stage.soundOnly, this.#soundOnly)}
      ${
        this.#state.captions
          ? this.#check(t.captions, t.captionsHint, 'captions', stage.captions, (on) => {
              stage.captions = on;
            })
          : nothing
      }
      ${visit.room?.shareScreen ? this.#sharing() : nothing}
      ${
        'pictureInPictureEnabled' in document && document.pictureInPictureEnabled
          ? this.#button(t.float, () => void this.#float())
          : nothing
      }
      ${visit.room?.recorder && !visit.breakout ? this.#recorder() : nothing}`;
  }

  #pins(others: readonly RoomPerson[]): TemplateResult {
    const { t } = this.#localize;
    const { stage } = this.#options;
    const pick = ({ target }: Event) => stage.pin((target as HTMLSelectElement).value || undefined);
    return html`<div class="field">
      <label for="pinned">${t.keep}</label>
      <select class="input" id="pinned" @change=${pick}>
        <option value="" .selected=${live(!stage.pinned)}>${t.keepNobody}</option>
        ${others.map(
          ({ id, name }) =>
            html`<option value=${id} .selected=${live(stage.pinned === id)}>${name}</option>`,
        )}
      </select>
    </div>`;
  }

  #check(
    label: string,
    hint: string,
    id: string,
    on: boolean,
    set: (on: boolean) => void,
  ): TemplateResult {
    return html`<label class="shortcuts">
        <input
          type="checkbox"
          .checked=${live(on)}
          aria-describedby=${`${id}-hint`}
          @change=${({ target }: Event) =>
            this.#set(() => set((target as HTMLInputElement).checked))}
        /><span>${label}</span>
      </label>
      <p class="muted small" id=${`${id}-hint`}>${hint}</p>`;
  }

  /** One's own camera goes off with the others' pictures; it comes back by one's own hand. */
  readonly #soundOnly = (on: boolean) => {
    const { stage, visit } = this.#options;
    stage.soundOnly = on;
    if (on && this.#state.people[0]?.camera) visit.room?.setCamera(false).catch(() => {});
  };

  #sharing(): TemplateResult {
    const { t } = this.#localize;
    const on = !!this.#state.people[0]?.screenTrack;
    return html`${this.#button(on ? t.stopSharing : t.share, () => void this.#share(!on))}
      <p class="muted small">${t.shareHint}</p>`;
  }

  #recorder(): TemplateResult {
    const { t } = this.#localize;
    const { room } = this.#options.visit;
    const { recording } = this.#state;
    const hint = recording
      ? recording.phase === 'on'
        ? t.on
        : fill(this.#localize.plural(recording.missing, t.waiting), {
            n: this.#localize.number(recording.missing),
          })
      : t.askHint;
    return html`<h4>${t.record}</h4>
      <p class="muted small">${hint}</p>
      ${
        recording
          ? this.#button(
              recording.phase === 'on' ? t.stop : t.takeBack,
              () => void room?.recorder?.stop(),
            )
          : this.#button(t.ask, () => void this.#ask())
      }
      ${this.#failure()}`;
  }

  #recording(): unknown {
    const { t } = this.#localize;
    const { recording } = this.#state;
    if (!recording) return nothing;
    const { phase, askedBy, answer, held } = recording;
    if (askedBy !== undefined && answer === undefined)
      return html`<div class="consent" role="group" aria-labelledby="consent">
        <p id="consent">
          <strong>${fill(t.asked, { name: askedBy ?? '' })}</strong> ${t.rules}
          ${held ? t.held : nothing}
        </p>
        ${this.#failure()}
        <div class="consent-answers">
          ${this.#button(t.yes, () => void this.#answer(true))}
          ${this.#button(t.no, () => void this.#answer(false))}
        </div>
      </div>`;
    const withdraw = this.#button(
      phase === 'on' ? t.stop : t.takeBackMine,
      () => void this.#answer(false),
    );
    if (phase === 'asking') return strip(Circle, t.saidYes, withdraw);
    return strip(
      Circle,
      askedBy === undefined
        ? `${t.on} ${t.onUnasked} ${held ? t.heldUnasked : ''}`
        : `${t.on} ${t.onAgreed}`,
      askedBy === undefined ? nothing : withdraw,
      'recording',
    );
  }

  /** A no counts at once; a yes once it is kept. */
  async #answer(yes: boolean): Promise<void> {
    const { meeting, room } = this.#options.visit;
    if (yes) {
      if (await this.#isKept()) this.#tell(yes, room);
      return;
    }
    this.#tell(yes, room);
    if (meeting) await this.#answers.keep(meeting.id, yes);
  }

  #tell(yes: boolean, to: VideoRoom | undefined): void {
    const { meeting, room } = this.#options.visit;
    // They may have left meanwhile.
    if (!meeting || !room || room !== to) return;
    void room.answerRecording?.(yes);
    this.#host.dispatchEvent(new WfRecordingAnsweredEvent(meeting.id, yes));
    // Its buttons go.
    this.#host.renderRoot.querySelector<HTMLElement>('.room')?.focus();
  }

  /** Who asks says yes with it. */
  async #ask(): Promise<void> {
    const { visit } = this.#options;
    const { room } = visit;
    if ((await this.#isKept()) && visit.room === room) await room?.recorder?.ask();
  }

  async #isKept(): Promise<boolean> {
    const { visit, say } = this.#options;
    const isKept = !!visit.meeting && (await this.#answers.keep(visit.meeting.id, true));
    if (!isKept) say(this.#localize.t.notKept);
    this.#host.requestUpdate();
    return isKept;
  }

  #failure(): unknown {
    return this.#answers.failed ? notice('problem', this.#localize.t.notKept) : nothing;
  }

  async #share(on: boolean): Promise<void> {
    const { visit, say } = this.#options;
    try {
      await visit.room?.shareScreen?.(on);
    } catch (error) {
      if ((error as Error).name !== 'AbortError') say(this.#localize.t.shareFailed);
    }
    this.#host.requestUpdate();
  }

  /** The large picture, else the first that is seen. */
  async #float(): Promise<void> {
    const { renderRoot } = this.#host;
    const picture =
      renderRoot.querySelector<HTMLVideoElement>('.large video:not([hidden])') ??
      renderRoot.querySelector<HTMLVideoElement>('.tile:not(.self) video:not([hidden])');
    try {
      if (document.pictureInPictureElement) return await document.exitPictureInPicture();
      if (!picture) throw new DOMException('No picture', 'NotFoundError');
      await picture.requestPictureInPicture();
    } catch {
      this.#options.say(this.#localize.t.floatFailed);
    }
  }

  #set(change: () => void): void {
    change();
    this.#host.requestUpdate();
  }

  #button(words: string, act: () => void): TemplateResult {
    return html`<button class="button quiet" type="button" @click=${act}>${words}</button>`;
  }

  get #state() {
    return this.#options.visit.state;
  }
}

const strip = (picture: IconNode, words: string, action: unknown, kind = '') =>
  html`<div class="lasting ${kind}">${icon(picture)}<span>${words}</span>${action}</div>`;
