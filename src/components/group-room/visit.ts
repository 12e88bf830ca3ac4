import type { LitElement, ReactiveController } from 'lit';
import { BackendError } from '../../client/errors.js';
import type { Meeting } from '../../client/model/meeting.js';
import type {
  JoinOptions,
  RoomEntrance,
  RoomRemoval,
  RoomState,
  VideoRoom,
  VideoRoomFactory,
} from '../../client/video/video-room.js';
import { checkResponse } from '../../client/shape.js';
import { MeetingShape, RoomAccessShape } from '../../client/shapes.js';
import type {
  ConnectedHost,
  ConnectionController,
} from '../shared/controllers/connection-controller.js';
import { ActionController } from '../shared/controllers/action-controller.js';
import { toBackendError } from '../shared/to-backend-error.js';
import type { Announcer } from './announcer.js';
import { AttendanceKeeper } from './attendance-keeper.js';
import {
  WfAgreementsAcceptedEvent,
  WfRoomJoinedEvent,
  WfRoomLeftEvent,
  type LeaveReason,
} from './group-room.events.js';
import { WakeLock } from './wake-lock.js';
import { backendDoor } from './backend-door.js';
import { openRoom } from './open-room.js';

export interface EnterOptions {
  readonly meeting: Meeting;
  readonly signal: AbortSignal;
  /** The person has just ticked the agreements. */
  readonly agree: boolean;
  readonly name: string;
  /** Also into a locked room, where one may ask. */
  readonly ask: boolean;
  /** The page's own way to make a room. */
  readonly factory: VideoRoomFactory | undefined;
  /** Takes the tracks of the device check, at the last moment. */
  takeTracks(): Pick<JoinOptions, 'audioTrack' | 'videoTrack'>;
}

const NOWHERE: RoomState = { connection: 'idle', people: [] };

/** A person's visit to a room: in, once; out, whatever happens; both written down. */
export class Visit implements ReactiveController {
  phase: 'before' | 'in' | 'after' = 'before';
  state = NOWHERE;
  /** At the door, until a host lets them in. */
  waiting = false;
  /** Why it ended. */
  reason: LeaveReason = 'left';
  /** Why a host asked them to leave. */
  removal: RoomRemoval | undefined;
  meeting: Meeting | undefined;
  room: VideoRoom | undefined;
  /** Where in the meeting: its own room, or a small one beside it. */
  breakout: string | undefined;
  readonly attendance: AttendanceKeeper;

  readonly #host: ConnectedHost & LitElement;
  readonly #connection: ConnectionController;
  readonly #announcer: Announcer;
  readonly #accept: ActionController<Pick<Meeting, 'id' | 'agreements'>, Meeting>;
  readonly #wakeLock = new WakeLock();
  #personId: string | undefined;
  #unsubscribe: (() => void) | undefined;
  #entered: Pick<EnterOptions, 'name' | 'factory'> | undefined;
  #onLeave: (() => void) | undefined;
  #onEnd: ((before: RoomState) => void) | undefined;

  constructor(
    host: ConnectedHost & LitElement,
    connection: ConnectionController,
    announcer: Announcer,
  ) {
    this.#host = host;
    this.#connection = connection;
    this.#announcer = announcer;
    this.attendance = new AttendanceKeeper(host, connection);
    this.#accept = new ActionController(host, connection, {
      shape: MeetingShape,
      run: ({ sessions }, { id, agreements }, options) =>
        sessions?.accept(id, agreements.version, options),
    });
    host.addController(this);
  }

  hostUpdate(): void {
    const { session } = this.#connection;
    // Signed out, or somebody else: not their room.
    if (session !== undefined && session?.person.id !== this.#personId) this.leave('signed-out');
  }

  hostDisconnected(): void {
    // A DOM move disconnects and connects at once; the room goes on.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.leave('removed');
    });
  }

  /** @throws {BackendError | RoomError} and leaves nothing open. */
  async enter(options: EnterOptions): Promise<void> {
    const { meeting, signal, name, factory, takeTracks } = options;
    if (options.agree) await this.#agree(meeting);
    const room = await (factory ?? openRoom)(await this.#letIn(options));
    signal.throwIfAborted();
    const tracks = takeTracks();
    const unwatch = room.subscribe(({ connection }) => this.#wait(connection === 'waiting'));
    try {
      await room.join({ name, signal, ...tracks });
      signal.throwIfAborted();
    } catch (error) {
      await room.leave();
      // A room of the page's own may have failed before it took them over.
      for (const track of Object.values(tracks)) track?.stop();
      throw error;
    } finally {
      unwatch();
      this.waiting = false;
    }
    this.meeting = meeting;
    this.#entered = { name, factory };
    this.arrive(room);
    this.phase = 'in';
    this.#personId = this.#connection.session?.person.id;
    window.addEventListener('pagehide', this.#onPageHide);
    this.#wakeLock.hold();
    this.removal = undefined;
    this.attendance.came(meeting.id);
    this.#announcer.enter(this.state);
    this.#host.dispatchEvent(new WfRoomJoinedEvent(meeting.id));
  }

  /** A room of this meeting, to be gone into: its own, or a small one. @throws {BackendError} */
  async open(breakout: string | undefined, signal: AbortSignal): Promise<VideoRoom> {
    const access = await this.#access(this.meeting?.id ?? '', signal, breakout);
    return (this.#entered?.factory ?? openRoom)(access);
  }

  /** What the person is called in every room of this visit. */
  get name(): string {
    return this.#entered?.name ?? '';
  }

  /**
   * Out of the room, to go into another of the same meeting.
   * @param onLeave The person left the meeting while they were between two rooms.
   */
  depart(onLeave: () => void): VideoRoom | undefined {
    const { room } = this;
    this.#unsubscribe?.();
    this.room = undefined;
    this.#onLeave = onLeave;
    this.#announcer.stop();
    this.state = { ...NOWHERE, connection: 'joining' };
    this.#host.requestUpdate();
    return room;
  }

  /** In a room that was joined. @param onEnd It ended by itself; absent: and the visit with it. */
  arrive(room: VideoRoom, breakout?: string, onEnd?: (before: RoomState) => void): void {
    this.#onLeave = undefined;
    this.#onEnd = onEnd;
    this.room = room;
    this.breakout = breakout;
    this.state = room.state;
    this.#unsubscribe = room.subscribe(this.#onState);
    this.#host.requestUpdate();
  }

  /** Leaves, once; camera and microphone go off. */
  leave(reason: LeaveReason = 'left'): void {
    const { room, meeting } = this;
    if (this.phase !== 'in' || !meeting) return;
    this.phase = 'after';
    this.reason = reason;
    this.room = this.breakout = undefined;
    this.#unsubscribe?.();
    this.#onLeave?.();
    window.removeEventListener('pagehide', this.#onPageHide);
    this.#wakeLock.release();
    this.#announcer.stop();
    void room?.leave();
    if (reason === 'page-closed') this.attendance.leftAtOnce();
    // Nobody, or somebody else, is signed in: it is not theirs to write.
    else if (reason === 'signed-out') this.attendance.stop();
    else this.attendance.left();
    this.state = NOWHERE;
    this.#host.dispatchEvent(new WfRoomLeftEvent(meeting.id, reason));
    this.#host.requestUpdate();
  }

  /** Nothing is shown of it any more. */
  forget(): void {
    if (this.phase === 'after') this.phase = 'before';
    this.#host.requestUpdate();
  }

  readonly #onState = (state: RoomState) => {
    const before = this.state;
    this.#announcer.observe(before, state);
    this.state = state;
    const isOver = state.connection === 'left' || state.connection === 'failed';
    if (isOver && this.#onEnd && state.error?.code !== 'ejected') this.#onEnd(before);
    else if (isOver) {
      this.removal = state.error?.removal;
      this.leave(state.error?.code ?? 'connection-lost');
    }
    this.#host.requestUpdate();
  };

  readonly #onPageHide = () => this.leave('page-closed');

  async #agree({ id, agreements }: Meeting): Promise<void> {
    if (!(await this.#accept.run({ id, agreements })))
      throw this.#accept.error ?? new BackendError('unavailable');
    this.#host.dispatchEvent(new WfAgreementsAcceptedEvent(id, agreements.version));
  }

  /** The way in, after a wait at the door where a host lets people in one by one. */
  async #letIn({ meeting, name, signal, ask }: EnterOptions): Promise<RoomEntrance> {
    const { backend } = this.#connection;
    try {
      return await this.#access(meeting.id, signal);
    } catch (error) {
      const rule = error instanceof BackendError && error.code === 'conflict' && error.detail;
      const mayAsk = rule === 'not-admitted' || (rule === 'locked' && ask && meeting.waitingRoom);
      if (!backend || !mayAsk || signal.aborted) throw error;
    }
    try {
      const { waitAtTheDoor } = await import('./wait-at-the-door.js');
      const onWaiting = () => this.#wait(true);
      await waitAtTheDoor({ backend, meetingId: meeting.id, name, signal, onWaiting });
    } finally {
      this.#wait(false);
    }
    return this.#access(meeting.id, signal);
  }

  #wait(waiting: boolean): void {
    if (waiting === this.waiting) return;
    this.waiting = waiting;
    this.#host.requestUpdate();
  }

  async #access(meetingId: string, signal: AbortSignal, breakout?: string): Promise<RoomEntrance> {
    const { backend } = this.#connection;
    const answer = backend?.sessions?.access(meetingId, { signal, breakout });
    if (!answer) throw new BackendError('unavailable', { detail: 'service-absent' });
    try {
      const access = checkResponse(RoomAccessShape, await answer);
      const door = backend && backendDoor(backend, meetingId);
      if (access.transport !== 'mesh' || !backend?.roomChannel) return { ...access, door };
      const openChannel = backend.roomChannel.bind(backend, meetingId, access, breakout);
      return { ...access, door, openChannel };
    } catch (error) {
      throw signal.aborted ? error : toBackendError(error);
    }
  }
}
