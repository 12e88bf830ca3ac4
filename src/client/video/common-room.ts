import type { Device } from './devices.js';
import type { Doorway, DoorKeeper, Lobby } from './doorway.js';
import { Facilitation, type HostNote } from './facilitation.js';
import type { LocalMedia } from './local-media.js';
import { StateStore } from './state-store.js';
import { Talk, type Note } from './talk.js';
import {
  RoomError,
  type RoomConnection,
  type RoomHost,
  type RoomReaction,
  type RoomState,
} from './video-room.js';

/**
 * What every room has in common, whoever carries its pictures and sound: its state, what people say
 * and show, what hosts may do, and the door.
 */
export abstract class CommonRoom {
  protected connection: RoomConnection = 'idle';
  protected readonly store = new StateStore();
  protected readonly talk = new Talk({
    state: () => this.state,
    send: (note) => this.sendNote(note),
    onChange: () => this.update(),
  });
  protected readonly facilitation = new Facilitation({
    state: () => this.state,
    send: (note, to) => this.sendNote(note, to),
    onChange: () => this.update(),
    mute: () => this.media.set('microphone', false),
    lowerHand: () => void this.setHand(false),
    leave: (error) => this.onSentAway(error),
    shutOut: async (id, reason) => this.#doorway?.remove(id, reason),
    drop: (id) => this.drop(id),
  });
  /** In a host's visit alone: nobody else needs its code. */
  #doorway: Doorway | undefined;
  readonly #keeper: DoorKeeper | undefined;

  /** @param keeper Whoever holds the door of the room, for its host. */
  constructor(keeper: DoorKeeper | undefined) {
    this.#keeper = keeper;
  }

  get state(): RoomState {
    return this.store.state;
  }

  subscribe(listener: (state: RoomState) => void): () => void {
    return this.store.subscribe(listener);
  }

  abstract setHand(raised: boolean): Promise<void>;

  setMicrophone(on: boolean, deviceId?: string): Promise<void> {
    return this.#setDevice('microphone', on, deviceId);
  }

  setCamera(on: boolean, deviceId?: string): Promise<void> {
    return this.#setDevice('camera', on, deviceId);
  }

  async say(text: string): Promise<void> {
    this.talk.say(text);
  }

  async react(reaction: RoomReaction): Promise<void> {
    this.talk.react(reaction);
  }

  async askForSupport(): Promise<void> {
    this.facilitation.askForSupport();
  }

  get host(): RoomHost | undefined {
    if (!this.state.people[0]?.host) return undefined;
    return { ...this.facilitation.host, ...this.#doorway?.verbs };
  }

  /** This person's own camera and microphone. */
  protected abstract get media(): LocalMedia;
  /** Carries a note to everybody, or to one. */
  protected abstract sendNote(note: Note | HostNote, to?: string): void;
  /** A host has ended this person's visit. */
  protected abstract onSentAway(error: RoomError): void;
  /** Lets go of somebody whom a host has removed. */
  protected abstract drop(id: string): void;
  /** Puts what is so now into the state. */
  protected abstract update(): void;
  /** A device is from here on as the person wants it. */
  protected onDeviceSet(device: Device): void {
    if (device === 'microphone') this.facilitation.muted = false;
  }

  protected get over(): boolean {
    return this.connection === 'left' || this.connection === 'failed';
  }

  /** Looks after the door from here on, for a host. @throws {RoomError} */
  protected async openDoor(lobby?: Lobby): Promise<void> {
    const { Doorway } = await import('./doorway.js').catch((cause: unknown) => {
      throw new RoomError('connection-lost', { cause });
    });
    if (this.over) return;
    this.#doorway ??= new Doorway({
      keeper: this.#keeper,
      people: () => this.state.people,
      onChange: () => this.update(),
    });
    this.#doorway.open(lobby);
    this.update();
  }

  /** What people say and what hosts do, for the state. */
  protected commonState(isHost = false): Partial<RoomState> {
    const { muted, support, calls } = this.facilitation;
    return {
      messages: this.talk.messages,
      mutedByHost: muted,
      support,
      supportCalls: isHost ? calls : undefined,
      ...this.#doorway?.state,
    };
  }

  protected closeCommon(): void {
    this.talk.close();
    this.facilitation.close();
    this.#doorway?.close();
  }

  async #setDevice(device: Device, on: boolean, deviceId?: string): Promise<void> {
    try {
      await this.media.set(device, on, deviceId);
    } catch (error) {
      if (!this.over) this.store.set({ error: error as RoomError });
      throw error;
    }
    this.onDeviceSet(device);
    this.update();
  }
}
