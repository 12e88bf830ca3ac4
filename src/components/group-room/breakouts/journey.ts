import type { Breakout } from '../../../client/model/breakouts.js';
import type { RoomPerson } from '../../../client/video/video-room.js';
import type { Visit } from '../visit.js';
import { changeRoom } from './change-room.js';

/** A small room, or back to the group. */
export type Goal = Breakout | 'group';

/** Why the way was refused. */
export interface Refusal {
  readonly code?: string;
  readonly detail?: string;
}

export interface JourneyOptions {
  readonly visit: Visit;
  /** There is no staying in a small room any more. */
  isOver(): boolean;
  onStart(): void;
  /** @param isThere They are where they wanted to be; else they were brought back to the group. */
  onArrival(goal: Goal, isThere: boolean): void;
  /** They are still where they were. */
  onRefusal(goal: Goal, reason: Refusal): void;
  onEnd(): void;
}

/** How often somebody whose time is over is tried to be brought back, and how long between. */
const TRIES = 4;
const PAUSE_MS = 1500;

/** One person's way between the group and a small room, one step at a time. */
export class Journey {
  moving: Goal | undefined;
  /** The small room that they are in, as it was when they came. */
  pair: Breakout | undefined;
  readonly #options: JourneyOptions;

  constructor(options: JourneyOptions) {
    this.#options = options;
  }

  /** The visit is over. */
  forget(): void {
    this.moving = this.pair = undefined;
  }

  /** @param self The person as they were last, when their room has ended by itself. */
  async go(goal: Goal, self?: RoomPerson): Promise<void> {
    if (this.moving) return;
    const { onStart, onArrival, onRefusal, onEnd } = this.#options;
    this.moving = goal;
    onStart();
    try {
      const where = await this.#change(goal, self);
      this.pair = where === 'there' && goal !== 'group' ? goal : undefined;
      if (where !== 'left') onArrival(goal, where === 'there');
    } catch (reason) {
      onRefusal(goal, reason as Refusal);
    } finally {
      this.moving = undefined;
      onEnd();
    }
  }

  /** Who cannot stay is tried to be brought back for some seconds. */
  async #change(goal: Goal, self: RoomPerson | undefined): Promise<'there' | 'group' | 'left'> {
    const { visit, isOver } = this.#options;
    for (let n = 1; ; n++) {
      try {
        return await changeRoom({
          visit,
          to: goal === 'group' ? undefined : goal.id,
          self,
          onEnd: (before) => void this.go('group', before.people[0]),
        });
      } catch (reason) {
        const mustGo = goal === 'group' && (self !== undefined || isOver());
        if (!mustGo || visit.phase !== 'in') throw reason;
        if (n === TRIES) {
          visit.leave('connection-lost');
          return 'left';
        }
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    }
  }
}
