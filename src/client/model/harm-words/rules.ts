/** How one language speaks of harming oneself. Of texts in lower case, without accents or apostrophes. */
export interface HarmRules {
  /** What is said of oneself: "kill myself". */
  readonly own: RegExp;
  /** What has its "no" in itself: "I don't want to live". */
  readonly withNo: RegExp;
  /** What may be said of anybody: "suicide". */
  readonly anybodys: RegExp;
  /** Somebody else, or something else that has the name. */
  readonly others: RegExp;
  /**
   * A thought or a wish of one's own, and the end of life: heard where the one follows the other soon
   * and nobody else is spoken of.
   */
  readonly thoughts: RegExp;
  readonly deaths: RegExp;
  /** What only sounds like it: "dying to see you". Taken out first. */
  readonly idioms: RegExp;
  /** Turns round what follows it in the same part of a sentence. */
  readonly no: RegExp;
  /** Sounds like a "no" and turns nothing round: "I can't stop". Taken out before `no`. */
  readonly notNo: RegExp;
  readonly past: RegExp;
  /** What was past is back. */
  readonly again: RegExp;
  /** Of a song or a film: what it quotes is not the person's. */
  readonly works: RegExp;
  /** Where a part of a sentence ends. */
  readonly ends: RegExp;
}

/** Any of the words or patterns, as whole words. */
export const anyOf = (...patterns: readonly string[]) =>
  new RegExp(`\\b(?:${patterns.join('|')})\\b`, 'g');
