import type { LocalizedText } from './localized-text.js';

/** A way to reach somebody at once. */
export interface CrisisContact {
  readonly kind: 'call' | 'text' | 'chat' | 'tty';
  /** Number as people write it (strip all but its digits to dial), or an `https:` address. */
  readonly to: string;
  /** What to write, for a text: `HOME`. Absent: any words will do. */
  readonly body?: string;
  /** Digits to press once connected. */
  readonly press?: string;
  /** BCP 47 language that this contact answers in, when it is there for that language. */
  readonly language?: string;
}

/** A service that answers people in a crisis. */
export interface CrisisLine {
  readonly id: string;
  readonly name: LocalizedText;
  /** When to use it, in one short sentence. */
  readonly about: LocalizedText;
  readonly contacts: readonly CrisisContact[];
}

/** Help in one country, in the order in which it is shown. */
export interface CrisisRegion {
  /** ISO 3166-1 alpha-2. */
  readonly region: string;
  /** Number of the emergency services. */
  readonly emergency: string;
  /** What to do about an overdose. */
  readonly overdose: LocalizedText;
  readonly lines: readonly CrisisLine[];
}
