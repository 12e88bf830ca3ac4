import type { Device } from '../../src/client/video/devices.js';
import {
  RoomError,
  type JoinOptions,
  type PictureSize,
  type RoomErrorCode,
  type RoomHost,
  type RoomPerson,
  type RoomReaction,
  type RoomRecorder,
  type RoomState,
  type VideoRoom,
} from '../../src/client/video/video-room.js';

/** Somebody in a room. */
export function aPerson(name: string, more: Partial<RoomPerson> = {}): RoomPerson {
  return {
    id: name.toLowerCase(),
    name,
    self: false,
    microphone: true,
    camera: false,
    speaking: false,
    connection: 'connected',
    ...more,
  };
}

/** A room whose state a test puts in place, for what real media cannot be made to do on demand. */
export class FakeRoom implements VideoRoom {
  state: RoomState = { connection: 'idle', people: [] };
  joins: JoinOptions[] = [];
  left = 0;
  /** Rejects the next join. */
  refusal: Error | undefined;
  /** What was asked for: which device, on or off, and which one of them. */
  readonly asked: [device: Device, on: boolean, id: string | undefined][] = [];
  /** Rejects the next change of a device. */
  deviceError: RoomError | undefined;
  /** What a host asked for, in order. */
  readonly facilitated: string[] = [];
  /** Rejects what a host, or who needs support, asks for next. */
  unheard: Error | undefined;
  /** Whose pictures were asked for last. */
  watched: Record<string, PictureSize> | undefined;
  /** Rejects the next screen. */
  screenError: Error | undefined;
  /** Whether this room may be recorded. */
  recordable = false;
  /** What was answered or asked about a recording, in order. */
  readonly recorded: string[] = [];
  readonly #listeners = new Set<(state: RoomState) => void>();

  get listening(): number {
    return this.#listeners.size;
  }

  subscribe(listener: (state: RoomState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  set(change: Partial<RoomState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.#listeners) listener(this.state);
  }

  /** Others in the room, after oneself. */
  others(...people: RoomPerson[]): void {
    this.set({ people: [...this.state.people.filter((p) => p.self), ...people] });
  }

  me(change: Partial<RoomPerson>): void {
    this.set({ people: this.state.people.map((p) => (p.self ? { ...p, ...change } : p)) });
  }

  join(options: JoinOptions): Promise<void> {
    this.joins.push(options);
    if (this.refusal) return Promise.reject(this.refusal);
    const { name, audioTrack, videoTrack } = options;
    const self = aPerson(name, {
      id: 'me',
      self: true,
      microphone: !!audioTrack,
      camera: !!videoTrack,
      audioTrack,
      videoTrack,
    });
    this.set({ connection: 'joined', people: [self, ...this.state.people] });
    return Promise.resolve();
  }

  /** The next change of a device goes wrong. */
  failWith(code: RoomErrorCode, device: Device): void {
    this.deviceError = new RoomError(code, { device });
  }

  leave(): Promise<void> {
    this.left++;
    this.joins.forEach(({ audioTrack, videoTrack }) => {
      audioTrack?.stop();
      videoTrack?.stop();
    });
    return Promise.resolve();
  }

  setMicrophone(on: boolean, id?: string): Promise<void> {
    this.asked.push(['microphone', on, id]);
    return this.#device({ microphone: on });
  }

  setCamera(on: boolean, id?: string): Promise<void> {
    this.asked.push(['camera', on, id]);
    return this.#device({ camera: on });
  }

  setHand(raised: boolean): Promise<void> {
    this.me({ handRaisedAt: raised ? Date.now() : undefined });
    return Promise.resolve();
  }

  async say(text: string): Promise<void> {
    if (this.state.connection !== 'joined') throw new RoomError('connection-lost');
    this.write(this.state.people[0]?.name ?? '', text, true);
  }

  async askForSupport(): Promise<void> {
    this.#facilitate('support');
    const host = this.state.people.some((person) => person.host && !person.self);
    this.set({ support: host ? 'sent' : 'no-host' });
  }

  get host(): RoomHost | undefined {
    if (!this.state.people[0]?.host) return undefined;
    return {
      muteEveryone: async () => this.#facilitate('mute'),
      lowerHands: async () => this.#facilitate('lower'),
      remove: async (id, reason) => {
        this.#facilitate(`remove ${id} ${reason}`);
        this.set({ people: this.state.people.filter((person) => person.id !== id) });
      },
      answer: async (id) => {
        this.#facilitate(`answer ${id}`);
        const { supportCalls = [] } = this.state;
        this.set({ supportCalls: supportCalls.filter(({ personId }) => personId !== id) });
      },
      admit: async (ids) => this.#answer('admit', ids),
      decline: async (ids) => this.#answer('decline', ids),
      setLocked: async (locked) => {
        this.#facilitate(locked ? 'lock' : 'unlock');
        this.set({ locked });
      },
    };
  }

  watch(sizes: ReadonlyMap<string, PictureSize>): void {
    this.watched = Object.fromEntries(sizes);
  }

  shareScreen: VideoRoom['shareScreen'] = async (on) => {
    const error = this.screenError;
    this.screenError = undefined;
    if (error) throw error;
    this.me({ screenTrack: on ? aScreen() : undefined });
  };

  async answerRecording(yes: boolean): Promise<void> {
    this.recorded.push(yes ? 'yes' : 'no');
    const { recording } = this.state;
    this.set({ recording: yes && recording ? { ...recording, answer: true } : undefined });
  }

  get recorder(): RoomRecorder | undefined {
    if (!this.recordable) return undefined;
    return {
      ask: async () => {
        this.recorded.push('ask');
        const missing = this.state.people.length - 1;
        const askedBy = this.state.people[0]?.name;
        this.set({ recording: { phase: 'asking', askedBy, answer: true, missing } });
      },
      stop: async () => {
        this.recorded.push('stop');
        this.set({ recording: undefined });
      },
    };
  }

  async react(reaction: RoomReaction): Promise<void> {
    this.me({ reaction });
  }

  /** Something is written in the room. */
  write(name: string, text: string, self = false): void {
    const { messages = [] } = this.state;
    const message = { id: `m${messages.length}`, name, self, text, at: Date.now() };
    this.set({ messages: [...messages, message] });
  }

  #answer(verb: string, ids: readonly string[]): void {
    this.#facilitate(`${verb} ${ids.join(' ')}`);
    const { waiting = [], removed = [] } = this.state;
    this.set({
      waiting: waiting.filter(({ id }) => !ids.includes(id)),
      removed: removed.filter(({ id }) => !ids.includes(id)),
    });
  }

  #facilitate(what: string): void {
    const error = this.unheard;
    this.unheard = undefined;
    if (error) throw error;
    this.facilitated.push(what);
  }

  #device(change: Partial<RoomPerson>): Promise<void> {
    const error = this.deviceError;
    this.deviceError = undefined;
    if (error) {
      this.set({ error });
      return Promise.reject(error);
    }
    this.me(change);
    return Promise.resolve();
  }
}

/** A screen: a page with lines on it. */
export function aScreen(): MediaStreamTrack | undefined {
  const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 400 });
  const context = canvas.getContext('2d');
  if (context) {
    context.fillStyle = '#fff';
    context.fillRect(0, 0, 640, 400);
    context.fillStyle = '#345';
    for (let line = 0; line < 9; line++) context.fillRect(40, 40 + line * 36, 560 - line * 37, 14);
  }
  return canvas.captureStream(1).getVideoTracks()[0];
}
