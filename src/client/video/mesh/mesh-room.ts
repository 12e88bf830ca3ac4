import { CommonRoom } from '../common-room.js';
import type { DoorKeeper } from '../doorway.js';
import type { HostNote } from '../facilitation.js';
import type { LocalMedia } from '../local-media.js';
import { ScreenShare } from '../screen-share.js';
import type { SignalChannel } from '../signal-channel.js';
import { NOTHING_LEFT } from '../state-store.js';
import type { Note } from '../talk.js';
import { RoomError, type JoinOptions, type PictureSize, type VideoRoom } from '../video-room.js';
import { Roster } from './roster.js';
import { Self } from './self.js';
import { readSignal, type Signal } from './signals.js';

export { BroadcastSignal } from '../broadcast-signal.js';

export interface MeshRoomOptions {
  readonly channel: SignalChannel;
  /** STUN and TURN servers, as in the room's access. */
  readonly iceServers?: RTCIceServer[] | undefined;
  /** Whether this person is a host; the others believe their own channel alone. */
  readonly host?: boolean | undefined;
  /** Whoever holds the door of the room; without one, a removal rests on the browsers. */
  readonly door?: DoorKeeper | undefined;
  /** Everyone sends to everyone: more than six is more than a phone can do. */
  readonly maxPeople?: number | undefined;
}

/** How long those in the room have to say that it is full. */
const ANSWER_MS = 300;
const LISTEN_MS = 100;

/**
 * A video room without a server in the middle: everybody is connected to everybody by WebRTC. A room
 * is for one visit; for the next, make another.
 */
export class MeshRoom extends CommonRoom implements VideoRoom {
  readonly #channel: SignalChannel;
  readonly #maxPeople: number;
  readonly #self: Self;
  readonly #others: Roster;
  #joining: Promise<void> | undefined;
  #refuse: ((reason: unknown) => void) | undefined;
  #unsubscribe: (() => void) | undefined;
  #listening: ReturnType<typeof setInterval> | undefined;

  constructor({ channel, iceServers = [], maxPeople = 6, host = false, door }: MeshRoomOptions) {
    super(host ? door : undefined);
    this.#channel = channel;
    this.#maxPeople = maxPeople;
    this.#self = new Self(channel.id, host, (error) => this.#onMedia(error));
    this.#others = new Roster({
      selfId: channel.id,
      iceServers,
      send: (signal, to) => this.#send(signal, to),
      onChange: () => this.update(),
    });
  }

  join(options: JoinOptions): Promise<void> {
    return (this.#joining ??= this.#join(options));
  }

  leave(): Promise<void> {
    this.#end('left');
    return Promise.resolve();
  }

  setHand(raised: boolean): Promise<void> {
    if (this.#self.raiseHand(raised)) this.#tell();
    return Promise.resolve();
  }

  watch(sizes: ReadonlyMap<string, PictureSize>): void {
    const blind = sizes.size === 0;
    if (blind === this.#self.blind) return;
    this.#self.blind = blind;
    this.#tell();
  }

  /**
   * Everybody's own: nobody stands between two browsers that are connected to each other, so a host's
   * no would rest on the very browser that shows something. What a host can do holds for certain: end
   * the visit, at the door. Where a server carries the pictures, it allows them (`canSend` at Daily).
   */
  get shareScreen(): VideoRoom['shareScreen'] {
    return ScreenShare.supported ? (on) => this.#self.screen.set(on) : undefined;
  }

  protected get media(): LocalMedia {
    return this.#self.media;
  }

  protected sendNote(note: Note | HostNote, to?: string): void {
    this.#send({ type: 'note', note }, to);
  }

  protected onSentAway(error: RoomError): void {
    this.#end('failed', error);
  }

  protected drop(id: string): void {
    this.#others.remove(id);
    this.update();
  }

  async #join({ name, audioTrack, videoTrack, signal }: JoinOptions): Promise<void> {
    if (audioTrack) this.#self.media.adopt('microphone', audioTrack);
    if (videoTrack) this.#self.media.adopt('camera', videoTrack);
    try {
      signal?.throwIfAborted();
      if (this.connection !== 'idle' || typeof RTCPeerConnection === 'undefined')
        throw new RoomError('not-supported');
      this.connection = 'joining';
      this.#self.enter(name);
      this.#others.sendTracks(this.#self.tracks);
      this.#unsubscribe = this.#channel.subscribe(this.#onMessage, this.#onGone, this.#onShutOut);
      this.#listening = setInterval(this.#listen, LISTEN_MS);
      this.update();
      this.#send({ type: 'hello', presence: this.#self.presence });
      await this.#answers(signal);
      this.connection = 'joined';
      this.update();
      if (this.state.people[0]?.host) await this.openDoor();
    } catch (reason) {
      if (reason instanceof RoomError) this.#end('failed', reason);
      else this.#end('left');
      throw reason;
    }
  }

  /** Waits for those in the room; rejects when they say that it is full. */
  async #answers(signal: AbortSignal | undefined): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onAbort = () => this.#refuse?.(signal?.reason);
    signal?.addEventListener('abort', onAbort);
    await new Promise<void>((resolve, reject) => {
      this.#refuse = reject;
      timer = setTimeout(resolve, ANSWER_MS);
    }).finally(() => {
      this.#refuse = undefined;
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    });
  }

  /** Ends everything: tracks, connections, channel, timers. */
  #end(connection: 'left' | 'failed', error?: RoomError): void {
    if (this.over) return;
    this.connection = connection;
    clearInterval(this.#listening);
    this.#unsubscribe?.();
    this.#channel.close();
    this.#self.media.stop();
    this.#self.screen.close();
    this.#others.close();
    this.closeCommon();
    this.store.set({ ...NOTHING_LEFT, connection, error });
    this.#refuse?.(new DOMException('Left while joining', 'AbortError'));
  }

  readonly #onMessage = (message: unknown, from: string, host = false, guest?: string) => {
    const signal = this.#others.isRemoved(from) ? undefined : readSignal(message);
    if (signal) this.#receive(signal, from);
    const peer = this.#others.get(from);
    if (peer) Object.assign(peer, { host, guest });
    this.update();
  };

  #receive(signal: Signal, from: string): void {
    const { presence } = this.#self;
    const peer = this.#others.get(from);
    const isNews = signal.type === 'hello' || signal.type === 'welcome' || signal.type === 'full';
    if (!isNews && this.#others.isGone(from))
      return this.#others.askAnew(from, () => this.#send({ type: 'hello', presence }, from));
    switch (signal.type) {
      case 'full':
        return this.#refuse?.(new RoomError('room-full'));
      case 'hello':
        if (!peer && this.#others.size + 1 >= this.#maxPeople)
          return this.#send({ type: 'full' }, from);
        this.#send({ type: 'welcome', presence }, from);
        // Also when they were known: they start anew, and so does everything between us.
        this.#others.add(from, true);
        return this.#others.meet(from, signal.presence, peer?.arrivedAt ?? Date.now());
      case 'welcome': {
        const arrivedAt = Math.min(signal.presence.since, presence.since);
        if (!peer) this.#others.add(from, false);
        return this.#others.meet(from, signal.presence, arrivedAt);
      }
      case 'note':
        this.talk.receive(signal.note, from);
        return this.facilitation.receive(signal.note, from);
      case 'presence':
        // Of somebody unknown: their welcome is on its way.
        return this.#others.meet(from, signal.presence, Date.now());
      default:
        void (peer ?? this.#others.add(from, false)).link.receive(signal);
    }
  }

  readonly #onGone = (id: string) => {
    this.#others.drop(id);
    this.update();
  };

  /** Whoever carries the signals no longer lets this person in. */
  readonly #onShutOut = (why: string | undefined) => {
    const code = why === 'removed' ? 'ejected' : why === 'locked' ? 'locked' : 'token-expired';
    const error = new RoomError(code);
    this.#refuse?.(error);
    this.#end('failed', error);
  };

  readonly #listen = () => {
    const now = performance.now();
    this.#self.listen(now);
    this.#others.listen(now);
    this.update();
  };

  #onMedia(error: RoomError | undefined): void {
    if (this.over) return;
    this.#others.sendTracks(this.#self.tracks);
    this.store.set({ error });
    this.#tell();
  }

  #tell(): void {
    if (this.#unsubscribe && !this.over)
      this.#send({ type: 'presence', presence: this.#self.presence });
    this.update();
  }

  #send(signal: Signal, to?: string): void {
    this.#channel.send(signal, to);
  }

  protected update(): void {
    if (this.over || this.connection === 'idle') return;
    const others = this.#others.people();
    // When nobody can be reached, it is likely our own network that is gone.
    const alone = others.length > 0 && others.every((p) => p.connection === 'interrupted');
    const connection = alone && this.connection === 'joined' ? 'reconnecting' : this.connection;
    const people = this.talk.reacting([this.#self.person, ...others]);
    this.store.set({
      connection,
      people,
      ...this.commonState(this.#self.person.host),
    });
  }
}
