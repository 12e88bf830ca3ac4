import type { RoomPerson } from '../video-room.js';
import type { Kind } from './peer-link.js';
import { Peer } from './peer.js';
import type { Presence, Signal } from './signals.js';

export interface RosterOptions {
  readonly selfId: string;
  readonly iceServers: RTCIceServer[];
  send(signal: Signal, to: string): void;
  onChange(): void;
}

/** The others in the room. */
export class Roster {
  readonly #options: RosterOptions;
  readonly #peers = new Map<string, Peer>();
  /** They left or fell silent, and whether they have been heard again and asked to start anew. */
  readonly #gone = new Map<string, { asked: boolean }>();
  /** A host asked them to leave: nothing of theirs is heard in this visit. */
  readonly #removed = new Set<string>();
  readonly #tracks: Record<Kind, MediaStreamTrack | null> = {
    audio: null,
    video: null,
    screen: null,
  };

  constructor(options: RosterOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#peers.size;
  }

  get(id: string): Peer | undefined {
    return this.#peers.get(id);
  }

  isRemoved(id: string): boolean {
    return this.#removed.has(id);
  }

  isGone(id: string): boolean {
    return this.#gone.has(id);
  }

  /** Calls `ask` the first time that somebody who was gone is heard again. */
  askAnew(id: string, ask: () => void): void {
    const gone = this.#gone.get(id);
    if (!gone || gone.asked) return;
    gone.asked = true;
    ask();
  }

  /** @param initiate Whether this end makes the first offer. */
  add(id: string, initiate: boolean): Peer {
    const { selfId, iceServers } = this.#options;
    this.drop(id);
    this.#gone.delete(id);
    const peer = new Peer(id, {
      polite: selfId < id,
      initiate,
      iceServers,
      send: (signal) => this.#options.send(signal, id),
      onChange: () => this.#options.onChange(),
    });
    this.#peers.set(id, peer);
    this.#sendTo(peer);
    return peer;
  }

  drop(id: string): void {
    this.#peers.get(id)?.link.close();
    if (this.#peers.delete(id)) this.#gone.set(id, { asked: false });
  }

  /** For good. */
  remove(id: string): void {
    this.#removed.add(id);
    this.drop(id);
  }

  close(): void {
    for (const id of this.#peers.keys()) this.drop(id);
  }

  /** Somebody has said something of themselves. */
  meet(id: string, presence: Presence, arrivedAt: number): void {
    const peer = this.#peers.get(id);
    peer?.meet(presence, arrivedAt);
    if (peer) this.#sendTo(peer);
  }

  /** Sends these to everyone, also to those who come later. */
  sendTracks(tracks: Record<Kind, MediaStreamTrack | null>): void {
    Object.assign(this.#tracks, tracks);
    for (const peer of this.#peers.values()) this.#sendTo(peer);
  }

  listen(now: number): void {
    for (const peer of this.#peers.values()) peer.listen(now);
  }

  /** In order of arrival. */
  people(): RoomPerson[] {
    return [...this.#peers.values()]
      .sort((a, b) => a.arrivedAt - b.arrivedAt || (a.id < b.id ? -1 : 1))
      .flatMap(({ person }) => person ?? []);
  }

  #sendTo({ link, looks }: Peer): void {
    link.setTrack('audio', this.#tracks.audio);
    for (const kind of ['video', 'screen'] as const)
      link.setTrack(kind, looks ? this.#tracks[kind] : null);
  }
}
