import type { DailyCall, DailyParticipant } from '@daily-co/daily-js';
import { RecordingConsent, type Consenter } from '../recording-consent.js';
import { ScreenShare } from '../screen-share.js';
import type { PictureSize, RoomRecorder, RoomState, VideoRoom } from '../video-room.js';
import { Captions } from './captions.js';
import { Subscriptions } from './subscriptions.js';
import { readUserData } from './user-data.js';

export interface CallStageOptions {
  readonly onChange: () => void;
  /** What the others learn of this person is another. */
  readonly onNote: () => void;
  /** Whether anything of this person may be sent is another. */
  readonly onHold: () => void;
}

/** What is seen and heard in a call beyond faces and voices: screens, captions, a recording. */
export class CallStage {
  readonly screen = new ScreenShare(() => this.#showScreen());
  readonly consent: RecordingConsent;
  readonly #options: CallStageOptions;
  readonly #subscriptions = new Subscriptions();
  #call: DailyCall | undefined;
  #captions: Captions | undefined;
  /** In the room, and no longer in its lobby, where a call is already joined. */
  #isIn = false;
  /** Until it is known whether anything is recorded. */
  #held = true;
  #isShowing = false;
  /** Whether this room may be recorded at all. */
  #recordable = false;

  constructor(options: CallStageOptions) {
    this.#options = options;
    this.consent = new RecordingConsent({
      start: () => this.#call?.startRecording(),
      stop: () => this.#call?.stopRecording(),
      onNote: () => options.onNote(),
    });
  }

  /** Before the join, so that nothing is missed. */
  observe(call: DailyCall): void {
    const { onChange } = this.#options;
    this.#call = call;
    this.#captions = new Captions(call, onChange);
    const told = (on: boolean) => () => {
      this.consent.told(on);
      onChange();
    };
    call
      .on('recording-started', told(true))
      .on('recording-stopped', told(false))
      .on('recording-error', told(false))
      .on('participant-left', ({ participant }) =>
        this.#subscriptions.forget(participant.session_id),
      );
  }

  /** In the room: whether it may be recorded. */
  async joined(): Promise<void> {
    this.#isIn = true;
    this.#options.onChange();
    const info = await this.#call?.room().catch(() => null);
    if (!info || !('config' in info)) return;
    const { config, tokenConfig } = info;
    this.#recordable = !!(tokenConfig?.enable_recording ?? config.enable_recording);
    this.#options.onChange();
  }

  /** Whether nothing of this person may be sent, lest it be recorded without their yes. */
  get held(): boolean {
    return this.#held;
  }

  watch(sizes: ReadonlyMap<string, PictureSize>): void {
    this.#subscriptions.watch(sizes);
    if (this.#call) this.#subscriptions.update(this.#call);
  }

  get shareScreen(): VideoRoom['shareScreen'] {
    const may = this.#call?.participants().local?.permissions.canSend ?? false;
    const allowed = may === true || (may !== false && may.has('screenVideo'));
    return allowed && ScreenShare.supported ? (on) => this.screen.set(on) : undefined;
  }

  get recorder(): RoomRecorder | undefined {
    if (!this.#recordable || !this.#call?.participants().local?.owner) return undefined;
    return {
      ask: async () => this.consent.ask(),
      stop: async () => this.consent.end(),
    };
  }

  async answer(yes: boolean): Promise<void> {
    this.consent.answer(yes, this.#people());
  }

  /** Brings the call into line with what is seen and agreed on, and tells how it is. */
  update(): Pick<RoomState, 'captions' | 'recording'> {
    if (!this.#isIn || this.#call?.meetingState() !== 'joined-meeting') return {};
    this.#subscriptions.update(this.#call);
    const recording = this.consent.observe(this.#people());
    if (this.#held !== this.consent.held) {
      this.#held = this.consent.held;
      this.#showScreen();
      this.#options.onHold();
    }
    return { captions: this.#captions?.latest, recording };
  }

  close(): void {
    // Who asked goes: so does what was agreed with them. Daily says goodbye after this.
    if (this.consent.note?.asks && this.consent.on) this.#call?.stopRecording();
    this.screen.close();
    this.consent.close();
  }

  #showScreen(): void {
    const { track } = this.screen;
    if (this.#call?.meetingState() === 'joined-meeting') {
      const shown = this.held ? undefined : track;
      if (shown) this.#call.startScreenShare({ mediaStream: new MediaStream([shown]) });
      else if (this.#isShowing) this.#call.stopScreenShare();
      this.#isShowing = !!shown;
    }
    this.#options.onChange();
  }

  /** Oneself first, then in order of arrival. */
  #people(): Consenter[] {
    const { local, ...others } = this.#call?.participants() ?? {};
    const consenter = ({ user_name: name, owner, userData }: DailyParticipant): Consenter => ({
      name,
      host: owner,
      note: readUserData(userData).recording,
    });
    // One's own note is on its way to Daily.
    const self = local && { ...consenter(local), note: this.consent.note };
    return [...(self ? [self] : []), ...Object.values(others).map(consenter)];
  }
}
