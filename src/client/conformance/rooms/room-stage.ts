import type { JoinOptions, RoomPerson, VideoRoom } from '../../video/video-room.js';
import { check, ConformanceError, ConformanceSkip } from '../assert.js';
import { pause } from '../ear.js';
import type { RoomCase, RoomWorld } from './room-world.js';

/** Defines cases about one thing. */
export function roomCasesOf(
  what: string,
  cases: Readonly<Record<string, (stage: RoomStage) => Promise<void>>>,
): RoomCase[] {
  return Object.entries(cases).map(([promise, run]) => ({
    name: `${what}: ${promise}`,
    async run(world) {
      try {
        await run(new RoomStage(world));
      } catch (error) {
        if (error instanceof ConformanceError || error instanceof ConformanceSkip) throw error;
        const message = `A call that should succeed rejected with ${String(error)}`;
        throw new ConformanceError(message, { cause: error });
      }
    },
  }));
}

/** What cases do again and again in their room. */
export class RoomStage {
  constructor(readonly world: RoomWorld) {}

  /** Somebody who is in the room. */
  async joined(name: string, options: Omit<JoinOptions, 'name'> = {}): Promise<VideoRoom> {
    const room = await this.world.open();
    await room.join({ name, ...options });
    return room;
  }

  person(room: VideoRoom, name: string): RoomPerson | undefined {
    return room.state.people.find((person) => person.name === name);
  }

  names(room: VideoRoom): string {
    return room.state.people.map(({ name }) => name).join(', ');
  }

  /** Waits until `get` gives something truthy. */
  async eventually<T>(get: () => T, what: string): Promise<NonNullable<T>> {
    const until = Date.now() + (this.world.patience ?? 10_000);
    for (;;) {
      const value = get();
      if (value) return value;
      check(Date.now() < until, `It should come to be: ${what}`);
      await pause(25);
    }
  }

  /** Waits until no picture comes any more: no track, or none that moves. */
  async still(get: () => MediaStreamTrack | undefined, whose: string): Promise<void> {
    const video = document.createElement('video');
    video.muted = true;
    const until = Date.now() + (this.world.patience ?? 10_000);
    try {
      for (let before = -1; get(); before = video.currentTime) {
        const track = get();
        if (track && !video.srcObject) {
          video.srcObject = new MediaStream([track]);
          void video.play().catch(() => {});
        }
        await pause(700);
        if (video.currentTime === before) return;
        check(Date.now() < until, `It should come to be: no picture of ${whose}`);
      }
    } finally {
      video.srcObject = null;
    }
  }

  /** Waits until a picture of the track has been painted. */
  async painted(track: MediaStreamTrack, whose: string): Promise<void> {
    const video = document.createElement('video');
    video.muted = true;
    video.srcObject = new MediaStream([track]);
    try {
      void video.play().catch(() => {});
      await this.eventually(() => video.videoWidth && video.currentTime, `a picture of ${whose}`);
    } finally {
      video.srcObject = null;
    }
  }
}
