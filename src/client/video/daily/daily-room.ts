import type { DailyCall, DailyCallOptions } from '@daily-co/daily-js';
import { CommonRoom } from '../common-room.js';
import type { Device } from '../devices.js';
import type { DoorKeeper } from '../doorway.js';
import type { HostNote } from '../facilitation.js';
import type { LocalMedia } from '../local-media.js';
import { NOTHING_LEFT } from '../state-store.js';
import type { Note } from '../talk.js';
import {
  RoomError,
  type JoinOptions,
  type PictureSize,
  type RoomRecorder,
  type RoomState,
  type VideoRoom,
} from '../video-room.js';
import { CallObject } from './call-object.js';
import { CallStage } from './call-stage.js';
import { observe } from './call-events.js';
import { toRoomError } from './daily-errors.js';
import { isInLobby, knock, Knocking } from './knocking.js';
import { Others } from './others.js';
import { SendQuality } from './send-quality.js';
import { Self } from './self.js';
import { Sender } from './sender.js';

export interface DailyRoomOptions {
  /** The room, as in its access: `https://<domain>.daily.co/<room>`. Random; no health data. */
  readonly url: string;
  /** A meeting token, minted by a server for this room and this person. */
  readonly token?: string | undefined;
  /** Whoever gives out the tokens, and so holds the door; without one, there is Daily's lobby. */
  readonly door?: DoorKeeper | undefined;
  /**
   * Folder of the call machine (`call-machine-object-bundle.js`) for pages that host it themselves;
   * default Daily's own.
   */
  readonly bundlePath?: string | undefined;
  /** Milliseconds that a download may take. Default 20,000. */
  readonly loadTimeout?: number | undefined;
  /** Milliseconds from there until in the room. Default 30,000. */
  readonly joinTimeout?: number | undefined;
}

const LISTEN_MS = 100;

/**
 * A video room of Daily. Nothing of Daily is loaded before {@link join}. A room is for one visit;
 * for the next, make another.
 */
export class DailyRoom extends CommonRoom implements VideoRoom {
  readonly #options: DailyRoomOptions;
  readonly #stage = new CallStage({
    onChange: () => this.update(),
    onNote: () => this.#tell(),
    onHold: () => void this.#sender?.update(),
  });
  readonly #self = new Self(this.#stage, (error) => this.#onMedia(error));
  readonly #callObject: CallObject;
  readonly #quality = new SendQuality();
  /** The network was too bad for it. */
  #cameraTaken = false;
  #joining: Promise<void> | undefined;
  #call: DailyCall | undefined;
  #others: Others | undefined;
  #sender: Sender | undefined;
  #listening: ReturnType<typeof setInterval> | undefined;

  constructor(options: DailyRoomOptions) {
    super(options.door);
    this.#options = options;
    const { bundlePath, loadTimeout = 20_000, joinTimeout = 30_000 } = options;
    this.#callObject = new CallObject({ bundlePath, loadTimeout, joinTimeout });
  }

  join(options: JoinOptions): Promise<void> {
    return (this.#joining ??= this.#join(options));
  }

  async leave(): Promise<void> {
    await this.#end('left');
  }

  setHand(raised: boolean): Promise<void> {
    if (this.over || !this.#self.raiseHand(raised)) return Promise.resolve();
    this.update();
    if (this.connection === 'joined' || this.connection === 'reconnecting') this.#tell();
    return Promise.resolve();
  }

  watch(sizes: ReadonlyMap<string, PictureSize>): void {
    this.#stage.watch(sizes);
  }

  get shareScreen(): VideoRoom['shareScreen'] {
    return this.#stage.shareScreen;
  }

  answerRecording(yes: boolean): Promise<void> {
    return this.#stage.answer(yes);
  }

  get recorder(): RoomRecorder | undefined {
    return this.#stage.recorder;
  }

  protected get media(): LocalMedia {
    return this.#self.media;
  }

  protected sendNote(note: Note | HostNote, to?: string): void {
    this.#call?.sendAppMessage({ wayfellow: note }, to);
  }

  protected onSentAway(error: RoomError): void {
    void this.#end('failed', error, error);
  }

  /** Daily makes sure of it, when an owner asks for it. */
  protected drop(id: string): void {
    if (this.host) this.#call?.updateParticipant(id, { eject: true });
  }

  protected override onDeviceSet(device: Device): void {
    super.onDeviceSet(device);
    if (device === 'camera') this.#cameraTaken = false;
  }

  async #join({ name, audioTrack, videoTrack, signal }: JoinOptions): Promise<void> {
    if (audioTrack) this.#self.media.adopt('microphone', audioTrack);
    if (videoTrack) this.#self.media.adopt('camera', videoTrack);
    this.#self.name = name;
    const onAbort = () => void this.#end('left', undefined, signal?.reason);
    signal?.addEventListener('abort', onAbort);
    try {
      signal?.throwIfAborted();
      if (this.connection !== 'idle') throw new RoomError('not-supported');
      this.connection = 'joining';
      this.#listening = setInterval(this.#listen, LISTEN_MS);
      this.update();
      await this.#enter();
      if (this.over) throw this.#callObject.signal.reason;
      this.connection = 'joined';
      // What is on is sent from here on, unless it would be recorded.
      void this.#stage.joined();
      if (this.#self.userData.handRaisedAt !== undefined) this.#tell();
    } catch (reason) {
      const ended = this.over || signal?.aborted;
      const error = ended ? reason : toRoomError(reason);
      if (error instanceof RoomError) await this.#end('failed', error, error);
      else await this.#end('left', undefined, error);
      throw error;
    } finally {
      signal?.removeEventListener('abort', onAbort);
    }
  }

  async #enter(): Promise<void> {
    const call = await this.#callObject.open();
    this.#call = call;
    this.#others = new Others(call);
    this.#sender = new Sender(call, this.#self.media, () => this.#stage.held);
    this.#stage.observe(call);
    observe(call, {
      others: this.#others,
      quality: this.#quality,
      onChange: () => this.update(),
      onReconnecting: (reconnecting) => this.#onReconnecting(reconnecting),
      onNote: (note, from) => {
        this.talk.receive(note, from);
        this.facilitation.receive(note, from);
      },
      onDeviceError: (error) => this.over || this.store.set({ error }),
      onEnd: (error) => void this.#end(error ? 'failed' : 'left', error, error),
    });
    await this.#sender.update();
    const { url, token } = this.#options;
    const properties: DailyCallOptions = {
      url,
      userName: this.#self.name,
      userData: this.#self.userData,
      // By page: what is seen, and everybody's sound.
      subscribeToTracksAutomatically: false,
      // Only in the room is it known whether it is being recorded.
      startAudioOff: true,
      startVideoOff: true,
      ...(token !== undefined && { token }),
    };
    // Before the join it is only noted, and begins with the call.
    await call.startRemoteParticipantsAudioLevelObserver(LISTEN_MS);
    const knocking = new Knocking(call, () => this.update());
    await this.#callObject.join(properties);
    if (isInLobby(call)) await this.#waitToBeLetIn(call);
    if (call.participants().local.owner) await this.openDoor(knocking);
  }

  async #waitToBeLetIn(call: DailyCall): Promise<void> {
    this.connection = 'waiting';
    this.update();
    await knock(call, this.#self.name, this.#callObject.signal);
  }

  /** Ends everything: tracks at once, the call as soon as Daily lets it go. */
  #end(connection: 'left' | 'failed', error?: RoomError, reason?: unknown): Promise<void> {
    const wasOver = this.over;
    this.connection = wasOver ? this.connection : connection;
    clearInterval(this.#listening);
    this.#self.media.stop();
    this.#sender?.stop();
    this.#stage.close();
    this.closeCommon();
    const closed = this.#callObject.close(
      reason ?? new DOMException('Left while joining', 'AbortError'),
    );
    if (!wasOver) this.store.set({ ...NOTHING_LEFT, connection, error });
    return closed;
  }

  /** Daily answers when it likes; a person does not wait for it. */
  #tell(): void {
    void this.#call?.setUserData(this.#self.userData).catch(() => {});
    this.update();
  }

  readonly #listen = () => {
    const now = performance.now();
    this.#self.listen(now);
    this.#others?.listen(now);
    this.#adaptTo(now);
    this.update();
  };

  /** Lowers what is sent step by step, and then turns the camera off, so that voices get through. */
  #adaptTo(now: number): void {
    const wanted = this.#quality.read(now);
    if (wanted === undefined || this.over) return;
    if (wanted !== 'off') {
      void this.#call?.updateSendSettings({ video: wanted }).catch(() => {});
    } else if (this.#self.media.sent('camera')) {
      this.#cameraTaken = true;
      void this.#self.media.set('camera', false);
    }
  }

  get #reduced(): RoomState['reduced'] {
    if (this.#cameraTaken) return 'camera';
    return this.#quality.reduced && this.#self.media.sent('camera') ? 'picture' : undefined;
  }

  #onReconnecting(reconnecting: boolean): void {
    if (this.connection !== 'joined' && this.connection !== 'reconnecting') return;
    this.connection = reconnecting ? 'reconnecting' : 'joined';
    this.update();
  }

  #onMedia(error: RoomError | undefined): void {
    if (this.over) return;
    void this.#sender?.update();
    this.store.set({ error });
    this.update();
  }

  protected update(): void {
    if (this.over || this.connection === 'idle') return;
    const local = this.#call?.participants().local;
    const self = this.#self.person(local?.session_id, local?.owner);
    const people = this.talk.reacting([self, ...(this.#others?.people() ?? [])]);
    this.store.set({
      connection: this.connection,
      people,
      reduced: this.#reduced,
      ...this.commonState(self.host),
      ...this.#stage.update(),
    });
  }
}
