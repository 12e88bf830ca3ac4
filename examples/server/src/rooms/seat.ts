import type { HeardSignal } from '../../../../src/client/backends/http/room-signals.js';

/** Who hears what the others in a room say. */
export interface Ear {
  signal(heard: HeardSignal): void;
  /** Somebody has left. */
  gone(id: string): void;
  /** Those who are there, as one instance knows them. */
  here(ids: readonly string[]): void;
  /** Nothing more is heard here: another stream has taken its place. */
  end(): void;
}

/** How long an end that was cut is waited for. Tokens end in mid-call, and phones change networks. */
const GRACE_MS = 5000;
const MOST_WAITING = 64;
/** Ends of one person that are told apart: more are made up, or long gone. */
const MOST_ENDS = 5;

/** One end's place in a room on this instance. */
export class Seat {
  /** The person behind each of the others, as first heard of. */
  readonly #known = new Map<string, string>();
  #stream: Ear | undefined;
  #waiting: ((ear: Ear) => void)[] = [];
  #timer: NodeJS.Timeout | undefined;

  /** @param by The person whose seat it is. */
  constructor(readonly by: string) {}

  get isOpen(): boolean {
    return this.#stream !== undefined;
  }

  /** Hears through the stream, or, while it is cut, once it is there again. */
  readonly ear: Omit<Ear, 'end'> = {
    signal: (heard) => this.#pass((ear) => ear.signal(heard)),
    gone: (id) => this.#pass((ear) => ear.gone(id)),
    here: (ids) => this.#pass((ear) => ear.here(ids)),
  };

  /** @returns what to call when the stream is cut; `onGone` is called when it does not come back. */
  open(stream: Ear, onGone: () => void): () => void {
    clearTimeout(this.#timer);
    const before = this.#stream;
    this.#stream = stream;
    before?.end();
    for (const pass of this.#waiting.splice(0)) pass(stream);
    return () => {
      // Another may have taken its place already.
      if (this.#stream !== stream) return;
      this.#stream = undefined;
      this.#timer = setTimeout(onGone, GRACE_MS);
      this.#timer.unref();
    };
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#stream = undefined;
    this.#waiting = [];
  }

  /** Whether that end is the same person's as before: an id is no proof of who speaks. */
  recognizes(end: string, by: string): boolean {
    const before = this.#known.get(end);
    if (before !== undefined) return before === by;
    const theirs = [...this.#known.values()].filter((person) => person === by);
    if (theirs.length >= MOST_ENDS) return false;
    this.#known.set(end, by);
    return true;
  }

  /** That end has left. */
  forget(end: string): void {
    this.#known.delete(end);
  }

  #pass(pass: (ear: Ear) => void): void {
    if (this.#stream) pass(this.#stream);
    else if (this.#waiting.length < MOST_WAITING) this.#waiting.push(pass);
  }
}
