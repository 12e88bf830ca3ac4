import type { RoomMessage, RoomPerson, RoomState } from '../../client/video/video-room.js';
import type { LocalizeController } from '../shared/controllers/localize-controller.js';
import { fill } from '../shared/fill.js';
import type { RoomStrings } from './room.strings.js';

/** What happens within this time is said in one breath. */
const BATCH_MS = 1200;
/** More messages than this at once are counted, not read out. */
const READ_OUT = 2;

export interface AnnouncerOptions {
  /** How far this person's own call for support has come, in words. */
  support(state: RoomState): string | undefined;
  onText(): void;
}

/** Puts into words what happens in a room, for those who do not see it: politely and in batches. */
export class Announcer {
  /** The text of the live region. */
  text = '';
  /** Counts what was said, so that the same words are said again. */
  turn = 0;
  readonly #localize: LocalizeController<RoomStrings>;
  readonly #options: AnnouncerOptions;
  readonly #joined = new Map<string, string>();
  readonly #gone = new Map<string, string>();
  readonly #raised = new Map<string, string>();
  readonly #asking = new Map<string, string>();
  readonly #written: RoomMessage[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(localize: LocalizeController<RoomStrings>, options: AnnouncerOptions) {
    this.#localize = localize;
    this.#options = options;
  }

  /** The person came in; who was there already is named once. */
  enter({ people }: RoomState): void {
    const { t } = this.#localize;
    const others = people.filter(({ self }) => !self).map(({ name }) => name);
    const names = this.#localize.list(others);
    this.say(others.length ? fill(t.inRoom, { names }) : t.inRoomAlone);
  }

  /** What the person did, or what concerns them: at once. */
  say(text: string): void {
    this.text = text;
    this.turn++;
    this.#options.onText();
  }

  observe(before: RoomState, state: RoomState): void {
    const { people, connection, messages = [] } = state;
    if (before.connection === 'reconnecting' && connection === 'joined')
      this.say(this.#localize.t.back);
    this.#support(before, state);
    const known = new Map(before.people.map((person) => [person.id, person]));
    for (const person of people) {
      const was = known.get(person.id);
      known.delete(person.id);
      if (person.self || person === was) continue;
      if (!was) this.#came(person);
      if (person.screenTrack && !was?.screenTrack)
        this.say(fill(this.#localize.t.showsScreen, { name: person.name }));
      if (person.handRaisedAt && !was?.handRaisedAt) this.#raised.set(person.id, person.name);
    }
    for (const { id, name } of known.values()) this.#left(id, name);
    this.#door(before, state);
    const heard = new Set(before.messages);
    this.#written.push(...messages.filter((message) => !message.self && !heard.has(message)));
    const { size } = this.#asking;
    if (this.#joined.size + this.#gone.size + this.#raised.size + size + this.#written.length)
      this.#timer ??= setTimeout(this.#flush, BATCH_MS);
  }

  /** For the host: who asks to be let in; who went away again is not worth a word. */
  #door(before: RoomState, { waiting = [] }: RoomState): void {
    const known = new Set(before.waiting?.map(({ id }) => id));
    for (const { id, name } of waiting) if (!known.has(id)) this.#asking.set(id, name);
    for (const id of this.#asking.keys())
      if (!waiting.some((person) => person.id === id)) this.#asking.delete(id);
  }

  /** A call for support is said at once: to whom it comes, and how far one's own has come. */
  #support(before: RoomState, state: RoomState): void {
    const { t } = this.#localize;
    const { support } = this.#options;
    const words = support(state);
    if (words && words !== support(before)) this.say(words);
    for (const call of state.supportCalls ?? [])
      if (!before.supportCalls?.includes(call)) this.say(fill(t.called, { name: call.name }));
    // Also when it was the facilitator who lowered it.
    const wasUp = before.people[0]?.handRaisedAt !== undefined;
    if (wasUp && state.people[0]?.handRaisedAt === undefined && state.connection === 'joined')
      this.say(t.nowLowered);
  }

  /** The room is over: nothing of it is left to be said, or to be read. */
  stop(): void {
    this.#forget();
    this.text = '';
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const names of [this.#joined, this.#gone, this.#raised, this.#asking]) names.clear();
    this.#written.length = 0;
  }

  /** Gone for a moment and back again is not worth a word. */
  #came({ id, name }: RoomPerson): void {
    if (!this.#gone.delete(id)) this.#joined.set(id, name);
  }

  #left(id: string, name: string): void {
    this.#raised.delete(id);
    if (!this.#joined.delete(id)) this.#gone.set(id, name);
  }

  readonly #flush = () => {
    const { t } = this.#localize;
    const text = [
      this.#sentence(this.#joined, t.joined),
      this.#sentence(this.#gone, t.gone),
      this.#sentence(this.#raised, t.raised),
      this.#sentence(this.#asking, t.asks),
      ...this.#messages(),
    ];
    this.#forget();
    this.say(text.filter(Boolean).join(' '));
  };

  #messages(): string[] {
    const { t } = this.#localize;
    const n = this.#written.length;
    if (n > READ_OUT)
      return [fill(this.#localize.plural(n, t.manyWrote), { n: this.#localize.number(n) })];
    return this.#written.map(({ name, text }) => fill(t.wrote, { name, text }));
  }

  #sentence(people: Map<string, string>, forms: { one: string; other: string }): string {
    if (!people.size) return '';
    const names = this.#localize.list([...people.values()]);
    return fill(this.#localize.plural(people.size, forms), { names });
  }
}
