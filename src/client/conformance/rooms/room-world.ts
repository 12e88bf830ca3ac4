import type { JoinOptions, VideoRoom } from '../../video/video-room.js';

/** One video room for one case, and nobody in it. */
export interface RoomWorld {
  /**
   * A way into the room as somebody of their own; not joined yet. As a `host` when asked for, where
   * the transport knows hosts.
   */
  open(as?: { readonly host: boolean }): Promise<VideoRoom>;
  /**
   * Somebody asks to be let in, in a room whose host does so one by one; resolves when they have
   * asked. `joined` rejects when they are declined. Absent where nobody has to ask.
   */
  knock?(name: string): Promise<{ readonly joined: Promise<VideoRoom> }>;
  /** A microphone and a camera that are on, as a device check leaves them, for the first opened. */
  tracks(): Promise<Required<Pick<JoinOptions, 'audioTrack' | 'videoTrack'>>>;
  /** Milliseconds within which what one does must reach the other. Default 10,000. */
  readonly patience?: number;
  /** Makes everybody leave who has not. */
  close?(): Promise<void>;
}

/** Makes worlds; every case gets a fresh one. */
export interface RoomHarness {
  open(): Promise<RoomWorld>;
}

/** One promise of the contract of a {@link VideoRoom}. `run` throws when it is not kept. */
export interface RoomCase {
  /** Unique, and a sentence: `leave: twice is once`. */
  readonly name: string;
  /** @throws {ConformanceError} what was expected and what came instead */
  run(world: RoomWorld): Promise<void>;
}
