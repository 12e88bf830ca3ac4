import type { MeetingService } from '../../src/client/backend.js';
import { BackendError } from '../../src/client/errors.js';
import type { BreakoutPerson, RoomBreakouts } from '../../src/client/model/breakouts.js';
import type { RoomEntrance } from '../../src/client/video/video-room.js';
import type { fakeBackend } from './fake-backend.js';
import { aPerson, FakeRoom } from './fake-room.js';
import { aMeeting, agreed, meetingBackend } from './meetings.js';

/** A pair of this person and Maya. */
export const aPair = (more: Partial<BreakoutPerson> = {}, maya: Partial<BreakoutPerson> = {}) => ({
  id: 'pair-1',
  people: [
    { guest: 'g-me', name: 'Juniper', ...more },
    { guest: 'g-maya', name: 'Maya', ...maya },
  ],
});

/** What is told while people are asked into pairs that last so many seconds more. */
export const going = (seconds: number, pairs = [aPair()]): RoomBreakouts => ({
  you: 'g-me',
  running: {
    startedAt: new Date().toISOString(),
    endsAt: new Date(Date.now() + seconds * 1000).toISOString(),
    pairs,
  },
});

/**
 * A meeting whose small rooms a test puts in place, with a fake room for each time that somebody
 * goes in.
 */
export class PairsClinic {
  /** Rooms that were made, in order, and what into: a pair's id, or the group. */
  readonly rooms: { readonly into: string; readonly room: FakeRoom }[] = [];
  readonly asked: string[] = [];
  told: RoomBreakouts;
  /** Refuses the next way in. */
  refusal: Error | undefined;
  /** Rejects the next join. */
  joinRefusal: Error | undefined;
  /** Nobody gets into the next room, and nobody is told. */
  opensNever = false;
  readonly backend: ReturnType<typeof fakeBackend>;
  #into = 'group';

  constructor(told: RoomBreakouts = { you: 'g-me', running: null }) {
    this.told = told;
    const services: Partial<MeetingService> = {
      access: (id, options) => {
        const { refusal } = this;
        this.refusal = undefined;
        if (refusal) return Promise.reject(refusal);
        this.#into = options?.breakout ?? 'group';
        this.asked.push(`access ${this.#into}`);
        return Promise.resolve({ transport: 'mesh', room: `${id} ${this.#into}`, iceServers: [] });
      },
      breakouts: () => Promise.resolve(this.told),
      tellBreakout: (_, word) => {
        this.asked.push(word.type === 'at' ? `at ${word.at}` : 'call');
        const pair = this.told.running?.pairs[0];
        if (!pair) return Promise.reject(new BackendError('conflict', { detail: 'breakout-over' }));
        if (word.type === 'call') this.#me({ callsSince: new Date().toISOString() });
        else this.#me({ at: word.at });
        return Promise.resolve(this.told);
      },
      keepBreakouts: (_, change) => {
        this.asked.push(JSON.stringify(change));
        return Promise.resolve(this.keep(change));
      },
    };
    this.backend = meetingBackend([aMeeting({ accepted: agreed })], services).backend;
  }

  /** What a host's change makes of it. */
  keep(change: Parameters<NonNullable<MeetingService['keepBreakouts']>>[1]): RoomBreakouts {
    const { you, pairings } = this.told;
    if (change.type === 'start') {
      const pairs = change.pairs.map((people, n) => ({ id: `pair-${n + 1}`, people }));
      this.told = { ...going(change.minutes * 60, pairs), you, pairings };
    }
    if (change.type === 'end' && this.told.running)
      this.told = { ...going(30, this.told.running.pairs), you, pairings };
    return this.told;
  }

  readonly makeRoom = (_: RoomEntrance): Promise<FakeRoom> => {
    const room = new FakeRoom();
    room.refusal = this.joinRefusal;
    this.joinRefusal = undefined;
    if (this.opensNever) room.join = () => new Promise(() => {});
    // Who is in the group is there whenever one comes in.
    if (this.#into === 'group') room.state = { ...room.state, people: [] };
    this.rooms.push({ into: this.#into, room });
    return Promise.resolve(room);
  };

  /** The room that was gone into last. */
  get room(): FakeRoom {
    return this.rooms.at(-1)!.room;
  }

  get into(): string | undefined {
    return this.rooms.at(-1)?.into;
  }

  /** Somebody changes it, and everybody hears of it. */
  tell(told: RoomBreakouts): void {
    this.told = told;
    this.backend.emit({ topic: 'sessions', ids: ['group-1'] });
  }

  /** The others in the group. */
  people() {
    this.room.others(
      aPerson('Luis', { host: true, guest: 'g-luis' }),
      aPerson('Maya', { guest: 'g-maya' }),
      aPerson('Bo', { guest: 'g-bo' }),
    );
  }

  #me(change: Partial<BreakoutPerson>): void {
    const { running } = this.told;
    if (!running) return;
    const pairs = running.pairs.map(({ id, people }) => ({
      id,
      people: people.map((each) => (each.guest === this.told.you ? { ...each, ...change } : each)),
    }));
    this.told = { ...this.told, running: { ...running, pairs } };
  }
}
