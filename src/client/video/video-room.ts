import type { RoomAccess } from '../model/meeting.js';
import type { RoomRemoval } from '../model/room-removal.js';
import type { Device } from './devices.js';
import type { DoorKeeper } from './doorway.js';
import type { SignalChannel } from './signal-channel.js';

/** Why something about the room, a device or a connection failed. A closed set. */
export type RoomErrorCode =
  | 'permission-denied'
  | 'permission-denied-by-system'
  | 'no-device'
  | 'device-in-use'
  | 'device-interrupted'
  | 'not-supported'
  | 'transport-not-supported'
  | 'room-full'
  | 'token-expired'
  | 'token-not-yet-valid'
  | 'ejected'
  | 'declined'
  | 'locked'
  | 'too-many'
  | 'connection-lost'
  | 'blocked'
  | 'unknown';

export { ROOM_REMOVALS, type RoomRemoval } from '../model/room-removal.js';

/** Somebody at the door of the room. */
export interface DoorPerson {
  /** Good for `admit` and `decline` alone. */
  readonly id: string;
  /** As they wrote it. */
  readonly name: string;
}

/** Details of a {@link RoomError}. */
export interface RoomErrorOptions extends ErrorOptions {
  readonly device?: Device;
  readonly removal?: RoomRemoval;
}

/** The one error of a room. What people read is chosen by `code` (and `device`). */
export class RoomError extends Error {
  override readonly name = 'RoomError';
  /** Which device could not be used, when it is about one. */
  readonly device?: Device;
  /** Why this person was asked to leave, when a host said it. */
  readonly removal?: RoomRemoval;

  constructor(
    readonly code: RoomErrorCode,
    { device, removal, ...options }: RoomErrorOptions = {},
  ) {
    super(code, options);
    if (device) this.device = device;
    if (removal) this.removal = removal;
  }
}

/** What people show without a word. */
export const ROOM_REACTIONS = ['heart', 'thumbs-up', 'sparkles'] as const;
export type RoomReaction = (typeof ROOM_REACTIONS)[number];

/** Characters of the longest message in a room. */
export const LONGEST_MESSAGE = 1000;

/** Something written in the room, for those who are in it now. */
export interface RoomMessage {
  /** Unique in this visit, on this device only. */
  readonly id: string;
  /** Of who wrote it, as they were called then: they may have left since. */
  readonly name: string;
  readonly self: boolean;
  readonly text: string;
  /** When it came in (milliseconds since the epoch). */
  readonly at: number;
}

/** Somebody in the room. Tracks are the platform's own; absent while off. */
export interface RoomPerson {
  /** Random and only good within this room. */
  readonly id: string;
  /** What the door of the room knows them by, where there is one; no id of the clinic's. */
  readonly guest?: string | undefined;
  /** Name or alias that they chose for this meeting. */
  readonly name: string;
  readonly self: boolean;
  /** Runs the room. From the transport, never from what a person says of themselves. */
  readonly host?: boolean | undefined;
  readonly microphone: boolean;
  readonly camera: boolean;
  readonly audioTrack?: MediaStreamTrack | undefined;
  readonly videoTrack?: MediaStreamTrack | undefined;
  /** What they show of their screen. */
  readonly screenTrack?: MediaStreamTrack | undefined;
  /**
   * Steady: it does not flicker between words. Of self also while muted, when nobody hears it; of
   * others a transport may know it only while the page plays their audio.
   */
  readonly speaking: boolean;
  /** When the hand went up (milliseconds since the epoch), so that hands keep their order. */
  readonly handRaisedAt?: number | undefined;
  /** Shown for some seconds. */
  readonly reaction?: RoomReaction | undefined;
  /** Between two people the network may fail while the room goes on. */
  readonly connection: 'connecting' | 'connected' | 'interrupted';
}

/**
 * How large somebody's picture stands on this screen; `soon` is not seen yet and may be held ready.
 */
export type PictureSize = 'large' | 'medium' | 'small' | 'soon';

/** Something that was said, as the transport has put it into words. */
export interface RoomCaption {
  /** Unique in this visit, on this device only. */
  readonly id: string;
  readonly name: string;
  readonly text: string;
  /** The language of `text` (BCP 47), where the transport tells. */
  readonly lang?: string | undefined;
}

/** A recording that a host has asked for, or that is going on. */
export interface RoomRecording {
  /** `asking`: nothing is recorded, for not everybody who is here has said yes. */
  readonly phase: 'asking' | 'on';
  /** Who asked; undefined when nobody here did. */
  readonly askedBy?: string | undefined;
  /** What this person has answered. */
  readonly answer?: boolean | undefined;
  /** How many have not said yes yet. */
  readonly missing: number;
  /** Nothing of this person is sent before they say yes, so that nothing of them is recorded. */
  readonly held?: boolean | undefined;
}

/** For a host, where the transport can record. */
export interface RoomRecorder {
  /**
   * Asks everybody. It is recorded as long as all who are here have said yes: it waits for whoever
   * comes later, and one no ends it. @throws {RoomError}
   */
  ask(): Promise<void>;
  /** Stops it, or takes the question back. */
  stop(): Promise<void>;
}

/** Somebody asks the hosts for support. Hosts alone learn of it. */
export interface SupportCall {
  readonly personId: string;
  /** As they were called then: they may have left since. */
  readonly name: string;
  /** When it came in (milliseconds since the epoch). */
  readonly at: number;
}

/** While `waiting`, a host has not let this person in yet: nobody sees or hears them. */
export type RoomConnection =
  'idle' | 'joining' | 'waiting' | 'joined' | 'reconnecting' | 'left' | 'failed';

/** Everything about a room at one moment. A new object after each change; parts unchanged stay the same object. */
export interface RoomState {
  readonly connection: RoomConnection;
  /** Self first, then in order of arrival, so that tiles never jump. */
  readonly people: readonly RoomPerson[];
  /** Why `connection` is `failed`, or what went wrong last with a device. */
  readonly error?: RoomError | undefined;
  /**
   * What the room gave up by itself because the network does not carry it: it sends a smaller
   * `picture`, or has turned the `camera` off. The person may turn the camera on again. A transport
   * that leaves this to the browser never says it.
   */
  readonly reduced?: 'picture' | 'camera' | undefined;
  /** Written while this person was here, oldest first; kept nowhere. */
  readonly messages?: readonly RoomMessage[] | undefined;
  /** A host has muted this person, who may unmute at any time. */
  readonly mutedByHost?: boolean | undefined;
  /** What was said last, oldest first; undefined while the transport makes no captions. */
  readonly captions?: readonly RoomCaption[] | undefined;
  /** Undefined while nobody has asked for one and nothing is recorded. */
  readonly recording?: RoomRecording | undefined;
  /**
   * How far this person's own call for support has come: `no-host` when no host was in the room to
   * get it, `received` when it is on a host's screen, `seen` when a host has said so.
   */
  readonly support?: 'no-host' | 'sent' | 'received' | 'seen' | undefined;
  /** For hosts alone: calls for support that they have not answered, oldest first. */
  readonly supportCalls?: readonly SupportCall[] | undefined;
  /** For hosts alone: who asks to be let in, first come first. */
  readonly waiting?: readonly DoorPerson[] | undefined;
  /** For hosts alone: who was removed, and stays out until they are admitted. */
  readonly removed?: readonly DoorPerson[] | undefined;
  /** For hosts alone: nobody comes in who was not in before. */
  readonly locked?: boolean | undefined;
}

/** How to go in. */
export interface JoinOptions {
  readonly name: string;
  /** Tracks from the device check; the room owns them from here and stops them on leave. */
  readonly audioTrack?: MediaStreamTrack | undefined;
  readonly videoTrack?: MediaStreamTrack | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What only a host can do. Nobody is ever unmuted, or shown, by another. */
export interface RoomHost {
  /** Mutes everybody else, who may unmute at any time. @throws {RoomError} */
  muteEveryone(): Promise<void>;
  /** Lowers every hand, one's own too. @throws {RoomError} */
  lowerHands(): Promise<void>;
  /**
   * Ends somebody's visit; they alone are told why. Where there is a door to the room they stay out,
   * whatever their browser does; else it rests on their browser and the others'. @throws {RoomError}
   */
  remove(personId: string, reason: RoomRemoval): Promise<void>;
  /** Tells who asked for support that it has been seen. @throws {RoomError} */
  answer(personId: string): Promise<void>;
  /** Lets in people of `state.waiting` or `state.removed`. Absent where nobody holds the door. @throws {RoomError} */
  admit?(ids: readonly string[]): Promise<void>;
  /** Does not let in people of `state.waiting` now. Absent as `admit` is. @throws {RoomError} */
  decline?(ids: readonly string[]): Promise<void>;
  /** Who is in stays, who is not stays out. Absent where rooms cannot be locked. @throws {RoomError} */
  setLocked?(locked: boolean): Promise<void>;
}

/** A video room, whatever carries it. One observable state and a few verbs. */
export interface VideoRoom {
  readonly state: RoomState;
  /** Calls `listener` after every change of `state`; returns its end. */
  subscribe(listener: (state: RoomState) => void): () => void;
  /** Resolves once in the room. @throws {RoomError} */
  join(options: JoinOptions): Promise<void>;
  /** Leaves and stops every track: the camera light goes out. Safe to call twice. */
  leave(): Promise<void>;
  /** Asks for the device when there is no track yet. @throws {RoomError} */
  setMicrophone(on: boolean, deviceId?: string): Promise<void>;
  /** Asks for the device when there is no track yet. @throws {RoomError} */
  setCamera(on: boolean, deviceId?: string): Promise<void>;
  setHand(raised: boolean): Promise<void>;
  /**
   * Writes to everybody who is in the room now, up to {@link LONGEST_MESSAGE} characters. Absent
   * where a transport carries no messages. Who writes faster than people do is held back (`too-many`),
   * by their own browser and by everybody else's. @throws {RoomError}
   */
  say?(text: string): Promise<void>;
  /** Shows everybody a reaction for some seconds. Absent as `say` is. @throws {RoomError} */
  react?(reaction: RoomReaction): Promise<void>;
  /**
   * Asks the hosts for support, and nobody else learns of it; `state.support` tells how far it has
   * come. Absent where a transport does not know who is a host. @throws {RoomError}
   */
  askForSupport?(): Promise<void>;
  /**
   * Whose pictures are on this screen, by person; those that are not need not come, and an empty map
   * is no picture at all. Sound always comes. Absent where it makes no difference.
   */
  watch?(sizes: ReadonlyMap<string, PictureSize>): void;
  /**
   * Shows everybody a screen or window that the person picks, or no longer. Rejects with an
   * `AbortError` when they pick none. Absent where this person may not. @throws {RoomError}
   */
  readonly shareScreen?: ((on: boolean) => Promise<void>) | undefined;
  /**
   * Says yes or no to being recorded; also while it is recorded: a no stops it for everybody. Absent
   * where nothing can be recorded.
   */
  answerRecording?(yes: boolean): Promise<void>;
  /** While this person is a host and the room may be recorded. */
  readonly recorder?: RoomRecorder | undefined;
  /** While this person is in the room as its host. */
  readonly host?: RoomHost | undefined;
}

/** What a room is made from: what `sessions.access` answered, and the backend's line to the others. */
export type RoomEntrance = RoomAccess & {
  /** Opens the line between the browsers of a room whose people are connected to each other. */
  readonly openChannel?: (() => SignalChannel) | undefined;
  /** Whoever holds the door of the room, for its host. */
  readonly door?: DoorKeeper | undefined;
};

/** Makes a room from an access of its transport. */
export type VideoRoomFactory = (entrance: RoomEntrance) => Promise<VideoRoom>;
