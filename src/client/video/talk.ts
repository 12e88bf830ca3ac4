import {
  LONGEST_MESSAGE,
  ROOM_REACTIONS,
  RoomError,
  type RoomReaction,
  type RoomMessage,
  type RoomPerson,
  type RoomState,
} from './video-room.js';

/** What people of a room send each other beside sound and picture, over whatever carries it. */
export type Note =
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'reaction'; readonly reaction: RoomReaction };

export interface TalkOptions {
  state(): RoomState;
  /** Sends to everybody else in the room. */
  send(note: Note): void;
  onChange(): void;
}

/** Long enough to be seen; a reaction is not a state. */
const REACTION_MS = 4000;
/** A meeting's worth; who floods the room does not fill its memory. */
const KEPT = 200;
/** More than a person writes in earnest: so many at once, and one more each second and a half. */
const BURST = 8;
const REFILL_MS = 1500;

/**
 * The messages and reactions of one visit. They live in the room alone: nobody keeps them, and who
 * comes later does not get what was said before.
 */
export class Talk {
  messages: readonly RoomMessage[] = [];
  readonly #options: TalkOptions;
  #count = 0;
  readonly #reactions = new Map<string, RoomReaction>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** What each may still send, and as of when. */
  readonly #allowances = new Map<string, { left: number; at: number }>();

  constructor(options: TalkOptions) {
    this.#options = options;
  }

  /** @throws {RoomError} when there is no way to the others now */
  say(text: string): void {
    this.#sendAndKeep({ kind: 'message', text });
  }

  /** @throws {RoomError} when there is no way to the others now */
  react(reaction: RoomReaction): void {
    this.#sendAndKeep({ kind: 'reaction', reaction });
  }

  /** Takes what somebody sent; what is no note of ours is passed over. */
  receive(sent: unknown, personId: string): void {
    const from = this.#options.state().people.find(({ id }) => id === personId);
    const note = readNote(sent);
    // Whoever's browser holds nothing back is held back here.
    if (from && note && this.#allows(personId)) this.#keep(note, from);
  }

  /** The same people, with the reactions that they show now. */
  reacting(people: readonly RoomPerson[]): readonly RoomPerson[] {
    if (!this.#reactions.size) return people;
    return people.map((person) => {
      const reaction = this.#reactions.get(person.id);
      return reaction ? { ...person, reaction } : person;
    });
  }

  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.#reactions.clear();
    this.#allowances.clear();
    this.messages = [];
  }

  #sendAndKeep(wanted: Note): void {
    const { connection, people } = this.#options.state();
    const [self] = people;
    if (connection !== 'joined' || !self) throw new RoomError('connection-lost');
    const note = readNote(wanted);
    // Nothing to say, or too much for one message; an element lets neither happen.
    if (!note) throw new RoomError('not-supported');
    if (!this.#allows(self.id)) throw new RoomError('too-many');
    this.#options.send(note);
    this.#keep(note, self);
  }

  /** Whether this person may send one more now. Messages and reactions count alike. */
  #allows(id: string): boolean {
    const now = performance.now();
    const { left, at } = this.#allowances.get(id) ?? { left: BURST, at: now };
    const filled = Math.min(BURST, left + (now - at) / REFILL_MS);
    this.#allowances.set(id, { left: Math.max(0, filled - 1), at: now });
    return filled >= 1;
  }

  #keep(note: Note, { id, name, self }: RoomPerson): void {
    if (note.kind === 'reaction') this.#show(note.reaction, id);
    else {
      const message = { id: String(this.#count++), name, self, text: note.text, at: Date.now() };
      this.messages = [...this.messages, message].slice(-KEPT);
    }
    this.#options.onChange();
  }

  #show(reaction: RoomReaction, id: string): void {
    this.#reactions.set(id, reaction);
    clearTimeout(this.#timers.get(id));
    const timer = setTimeout(() => {
      this.#reactions.delete(id);
      this.#timers.delete(id);
      this.#options.onChange();
    }, REACTION_MS);
    this.#timers.set(id, timer);
  }
}

/** The note in what came; undefined when it is none. */
function readNote(sent: unknown): Note | undefined {
  if (typeof sent !== 'object' || !sent) return undefined;
  const { kind, text, reaction } = sent as Record<string, unknown>;
  if (kind === 'message' && typeof text === 'string') {
    const said = text.trim();
    return said && said.length <= LONGEST_MESSAGE ? { kind, text: said } : undefined;
  }
  const known = ROOM_REACTIONS.find((each) => each === reaction);
  return kind === 'reaction' && known ? { kind, reaction: known } : undefined;
}
