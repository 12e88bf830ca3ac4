import { randomKey } from '../random-key.js';
import type { RoomRecording } from './video-room.js';

/** What somebody says about being recorded, kept with them so that late comers learn it too. */
export interface RecordingNote {
  /** Of the question. */
  readonly id: string;
  /** They asked it; it counts from hosts alone. */
  readonly asks?: boolean;
  readonly yes?: boolean;
}

/** Somebody in the room, oneself first. */
export interface Consenter {
  readonly name: string;
  readonly host: boolean;
  readonly note?: RecordingNote | undefined;
}

export interface RecordingConsentOptions {
  start(): void;
  stop(): void;
  /** This person's note is another. */
  onNote(): void;
}

/**
 * Records only while everybody who is here has said yes. The room of the host who asked sees to it:
 * it waits for who comes later, and one no, or a yes taken back, ends it. Every host's room ends what
 * nobody here has asked for. Until it has, the room of whoever has not said yes sends nothing of them.
 */
export class RecordingConsent {
  /** What the others learn of this person. */
  note: RecordingNote | undefined;
  /** Whether the transport records, as it says itself. */
  on = false;
  /**
   * Nothing of this person may be sent: it is recorded without their yes, or it may be any moment,
   * because they came while there was a question that they have not answered.
   */
  held = false;
  /** The question that was open when this person came in; null when there was none. */
  #atEntry: string | null | undefined;
  #told: RoomRecording | undefined;
  /** What was last asked of the transport, which takes a while. */
  #wanted = false;
  readonly #options: RecordingConsentOptions;

  constructor(options: RecordingConsentOptions) {
    this.#options = options;
  }

  ask(): void {
    this.#say({ id: randomKey(), asks: true, yes: true });
  }

  /** Takes the question back, and stops. */
  end(): void {
    this.#want(false);
    this.#say(undefined);
  }

  answer(yes: boolean, people: readonly Consenter[]): void {
    const id = questionOf(people)?.note?.id;
    if (!id) return;
    // Who asked, and no longer wants it.
    if (this.note?.asks && !yes) return this.end();
    this.#say({ ...this.note, id, yes });
  }

  /** Holds what is recorded to what everybody has said. To be called after every change. */
  observe(people: readonly Consenter[]): RoomRecording | undefined {
    const [self] = people;
    const asker = questionOf(people);
    const id = asker?.note?.id;
    const answers = people.map(({ note }) => (note?.id === id ? note?.yes : undefined));
    if (asker && asker === self) {
      if (answers.includes(false)) this.end();
      else this.#want(answers.every(Boolean));
    } else if (!asker && self?.host && this.on) this.#want(false);
    const open = asker && !(asker === self && !this.note);
    if (this.#atEntry === undefined) this.#atEntry = id ?? null;
    const cameLate = id !== undefined && id === this.#atEntry;
    this.held = !answers[0] && (this.on || cameLate);
    if (!open && !this.on) return (this.#told = undefined);
    return this.#tell({
      phase: this.on ? 'on' : 'asking',
      askedBy: open ? asker.name : undefined,
      answer: open ? answers[0] : undefined,
      missing: open ? answers.filter((yes) => !yes).length : 0,
      ...(this.held && { held: true }),
    });
  }

  close(): void {
    this.note = undefined;
    this.on = this.#wanted = this.held = false;
    this.#atEntry = this.#told = undefined;
  }

  /** The transport has begun or ceased to record. */
  told(on: boolean): void {
    this.on = this.#wanted = on;
  }

  /** The same object while nothing about it is another. */
  #tell(now: RoomRecording): RoomRecording {
    const same = JSON.stringify(now) === JSON.stringify(this.#told);
    return (this.#told = same && this.#told ? this.#told : now);
  }

  #want(wanted: boolean): void {
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    if (wanted) this.#options.start();
    else this.#options.stop();
  }

  #say(note: RecordingNote | undefined): void {
    this.note = note;
    this.#options.onNote();
  }
}

/** Who asked first, in order of arrival. */
const questionOf = (people: readonly Consenter[]) =>
  people.find(({ host, note }) => host && note?.asks);
