import { KNOCK_MS } from '../model/knocking.js';
import type { DoorChange, RoomDoor } from '../model/room-door.js';
import {
  RoomError,
  type DoorPerson,
  type RoomHost,
  type RoomPerson,
  type RoomRemoval,
  type RoomState,
} from './video-room.js';

/** Whoever holds the door of a room: what it says is so, whatever a browser does. */
export interface DoorKeeper {
  /** How the door stands. */
  look(): Promise<RoomDoor>;
  /** Moves it; resolves once that holds. */
  keep(change: DoorChange): Promise<RoomDoor>;
  /** Calls `listener` when it may stand otherwise; returns its end. */
  watch(listener: () => void): () => void;
}

/** People who knock at the transport itself, where it has a lobby of its own. */
export interface Lobby {
  /** The same list while nobody comes or goes. */
  readonly waiting: readonly DoorPerson[];
  answer(ids: readonly string[], letIn: boolean): Promise<void>;
}

export interface DoorwayOptions {
  readonly keeper: DoorKeeper | undefined;
  people(): readonly RoomPerson[];
  onChange(): void;
}

/** The door of a room during one visit of its host. */
export class Doorway {
  readonly #options: DoorwayOptions;
  #door: RoomDoor | undefined;
  #lobby: Lobby | undefined;
  #end: (() => void) | undefined;
  #waiting: readonly DoorPerson[] = [];
  #removed: readonly DoorPerson[] = [];

  constructor(options: DoorwayOptions) {
    this.#options = options;
  }

  /** Looks from now on. Where nobody holds this door and there is no lobby, nothing is ever said. */
  open(lobby?: Lobby): void {
    this.#lobby = lobby;
    const { keeper } = this.#options;
    if (!keeper || this.#end) return;
    const unwatch = keeper.watch(() => void this.#look(keeper));
    // Whoever falls silent is told of by nobody.
    const timer = setInterval(() => void this.#look(keeper), KNOCK_MS);
    this.#end = () => {
      unwatch();
      clearInterval(timer);
    };
    void this.#look(keeper);
  }

  close(): void {
    this.#end?.();
    this.#end = this.#door = this.#lobby = undefined;
  }

  /** The host's part of a room's state; what did not change is the same object. */
  get state(): Pick<RoomState, 'waiting' | 'removed' | 'locked'> {
    if (!this.#door && !this.#lobby) return {};
    const asking = this.#door?.waiting.map(({ guest: id, name }) => ({ id, name })) ?? [];
    const banned = this.#door?.removed.map(({ guest: id, name }) => ({ id, name })) ?? [];
    this.#waiting = same(this.#waiting, [...asking, ...(this.#lobby?.waiting ?? [])]);
    this.#removed = same(this.#removed, banned);
    return { waiting: this.#waiting, removed: this.#removed, locked: this.#door?.locked };
  }

  /** What the host can do with the door; empty while nobody holds it. */
  get verbs(): Pick<RoomHost, 'admit' | 'decline' | 'setLocked'> {
    if (!this.#door && !this.#lobby) return {};
    const setLocked = (locked: boolean) =>
      this.#keep(locked ? { type: 'lock', present: this.#present } : { type: 'unlock' });
    return {
      admit: (ids) => this.#answer(ids, true),
      decline: (ids) => this.#answer(ids, false),
      ...(this.#door && { setLocked }),
    };
  }

  async #answer(ids: readonly string[], letIn: boolean): Promise<void> {
    const lobby = this.#lobby;
    const isInLobby = (id: string) => !!lobby?.waiting.some((person) => person.id === id);
    const [theirs, ours] = [ids.filter(isInLobby), ids.filter((id) => !isInLobby(id))];
    if (theirs.length) await lobby?.answer(theirs, letIn);
    if (ours.length) await this.#keep({ type: letIn ? 'admit' : 'decline', guests: ours });
  }

  /** Keeps somebody out from now on, where there is somebody to do it. @throws {RoomError} */
  async remove(personId: string, reason: RoomRemoval): Promise<void> {
    const person = this.#options.people().find(({ id }) => id === personId);
    if (!this.#door || !person?.guest) return;
    await this.#keep({ type: 'remove', guest: person.guest, name: person.name, reason });
  }

  get #present(): string[] {
    return this.#options.people().flatMap(({ self, guest }) => (self || !guest ? [] : guest));
  }

  async #keep(change: DoorChange): Promise<void> {
    const { keeper } = this.#options;
    try {
      if (keeper) this.#set(await keeper.keep(change));
    } catch (cause) {
      // Whatever it was, the door has not moved, and it can be tried again.
      throw new RoomError('connection-lost', { cause });
    }
  }

  /** What cannot be asked now stays as it was last known. */
  async #look(keeper: DoorKeeper): Promise<void> {
    await keeper.look().then(
      (door) => this.#set(door),
      () => undefined,
    );
  }

  #set(door: RoomDoor): void {
    if (!this.#end) return;
    this.#door = door;
    this.#options.onChange();
  }
}

/** The list as it was before while the same people stand in it. */
const same = (before: readonly DoorPerson[], now: readonly DoorPerson[]) =>
  JSON.stringify(now) === JSON.stringify(before) ? before : now;
