import type { LitElement, ReactiveController } from 'lit';
import type {
  PictureSize,
  RoomPerson,
  RoomState,
  VideoRoom,
} from '../../client/video/video-room.js';
import { ActiveSpeaker } from './active-speaker.js';
import { capacityOf, columnsFor, stripOf } from './grid.js';

/** What stands where. */
export interface Arrangement {
  /** The tiles of this page, in order of arrival; the large one among them. */
  readonly shown: readonly RoomPerson[];
  /** Who has the large place, or whose screen. */
  readonly large: { readonly person: RoomPerson; readonly screen: boolean } | undefined;
  readonly columns: number;
  /** Counts from 0. */
  readonly page: number;
  readonly pages: number;
}

export interface StageOptions {
  room(): VideoRoom | undefined;
  state(): RoomState;
  size(): { readonly width: number; readonly height: number };
}

/**
 * What of a room is on the screen: a grid or one large picture, page by page. What a person chose
 * lasts as long as their visit.
 */
export class Stage implements ReactiveController {
  view: 'grid' | 'speaker' = 'grid';
  /** Who keeps the large place, whoever speaks. */
  pinned: string | undefined;
  /** No pictures, one's own neither: for a slow network, or a tired head. */
  soundOnly = false;
  captions = false;

  readonly #host: LitElement;
  readonly #options: StageOptions;
  #page = 0;
  #speaker = new ActiveSpeaker();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #watched: { readonly room: VideoRoom | undefined; readonly key: string } | undefined;
  #sizes = new Map<string, PictureSize>();

  constructor(host: LitElement, options: StageOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdated(): void {
    const room = this.#options.room();
    if (!room) return this.#reset();
    const key = JSON.stringify([...this.#sizes]);
    const alone = this.#options.state().people.length < 2;
    if (alone || (this.#watched?.room === room && this.#watched.key === key)) return;
    this.#watched = { room, key };
    room.watch?.(this.#sizes);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Turns a page, forward or back. */
  turn(by: number): void {
    this.#page += by;
    this.#host.requestUpdate();
  }

  pin(id: string | undefined): void {
    this.pinned = id;
    this.#page = 0;
    this.#host.requestUpdate();
  }

  arrange(): Arrangement {
    const { people } = this.#options.state();
    const { width, height } = this.#options.size();
    const large = this.#large(people);
    const rest = large && !large.screen ? people.filter((p) => p !== large.person) : people;
    const room = large ? stripOf(width) : capacityOf(width, height);
    const pages = Math.max(1, Math.ceil(rest.length / room));
    const page = (this.#page = Math.min(Math.max(this.#page, 0), pages - 1));
    const part = (n: number) => rest.slice(n * room, (n + 1) * room);
    const small = part(page);
    const shown = people.filter((p) => small.includes(p) || (p === large?.person && !large.screen));
    const columns = large ? Math.max(1, small.length) : columnsFor(small.length, width, height);
    this.#see(small, [...part(page - 1), ...part(page + 1)], large);
    return { shown, large, columns, page, pages };
  }

  #large(people: readonly RoomPerson[]): Arrangement['large'] {
    const { id, due } = this.#speaker.read(people, performance.now());
    clearTimeout(this.#timer);
    if (due !== undefined && this.view === 'speaker')
      this.#timer = setTimeout(() => this.#host.requestUpdate(), due + 10);
    const pinned = people.find((person) => person.id === this.pinned);
    if (pinned) return { person: pinned, screen: false };
    const showing = people.find(({ self, screenTrack }) => screenTrack && !self);
    if (showing && !this.soundOnly) return { person: showing, screen: true };
    if (this.view !== 'speaker') return undefined;
    const person = people.find((one) => one.id === id);
    return person && { person, screen: false };
  }

  /** How large whose picture is now. */
  #see(small: readonly RoomPerson[], near: readonly RoomPerson[], large: Arrangement['large']) {
    const size = large || small.length > 6 ? 'small' : small.length > 2 ? 'medium' : 'large';
    const sizes = new Map<string, PictureSize>();
    for (const { id } of near) sizes.set(id, 'soon');
    for (const { id } of small) sizes.set(id, size);
    if (large && !large.screen) sizes.set(large.person.id, 'large');
    if (this.soundOnly) sizes.clear();
    this.#sizes = sizes;
  }

  #reset(): void {
    if (!this.#watched && !this.pinned) return;
    clearTimeout(this.#timer);
    this.view = 'grid';
    this.pinned = undefined;
    this.soundOnly = this.captions = false;
    this.#page = 0;
    this.#watched = undefined;
    this.#speaker = new ActiveSpeaker();
  }
}
