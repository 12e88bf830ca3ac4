import type { LitElement, ReactiveController } from 'lit';
import type { Meeting } from '../../client/model/meeting.js';
import type { VideoRoomFactory } from '../../client/video/video-room.js';
import type {
  ConnectedHost,
  ConnectionController,
} from '../shared/controllers/connection-controller.js';
import type { SharedStrings } from '../shared/shared.strings.js';
import type { DeviceChoice } from './device-choice.js';
import type { InRoom } from './in-room.js';

export type EntranceHost = ConnectedHost &
  LitElement & {
    alias: string;
    roomFactory: VideoRoomFactory | undefined;
  };

/** Whether what must be agreed to has been, in the version that holds now. */
export function hasAgreed({ agreements, accepted }: Meeting): boolean {
  return agreements.items.length === 0 || accepted?.version === agreements.version;
}

/** What a person does at the door: gives a name, agrees, goes in. */
export class Entrance implements ReactiveController {
  /** The room and what comes after; its code is loaded when somebody goes in. */
  room: InRoom | undefined;
  /** Version of the agreements that was ticked. */
  agreedTo: string | undefined;
  /** They tried to go in, so faults are shown. */
  tried = false;
  busy = false;
  /** Why they could not go in. */
  error: Error | undefined;

  readonly #host: EntranceHost;
  readonly #connection: ConnectionController;
  readonly #devices: DeviceChoice;
  #typed: string | undefined;
  #abort: AbortController | undefined;
  /** They stay at the door, and so does what they chose there. */
  #hasStopped = false;

  constructor(host: EntranceHost, connection: ConnectionController, devices: DeviceChoice) {
    this.#host = host;
    this.#connection = connection;
    this.#devices = devices;
    host.addController(this);
  }

  /** As typed; before that the alias that the page gave, or the session's name. */
  get name(): string {
    return this.#typed ?? (this.#host.alias || this.#connection.session?.person.name) ?? '';
  }
  set name(name: string) {
    this.#typed = name;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#abort?.abort();
    });
  }

  faults(meeting: Meeting): { name: boolean; agreement: boolean } {
    return {
      name: !this.name.trim(),
      agreement: !hasAgreed(meeting) && this.agreedTo !== meeting.agreements.version,
    };
  }

  /** Another door: what was typed as a name stays, the rest is asked anew. */
  reset(): void {
    this.#abort?.abort();
    this.#devices.stop();
    this.room?.visit.leave();
    this.room?.visit.forget();
    this.error = this.agreedTo = undefined;
    this.tried = false;
  }

  /** In words: why they could not go in, and what to do. */
  problem(t: SharedStrings): string | undefined {
    // Without a room its code could not be loaded.
    return this.error && (this.room ? this.room.words(this.error, t) : t.errors.unavailable);
  }

  /** Waits no more at the door. */
  stopWaiting(): void {
    this.#hasStopped = true;
    this.#abort?.abort();
  }

  /** Goes in, or with `ask` asks to be let in; resolves when the person is in the room, or `error` says why not. */
  async enter(meeting: Meeting, ask = false): Promise<void> {
    const faults = this.faults(meeting);
    this.tried = true;
    this.error = undefined;
    this.#host.requestUpdate();
    if (this.busy || faults.name || faults.agreement) return;
    this.busy = true;
    this.#hasStopped = false;
    const { signal } = (this.#abort = new AbortController());
    try {
      const { InRoom } = await import('./in-room.js');
      if (signal.aborted) return;
      this.room ??= new InRoom(this.#host, this.#connection);
      await this.room.visit.enter({
        meeting,
        signal,
        agree: !hasAgreed(meeting),
        name: this.name.trim(),
        ask,
        factory: this.#host.roomFactory,
        takeTracks: () => this.#devices.take(),
      });
      this.#devices.stop();
    } catch (reason) {
      if (signal.aborted) return this.#hasStopped ? this.#devices.restore() : undefined;
      this.error = reason instanceof Error ? reason : new Error('unknown', { cause: reason });
      this.#devices.restore();
    } finally {
      this.busy = false;
      this.#host.requestUpdate();
    }
  }
}
